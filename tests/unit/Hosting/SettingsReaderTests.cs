using System.Net;
using Microsoft.Extensions.Configuration;
using Participatie.Surveys.Codes;
using Participatie.Web.Hosting;

namespace Participatie.Tests.Hosting;

public sealed class SettingsReaderTests : IDisposable
{
    private static readonly string Key = Convert.ToBase64String(new byte[32]);
    private readonly string _root = Directory.CreateTempSubdirectory("settings").FullName;

    [Fact]
    public void Nothing_set_is_a_site_with_its_own_database_worker_and_samples()
    {
        var settings = Read().Settings!;
        Assert.Equal(Path.Combine(_root, "data"), settings.DataFolder);
        Assert.True(Directory.Exists(settings.DataFolder));
        Assert.Null(settings.PostgreSql);
        Assert.True(settings is { Worker: true, Samples: true, CodeKey: null });
    }

    [Fact]
    public void What_is_set_is_read()
    {
        var settings = Read(
            ("Participatie:Worker", "false"), ("Participatie:Samples", "False"), ("Participatie:CodeKey", Key),
            ("Participatie:OldCodeKeys", $"{Key}, {Key}"),
            ("Participatie:TrustedProxies", "10.0.0.0/8, ::1"),
            ("Participatie:PublicUrl", "https://meedoen.example"),
            ("Participatie:HstsDays", "30"),
            ("Participatie:AuditLogMonths", "36"),
            ("Participatie:HelpDesk:Mail", "hulp@voorbeeld.nl"),
            ("ConnectionStrings:Participatie", "Host=db;Database=p")).Settings!;
        Assert.True(settings is { Worker: false, Samples: false, CodeKey.Length: 32, OldCodeKeys.Count: 2,
            PostgreSql: "Host=db;Database=p" });
        Assert.Equal([IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("::1/128")], settings.TrustedProxies);
        Assert.Equal((new Uri("https://meedoen.example"), 30, 36), (settings.PublicUrl, settings.HstsDays, settings.AuditLogMonths));
    }

    [Theory]
    [InlineData("Participatie:Worker", "misschien")]
    [InlineData("Participatie:Samples", "1")]
    [InlineData("Participatie:CodeKey", "a2V5")]
    [InlineData("Participatie:CodeKey", "geen base64")]
    [InlineData("Participatie:OldCodeKeys", "geen base64")]
    [InlineData("Participatie:TrustedProxies", "10.0.0.0/8 proxy.example")]
    [InlineData("Participatie:TrustedProxies", "10.0.0.0/33")]
    [InlineData("Participatie:PublicUrl", "meedoen.example")]
    [InlineData("Participatie:PublicUrl", "ftp://meedoen.example")]
    [InlineData("Participatie:PublicUrl", "https://meedoen.example/site")]
    [InlineData("Participatie:PublicUrl", "https://meedoen.example?x")]
    [InlineData("Participatie:PublicUrl", "https://evil@meedoen.example")]
    [InlineData("Participatie:Telemetry", "localhost:4318")]
    [InlineData("Participatie:KeyCertificate", "nergens.p12")]
    [InlineData("Participatie:AuditLogMonths", "11")]
    [InlineData("Participatie:AuditLogMonths", "121")]
    [InlineData("Participatie:AuditLogMonths", "twee jaar")]
    [InlineData("Participatie:HstsDays", "-1")]
    [InlineData("Participatie:HstsDays", "731")]
    [InlineData("Participatie:HstsDays", "een jaar")]
    [InlineData("Participatie:HelpDesk:Mail", "geen adres")]
    [InlineData("Participatie:Smtp:Port", "25")]
    [InlineData("Participatie:Smtp:Hst", "smtp.voorbeeld.nl")]
    [InlineData("Participatie:Data", "/proc/nergens")]
    [InlineData("Participatie:Dta", "/tmp")]
    [InlineData("Participatie:Worker:Count", "2")]
    [InlineData("ConnectionStrings:Participatie", "Data Source=p.db")]
    [InlineData("ConnectionStrings:Participatie", "onzin")]
    [InlineData("ConnectionStrings:Participtie", "Host=db;Database=p")]
    [InlineData("Participatie:Worker", "false")]
    public void A_wrong_setting_is_refused_in_one_sentence_that_names_it(string name, string value)
    {
        var problem = Read((name, value)).Problem!;
        Assert.StartsWith(name, problem, StringComparison.Ordinal);
        Assert.EndsWith(".", problem, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem);
    }

    [Fact]
    public void A_mail_server_is_read_and_is_to_be_encrypted_unless_it_is_said_otherwise()
    {
        var smtp = Smtp().Settings!.Smtp!;
        Assert.Equal(("smtp.voorbeeld.nl", 587, SmtpEncryption.StartTls), (smtp.Host, smtp.Port, smtp.Encryption));
        Assert.Equal(("p@voorbeeld.nl", "Participatie", null), (smtp.From, smtp.FromName, smtp.User));
        smtp = Smtp(
            ("Tls", "tls"), ("User", "wij"), ("Password", "geheim "), ("FromName", "Provincie Drenthe"), ("Port", "4650")).Settings!.Smtp!;
        Assert.Equal((4650, SmtpEncryption.Tls, "wij", "geheim"), (smtp.Port, smtp.Encryption, smtp.User, smtp.Password));
        Assert.Equal(465, Smtp(("Tls", "tls")).Settings!.Smtp!.Port);
        Assert.Equal(25, Smtp(("Tls", "none")).Settings!.Smtp!.Port);
        Assert.Null(Read().Settings!.Smtp);
    }

    [Theory]
    [InlineData("Host", "geen naam")]
    [InlineData("Port", "0")]
    [InlineData("Port", "70000")]
    [InlineData("Tls", "misschien")]
    [InlineData("User", "wij")]
    [InlineData("Password", "geheim")]
    [InlineData("From", "Anna <anna@voorbeeld.nl>")]
    [InlineData("From", "geen adres")]
    [InlineData("FromName", "Drenthe\r\nBcc: dief@voorbeeld.nl")]
    [InlineData("Certificate", "nergens.pem")]
    public void A_wrong_setting_of_the_mail_server_is_refused_in_one_sentence(string name, string value)
    {
        var problem = Smtp((name, value)).Problem!;
        Assert.Contains($"Participatie:Smtp:{name}", problem, StringComparison.Ordinal);
        Assert.EndsWith(".", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_goes_over_no_plain_connection() =>
        Assert.StartsWith(
            "Participatie:Smtp:Tls must be", Smtp(("Tls", "none"), ("User", "wij"), ("Password", "x")).Problem!, StringComparison.Ordinal);

    [Fact]
    public void Links_in_mails_need_the_public_address() =>
        Assert.StartsWith(
            "Participatie:PublicUrl must be set when Participatie:Smtp:Host is",
            Read(("Participatie:Smtp:Host", "smtp.voorbeeld.nl"), ("Participatie:Smtp:From", "p@voorbeeld.nl")).Problem!,
            StringComparison.Ordinal);

    [Fact]
    public void A_provider_of_single_sign_on_is_read()
    {
        var signOn = SignOn(
            ("Administrators", "beheer, hoofd beheer"), ("Only", "true"), ("EmergencyAccount", "nood@voorbeeld.nl")).Settings!.SingleSignOn!;
        Assert.Equal(("wij", "roles", true, "nood@voorbeeld.nl"), (signOn.ClientId, signOn.RoleClaim, signOn.Only, signOn.EmergencyAccount));
        Assert.Equal(["beheer", "hoofd beheer"], signOn.Administrators);
        Assert.Empty(signOn.Staff);
        Assert.Null(Read().Settings!.SingleSignOn);
    }

    [Theory]
    [InlineData("Authority", "http://login.voorbeeld.nl")]
    [InlineData("Authority", "login.voorbeeld.nl")]
    [InlineData("Authority", "https://login.voorbeeld.nl?x=1")]
    [InlineData("ClientId", "")]
    [InlineData("ClientSecret", "")]
    [InlineData("Only", "misschien")]
    [InlineData("EmergencyAccount", "geen adres")]
    public void A_wrong_setting_of_single_sign_on_is_refused_in_one_sentence(string name, string value)
    {
        var problem = SignOn((name, value)).Problem!;
        Assert.StartsWith($"Participatie:SingleSignOn:{name} must be", problem, StringComparison.Ordinal);
        Assert.EndsWith(".", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Nobody_is_locked_out_while_the_provider_is_away() =>
        Assert.StartsWith(
            "Participatie:SingleSignOn:EmergencyAccount must be set", SignOn(("Only", "true")).Problem!, StringComparison.Ordinal);

    [Fact]
    public void Behind_a_proxy_the_public_address_has_to_be_said() =>
        Assert.StartsWith(
            "Participatie:PublicUrl must be set when Participatie:TrustedProxies is",
            Read(("Participatie:TrustedProxies", "10.0.0.1")).Problem!,
            StringComparison.Ordinal);

    [Fact]
    public void A_shared_database_needs_a_shared_key() =>
        Assert.Contains(
            "Participatie:CodeKey", Read(("ConnectionStrings:Participatie", "Host=db;Database=p")).Problem!, StringComparison.Ordinal);

    [Fact]
    public void A_password_is_never_repeated() =>
        Assert.DoesNotContain(
            "geheim", Read(("ConnectionStrings:Participatie", "Host=db;Password=geheim;Onzin=1")).Problem!, StringComparison.Ordinal);

    [Fact]
    public void Service_bus_is_a_connection_string_or_the_name_of_a_namespace()
    {
        Assert.Null(Read().Settings!.ServiceBus);
        Assert.Equal("naam.servicebus.windows.net", Read(
            ("ConnectionStrings:ServiceBus", " naam.servicebus.windows.net ")).Settings!.ServiceBus!.Host);
        var (settings, problem) = Read(("ConnectionStrings:ServiceBus", "Endpoint=sb://x;SharedAccessKey=geheim"));
        Assert.Null(settings);
        Assert.StartsWith(
            "ConnectionStrings:ServiceBus must be a connection string of Azure Service Bus, or the name of a namespace",
            problem,
            StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", problem, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private (Settings? Settings, string? Problem) SignOn(params (string Name, string Value)[] values) => Read(
    [
        .. new (string Name, string Value)[] { ("Authority", "https://login.voorbeeld.nl"), ("ClientId", "wij"), ("ClientSecret", "geheim") }
            .Where(usual => values.All(value => value.Name != usual.Name)).Concat(values)
            .Select(pair => ($"Participatie:SingleSignOn:{pair.Name}", pair.Value)),
        ("Participatie:PublicUrl", "https://meedoen.example"),
    ]);

    private (Settings? Settings, string? Problem) Smtp(params (string Name, string Value)[] values) => Read(
    [
        .. new (string Name, string Value)[] { ("Host", "smtp.voorbeeld.nl"), ("From", "p@voorbeeld.nl") }
            .Where(usual => values.All(value => value.Name != usual.Name)).Concat(values)
            .Select(pair => ($"Participatie:Smtp:{pair.Name}", pair.Value)),
        ("Participatie:PublicUrl", "https://meedoen.example"),
    ]);

    private (Settings? Settings, string? Problem) Read(params (string Name, string Value)[] values)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            values.Select(pair => KeyValuePair.Create(pair.Name, (string?)pair.Value))).Build();
        try
        {
            return (new SettingsReader(configuration, _root).Read(), null);
        }
        catch (WrongSettingException wrong)
        {
            return (null, wrong.Message);
        }
    }
}
