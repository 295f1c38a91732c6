using System.Net.Mail;

namespace Participatie.Web.Hosting;

/// <summary>Reads the settings below <c>Participatie:SingleSignOn</c>.</summary>
/// <param name="value">The text of a setting, or null.</param>
internal sealed class SingleSignOnSettingsReader(Func<string, string?> value)
{
    private const string Section = "Participatie:SingleSignOn";

    public static readonly IReadOnlyList<string> Names =
    [
        "SingleSignOn:Administrators", "SingleSignOn:Authority", "SingleSignOn:ClientId", "SingleSignOn:ClientSecret",
        "SingleSignOn:EmergencyAccount", "SingleSignOn:Name", "SingleSignOn:Only", "SingleSignOn:RoleClaim", "SingleSignOn:Staff",
    ];

    /// <returns>Null when no provider is set.</returns>
    /// <exception cref="WrongSettingException">A setting is wrong.</exception>
    public SingleSignOnSettings? Read()
    {
        if (Value("Authority") is not { } authority)
            return Names.FirstOrDefault(name => value(name) is not null) is { } lonely
                ? throw new WrongSettingException($"Participatie:{lonely} is set, but {Section}:Authority is not.")
                : null;
        var (only, emergency) = (Only(), EmergencyAccount());
        if (only && emergency is null)
            throw new WrongSettingException(
                $"{Section}:EmergencyAccount must be set when {Section}:Only is true: somebody has to get in while the provider is away.");
        return new SingleSignOnSettings
        {
            Authority = Provider(authority),
            ClientId = Required("ClientId"),
            ClientSecret = Required("ClientSecret"),
            Name = Value("Name") ?? "uw organisatie",
            RoleClaim = Value("RoleClaim") ?? "roles",
            Administrators = List("Administrators"),
            Staff = List("Staff"),
            Only = only,
            EmergencyAccount = emergency,
        };
    }

    private string? Value(string name) => value($"SingleSignOn:{name}");

    private string Required(string name) =>
        Value(name) ?? throw new WrongSettingException($"{Section}:{name} must be set when {Section}:Authority is.");

    private string[] List(string name) =>
        (Value(name) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Plain HTTP on this very machine alone: whoever reads along could sign in as anybody.</summary>
    private static Uri Provider(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url is { Query: "", Fragment: "", UserInfo: "" }
            && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
            ? url
            : throw new WrongSettingException(
                $"{Section}:Authority must be an address such as https://login.example.nl, over HTTPS, not '{text}'.");

    private bool Only() => Value("Only") switch
    {
        null => false,
        var text when bool.TryParse(text, out var only) => only,
        var text => throw new WrongSettingException($"{Section}:Only must be true or false, not '{text}'."),
    };

    private string? EmergencyAccount() => Value("EmergencyAccount") switch
    {
        null => null,
        var text when MailAddress.TryCreate(text, out var address) && address.Address == text => text,
        var text => throw new WrongSettingException($"{Section}:EmergencyAccount must be a mail address, not '{text}'."),
    };
}
