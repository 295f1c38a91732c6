using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Participatie.Surveys.Storage;
using Participatie.Web.Hosting;

namespace Participatie.Web.Access;

/// <summary>Whether staff sign in with the account of their organisation, and who still may with a password of ours.</summary>
internal sealed partial class SingleSignOn(
    Settings settings, Database database, IOptionsMonitor<OpenIdConnectOptions> options, ILogger<SingleSignOn> log)
{
    /// <summary>As staff know the provider; null when there is none.</summary>
    public string? Name => settings.SingleSignOn?.Name;

    /// <summary>Whether the provider answers: before anybody is sent there.</summary>
    public async Task<bool> IsThereAsync(CancellationToken cancellationToken)
    {
        try
        {
            await options.Get(Staff.SingleSignOn).ConfigurationManager!.GetConfigurationAsync(cancellationToken);
            return true;
        }
        catch (Exception failure) when (failure is InvalidOperationException or IOException or HttpRequestException)
        {
            LogAway(failure.GetType().Name);
            return false;
        }
    }

    /// <summary>Whether this account signs in there and therefore not here.</summary>
    public async Task<bool> IsOnlyWayForAsync(Account account, CancellationToken cancellationToken) =>
        settings.SingleSignOn is { Only: true } && !IsEmergency(account)
        && await database.ReadAsync(
            "SELECT 1 FROM external_identities WHERE account_id = @id", _ => true, cancellationToken, ("@id", account.Id)) is not [];

    /// <summary>The account that gets in while the provider is away; others are told when it does.</summary>
    public bool IsEmergency(Account account) =>
        settings.SingleSignOn?.EmergencyAccount is { } mail && string.Equals(mail, account.Email, StringComparison.OrdinalIgnoreCase);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The provider of single sign-on does not answer: {Failure}")]
    private partial void LogAway(string failure);
}
