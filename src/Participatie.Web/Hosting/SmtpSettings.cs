using System.Security.Cryptography.X509Certificates;

namespace Participatie.Web.Hosting;

/// <summary>Through which server mails go, and from whom they come.</summary>
public sealed record SmtpSettings
{
    public required string Host { get; init; }

    public required int Port { get; init; }

    public required SmtpEncryption Encryption { get; init; }

    /// <summary>Null when the server asks for none.</summary>
    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>The address that mails come from.</summary>
    public required string From { get; init; }

    public required string FromName { get; init; }

    /// <summary>
    /// Of the server, or of who signed its: trusted beside those of the machine. Null for a server that everybody trusts.
    /// </summary>
    public X509Certificate2? Certificate { get; init; }
}

public enum SmtpEncryption
{
    None,

    /// <summary>Plain at first, encrypted before anything is said.</summary>
    StartTls,

    /// <summary>Encrypted from the first byte.</summary>
    Tls,
}
