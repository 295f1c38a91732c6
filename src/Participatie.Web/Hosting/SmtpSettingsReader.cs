using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Participatie.Web.Hosting;

/// <summary>Reads the settings below <c>Participatie:Smtp</c>.</summary>
/// <param name="value">The text of a setting, or null.</param>
/// <param name="contentRoot">Where relative paths begin.</param>
internal sealed class SmtpSettingsReader(Func<string, string?> value, string contentRoot)
{
    private const string Section = "Participatie:Smtp";

    public static readonly IReadOnlyList<string> Names =
    [
        "Smtp:Certificate", "Smtp:From", "Smtp:FromName", "Smtp:Host", "Smtp:Password", "Smtp:Port", "Smtp:Tls", "Smtp:User",
    ];

    /// <returns>Null when no server is set: then nothing is mailed.</returns>
    /// <exception cref="WrongSettingException">A setting is wrong.</exception>
    public SmtpSettings? Read()
    {
        if (Value("Host") is not { } host)
            return Names.FirstOrDefault(name => value(name) is not null) is { } lonely
                ? throw new WrongSettingException($"Participatie:{lonely} is set, but {Section}:Host is not.")
                : null;
        if (Uri.CheckHostName(host) == UriHostNameType.Unknown)
            throw new WrongSettingException($"{Section}:Host must be a host name such as smtp.example.nl, not '{host}'.");
        var encryption = Encryption();
        var (user, password) = (Value("User"), value("Smtp:Password"));
        if (user is null != password is null)
            throw new WrongSettingException($"{Section}:User and {Section}:Password must be set both or neither.");
        if (user is not null && encryption == SmtpEncryption.None)
            throw new WrongSettingException(
                $"{Section}:Tls must be starttls or tls when {Section}:User is set: a password goes over no plain connection.");
        var certificate = Value("Certificate") is { } file ? Certificate(Path.GetFullPath(file, contentRoot)) : null;
        if (certificate is not null && encryption == SmtpEncryption.None)
            throw new WrongSettingException($"{Section}:Certificate is set, but {Section}:Tls is none.");
        return new SmtpSettings
        {
            Host = host,
            Port = Port(encryption),
            Encryption = encryption,
            User = user,
            Password = password,
            From = From(),
            FromName = FromName(),
            Certificate = certificate,
        };
    }

    private string? Value(string name) => value($"Smtp:{name}");

    private SmtpEncryption Encryption() => Value("Tls")?.ToUpperInvariant() switch
    {
        null or "STARTTLS" => SmtpEncryption.StartTls,
        "TLS" => SmtpEncryption.Tls,
        "NONE" => SmtpEncryption.None,
        var text => throw new WrongSettingException($"{Section}:Tls must be starttls, tls or none, not '{text}'."),
    };

    private int Port(SmtpEncryption encryption) => Value("Port") switch
    {
        null => encryption switch { SmtpEncryption.Tls => 465, SmtpEncryption.StartTls => 587, _ => 25 },
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port is > IPEndPoint.MinPort and <= IPEndPoint.MaxPort => port,
        var text => throw new WrongSettingException($"{Section}:Port must be a number from 1 to {IPEndPoint.MaxPort}, not '{text}'."),
    };

    private string From() => Value("From") switch
    {
        null => throw new WrongSettingException($"{Section}:From must be set: the mail address that mails come from."),
        // A name goes into the setting beside it.
        var text when MailAddress.TryCreate(text, out var address) && address.Address == text => text,
        var text => throw new WrongSettingException($"{Section}:From must be a mail address, not '{text}'."),
    };

    private string FromName() => Value("FromName") is not { } name
        ? "Participatie"
        : name.Any(char.IsControl) ? throw new WrongSettingException($"{Section}:FromName must be a name on one line.") : name;

    private static X509Certificate2 Certificate(string file)
    {
        try
        {
            return X509CertificateLoader.LoadCertificateFromFile(file);
        }
        catch (Exception wrong) when (wrong is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new WrongSettingException($"{Section}:Certificate names '{file}', which is no certificate in PEM or DER form.");
        }
    }
}
