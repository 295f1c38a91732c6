using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Participatie.Web.Hosting;

namespace Participatie.Web.Mail;

/// <summary>The server that the settings name. It is asked for encryption as they say and never for less.</summary>
public sealed class MailServer(Settings settings)
{
    /// <summary>For each command: a server that takes longer is as good as away.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private SmtpSettings Smtp => settings.Smtp ?? throw new InvalidOperationException("No mail server is set.");

    /// <summary>Connected and signed in.</summary>
    /// <exception cref="Exception">See <see cref="MailFailures.Of"/>.</exception>
    public async Task<SmtpClient> ConnectAsync(CancellationToken cancellationToken)
    {
        var client = new SmtpClient
        {
            Timeout = (int)Longest.TotalMilliseconds,
            SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            // As every other connection of the framework: where the way out is closed, no mail would go.
            CheckCertificateRevocation = false,
            ServerCertificateValidationCallback = IsTrusted,
            // Not the name of the machine.
            LocalDomain = Host,
        };
        try
        {
            await client.ConnectAsync(
                Smtp.Host,
                Smtp.Port,
                Smtp.Encryption switch
                {
                    SmtpEncryption.Tls => SecureSocketOptions.SslOnConnect,
                    SmtpEncryption.StartTls => SecureSocketOptions.StartTls,
                    _ => SecureSocketOptions.None,
                },
                cancellationToken);
            if (Smtp.User is { } user)
                await client.AuthenticateAsync(user, Smtp.Password!, cancellationToken);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <param name="id">Each try has the same, so that a mailbox that gets it twice shows it once.</param>
    /// <param name="to">A mail address.</param>
    /// <param name="subject">One line.</param>
    /// <param name="text">All of it.</param>
    /// <param name="writtenAt">When it was written.</param>
    public MimeMessage Message(byte[] id, string to, string subject, string text, DateTimeOffset writtenAt)
    {
        var message = new MimeMessage
        {
            MessageId = $"{Convert.ToHexStringLower(id)}@{Host}",
            Subject = subject,
            Date = writtenAt,
            Body = new TextPart("plain") { Text = text },
        };
        message.From.Add(new MailboxAddress(Smtp.FromName, Smtp.From));
        message.To.Add(new MailboxAddress("", to));
        message.Headers.Add(HeaderId.ContentLanguage, "nl");
        // Nobody's absence is to answer it.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add("X-Auto-Response-Suppress", "All");
        return message;
    }

    private string Host => settings.PublicUrl?.IdnHost ?? "localhost";

    /// <summary>As the machine trusts, or by the certificate of the settings; the name has to be right either way.</summary>
    private bool IsTrusted(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
            return true;
        if (errors != SslPolicyErrors.RemoteCertificateChainErrors || Smtp.Certificate is not { } trusted
            || certificate is not X509Certificate2 shown)
            return false;
        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.CustomTrustStore.Add(trusted);
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        if (chain is not null)
            own.ChainPolicy.ExtraStore.AddRange(chain.ChainElements.Select(element => element.Certificate).ToArray());
        return own.Build(shown);
    }
}
