namespace Participatie.Web.Hosting;

/// <summary>Where staff sign in with the account of their organisation (OpenID Connect).</summary>
public sealed record SingleSignOnSettings
{
    /// <summary>The provider, over HTTPS.</summary>
    public required Uri Authority { get; init; }

    public required string ClientId { get; init; }

    public required string ClientSecret { get; init; }

    /// <summary>As staff know it: "Provincie Drenthe".</summary>
    public required string Name { get; init; }

    /// <summary>The claim that says which groups or roles somebody has there.</summary>
    public required string RoleClaim { get; init; }

    /// <summary>Who has one of these is administrator here and who has none is not. Empty: here decides who is.</summary>
    public required IReadOnlyList<string> Administrators { get; init; }

    /// <summary>Who has one of these may come in, also without an invitation. Empty, and no administrators: who was invited.</summary>
    public required IReadOnlyList<string> Staff { get; init; }

    /// <summary>Whether who signs in there cannot sign in here with a password any more.</summary>
    public required bool Only { get; init; }

    /// <summary>The mail address of the one account that still can, when the provider is away. All administrators are told.</summary>
    public required string? EmergencyAccount { get; init; }
}
