using Participatie.Surveys.Language;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Pages.Access;

/// <summary>What went wrong with a mail, as an administrator can mend it.</summary>
internal static class MailInWords
{
    public static string Of(MailFailure failure, InterfaceWords words) => words[failure switch
    {
        MailFailure.NotSecure => "staff.mail.failure.notsecure",
        MailFailure.SignInRefused => "staff.mail.failure.signin",
        MailFailure.SenderRefused => "staff.mail.failure.sender",
        MailFailure.Refused => "staff.mail.failure.refused",
        MailFailure.PutOff => "staff.mail.failure.putoff",
        MailFailure.TooLate => "staff.mail.failure.late",
        MailFailure.Unreadable => "staff.mail.failure.unreadable",
        _ => "staff.mail.failure.unreachable",
    }];
}
