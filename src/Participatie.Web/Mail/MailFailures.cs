using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Mail;

/// <summary>
/// What went wrong with the server, as an administrator can mend it. What the server said may name a person and is not kept.
/// </summary>
internal static class MailFailures
{
    private const int SignInFirst = 530;
    private const int LeastForGood = 500;

    public static MailFailure Of(Exception failure) => failure switch
    {
        SslHandshakeException or NotSupportedException => MailFailure.NotSecure,
        AuthenticationException or ServiceNotAuthenticatedException => MailFailure.SignInRefused,
        SmtpCommandException { StatusCode: (SmtpStatusCode)SignInFirst or SmtpStatusCode.AuthenticationInvalidCredentials } =>
            MailFailure.SignInRefused,
        SmtpCommandException command when (int)command.StatusCode < LeastForGood => MailFailure.PutOff,
        SmtpCommandException { ErrorCode: SmtpErrorCode.SenderNotAccepted } => MailFailure.SenderRefused,
        SmtpCommandException => MailFailure.Refused,
        _ => MailFailure.Unreachable,
    };

    /// <summary>Whether it is about this mail: then the others go on.</summary>
    public static bool IsOfThisMail(MailFailure failure) => failure is MailFailure.Refused or MailFailure.PutOff;
}
