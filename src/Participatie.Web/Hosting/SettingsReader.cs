using System.Globalization;
using System.Net;
using System.Net.Mail;
using Npgsql;
using Participatie.ServiceBus;
using Participatie.Surveys.Codes;

namespace Participatie.Web.Hosting;

/// <summary>
/// Reads the settings and refuses what it does not understand: a typing error must not silently leave a default in force.
/// </summary>
public sealed class SettingsReader(IConfiguration configuration, string contentRoot)
{
    private const string Section = "Participatie";
    private const int FewestAuditLogMonths = 12;
    private const int MostAuditLogMonths = 120;
    private const int MostHstsDays = 2 * Settings.UsualHstsDays;
    private static readonly string[] KnownConnections = [Section, "ServiceBus"];
    private static readonly string[] Known =
    [
        "AccessibilityStudy", "AuditLogMonths", "CodeKey", "Data", "HelpDesk:Mail", "HelpDesk:Phone", "HelpDesk:Place", "HstsDays",
        "KeyCertificate", "KeyCertificatePassword", "OldCodeKeys", "PublicUrl", "Publisher", "Samples", .. SingleSignOnSettingsReader.Names,
        .. SmtpSettingsReader.Names, "Telemetry", "TrustedProxies", "Worker",
    ];

    /// <exception cref="WrongSettingException">A setting is wrong.</exception>
    public static Settings Read(IConfiguration configuration, IHostEnvironment environment) =>
        new SettingsReader(configuration, environment.ContentRootPath).Read();

    public Settings Read()
    {
        RefuseUnknown();
        RefuseMail();
        var database = PostgreSql();
        var codeKey = CodeKey();
        if (database is not null && codeKey is null)
            throw new WrongSettingException(
                "Participatie:CodeKey must be set when ConnectionStrings:Participatie is: every instance has to use the same key.");

        var worker = YesOrNo("Worker");
        if (database is null && !worker)
            throw new WrongSettingException(
                "Participatie:Worker can be false with PostgreSQL only: the embedded database is counted by the site itself.");

        var proxies = TrustedProxies();
        var publicUrl = PublicUrl();
        if (proxies.Count > 0 && publicUrl is null)
            throw new WrongSettingException(
                "Participatie:PublicUrl must be set when Participatie:TrustedProxies is: behind a proxy the program does not see under "
                    + "which address it is found.");

        var smtp = new SmtpSettingsReader(Value, contentRoot).Read();
        if (smtp is not null && publicUrl is null)
            throw new WrongSettingException(
                "Participatie:PublicUrl must be set when Participatie:Smtp:Host is: the links in mails lead there.");

        var signOn = new SingleSignOnSettingsReader(Value).Read();
        if (signOn is not null && publicUrl is null)
            throw new WrongSettingException(
                "Participatie:PublicUrl must be set when Participatie:SingleSignOn:Authority is: the provider sends people back there.");

        return new Settings
        {
            DataFolder = DataFolder(),
            PostgreSql = database,
            ServiceBus = ServiceBus(),
            Worker = worker,
            CodeKey = codeKey,
            OldCodeKeys = OldCodeKeys(),
            KeyCertificate = Value("KeyCertificate") is { } file
                ? KeyCertificate.Read(Path.GetFullPath(file, contentRoot), configuration[$"{Section}:KeyCertificatePassword"])
                : null,
            TrustedProxies = proxies,
            PublicUrl = publicUrl,
            Publisher = Publisher(),
            HstsDays = HstsDays(),
            AuditLogMonths = AuditLogMonths(),
            Telemetry = Telemetry(),
            Samples = YesOrNo("Samples"),
            AccessibilityStudy = Day("AccessibilityStudy"),
            HelpDesk = configuration.GetSection($"{Section}:HelpDesk").Get<HelpDesk>() ?? new HelpDesk(),
            Smtp = smtp,
            SingleSignOn = signOn,
        };
    }

    private string? Value(string name) =>
        configuration[$"{Section}:{name}"] is { } value && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private void RefuseUnknown()
    {
        var unknown = configuration.GetSection(Section).AsEnumerable(makePathsRelative: true)
            // What only holds others has no value, or an empty one where the host passed them on.
            .FirstOrDefault(pair => !string.IsNullOrEmpty(pair.Value) && !Known.Contains(pair.Key, StringComparer.OrdinalIgnoreCase)).Key;
        if (unknown is not null)
            throw new WrongSettingException($"{Section}:{unknown} is not a setting; the settings are {string.Join(", ", Known)}.");
        if (configuration.GetSection("ConnectionStrings").GetChildren()
            .FirstOrDefault(child => !KnownConnections.Contains(child.Key, StringComparer.OrdinalIgnoreCase)) is { } connection)
            throw new WrongSettingException(
                $"ConnectionStrings:{connection.Key} is not a setting; the settings are {string.Join(", ", KnownConnections)}.");
    }

    private bool YesOrNo(string name) => Value(name) switch
    {
        null => true,
        var text when bool.TryParse(text, out var value) => value,
        var text => throw new WrongSettingException($"{Section}:{name} must be true or false, not '{text}'."),
    };

    private DateOnly? Day(string name) => Value(name) switch
    {
        null => null,
        var text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        var text => throw new WrongSettingException($"{Section}:{name} must be a day such as 2027-03-31, not '{text}'."),
    };

    private string? PostgreSql()
    {
        var text = configuration.GetConnectionString(Section);
        if (string.IsNullOrWhiteSpace(text))
            return null;
        try
        {
            if (new NpgsqlConnectionStringBuilder(text) is { Host: { Length: > 0 }, Database: { Length: > 0 } })
                return text;
        }
        catch (Exception wrong) when (wrong is ArgumentException or FormatException or InvalidCastException)
        {
            // Answered below, without the text: it holds a password.
        }

        throw new WrongSettingException(
            "ConnectionStrings:Participatie must be a PostgreSQL connection string with at least Host and Database.");
    }

    private BusConnection? ServiceBus()
    {
        var text = configuration.GetConnectionString("ServiceBus");
        if (string.IsNullOrWhiteSpace(text))
            return null;
        try
        {
            return BusConnection.Parse(text.Trim());
        }
        catch (FormatException wrong)
        {
            throw new WrongSettingException(
                "ConnectionStrings:ServiceBus must be a connection string of Azure Service Bus, or the name of a namespace such as "
                    + $"raadpleging.servicebus.windows.net: {wrong.Message}.");
        }
    }

    private byte[]? CodeKey() => Value("CodeKey") is { } text ? Key("CodeKey", text) : null;

    private List<byte[]> OldCodeKeys() =>
        [.. (Value("OldCodeKeys") ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(text => Key("OldCodeKeys", text))];

    private static byte[] Key(string name, string text)
    {
        const int Length = 32;
        var key = new byte[Length];
        return Convert.TryFromBase64String(text, key, out var written) && written == Length
            ? key
            : throw new WrongSettingException(
                $"{Section}:{name} must be {Length} random bytes in base64, as 'openssl rand -base64 {Length}' makes them.");
    }

    private List<IPNetwork> TrustedProxies() =>
        [.. (Value("TrustedProxies") ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(Network)];

    private static IPNetwork Network(string text)
    {
        if (IPAddress.TryParse(text, out var one))
            return new IPNetwork(one, one.GetAddressBytes().Length * 8);
        return IPNetwork.TryParse(text, out var several)
            ? several
            : throw new WrongSettingException(
                $"{Section}:TrustedProxies must list IP addresses or networks such as 10.0.0.0/8, not '{text}'.");
    }

    private Uri? PublicUrl() => Value("PublicUrl") switch
    {
        null => null,
        // All our addresses begin at the root.
        var text when Uri.TryCreate(text, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
            && url is { PathAndQuery: "/", Fragment: "", UserInfo: "" } => url,
        var text =>
            throw new WrongSettingException(
                $"{Section}:PublicUrl must be an address such as https://meedoen.drenthe.nl, with nothing behind it, not '{text}'."),
    };

    private string Publisher() => Value("Publisher") switch
    {
        null => Settings.UsualPublisher,
        var text when Uri.TryCreate(text, UriKind.Absolute, out var id) && id.Scheme == Uri.UriSchemeHttps => text,
        var text => throw new WrongSettingException(
            $"{Section}:Publisher must be an address such as https://identifier.overheid.nl/tooi/id/provincie/pv22, not '{text}'."),
    };

    private Uri? Telemetry() => (Value("Telemetry") ?? configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]) switch
    {
        null or "" => null,
        var text when Uri.TryCreate(text, UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp) =>
            url,
        var text =>
            throw new WrongSettingException(
                $"{Section}:Telemetry must be the address of a collector such as http://localhost:4318, not '{text}'."),
    };

    private int AuditLogMonths() => Value("AuditLogMonths") switch
    {
        null => Settings.UsualAuditLogMonths,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var months)
            && months is >= FewestAuditLogMonths and <= MostAuditLogMonths => months,
        var text => throw new WrongSettingException(
            $"{Section}:AuditLogMonths must be a number of months from {FewestAuditLogMonths} to {MostAuditLogMonths}, not '{text}'."),
    };

    private int HstsDays() => Value("HstsDays") switch
    {
        null => Settings.UsualHstsDays,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= MostHstsDays => days,
        var text => throw new WrongSettingException($"{Section}:HstsDays must be a number of days from 0 to {MostHstsDays}, not '{text}'."),
    };

    private void RefuseMail()
    {
        if (Value("HelpDesk:Mail") is { } mail && !MailAddress.TryCreate(mail, out _))
            throw new WrongSettingException($"{Section}:HelpDesk:Mail must be a mail address, not '{mail}'.");
    }

    private string DataFolder()
    {
        var folder = Path.GetFullPath(Value("Data") ?? "data", contentRoot);
        try
        {
            // Keys and answers: for this process alone. A folder that exists keeps the rights that the operator gave it.
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(folder);
            else if (!Directory.Exists(folder))
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            using (File.Create(Path.Combine(folder, $".{Guid.NewGuid():N}"), 1, FileOptions.DeleteOnClose))
                return folder;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new WrongSettingException($"{Section}:Data names the folder '{folder}', in which this process cannot make files.");
        }
    }
}
