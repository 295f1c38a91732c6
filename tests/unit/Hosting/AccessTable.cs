using static Participatie.Web.Addresses;

namespace Participatie.Tests.Hosting;

/// <summary>
/// Every address of the site: who may use it, what proves that a POST was meant, and how often one visitor may ask. An address that is not
/// in this table does not exist: adding one here is the moment to think about it.
/// </summary>
internal static class AccessTable
{
    public static readonly IReadOnlyList<Access> Rows =
    [
        new("GET", Home),
        new("GET", Themes),
        new("GET", Patterns.Theme),
        new("GET", Help),
        new("GET", Volunteers),
        new("GET", Privacy),
        new("GET", Accessibility),
        new("GET", Report),
        new("GET", Settings),
        new("POST", Settings, Proof.Origin),
        new("GET", Patterns.Consultation),
        new("POST", Patterns.Consultation, Proof.Token),
        new("GET", Patterns.Charter),
        new("GET", Patterns.Invitation),
        new("POST", Patterns.Invitation, Proof.Token, Limit.CodeEntry),
        new("GET", Patterns.Organisation),
        new("POST", Patterns.Organisation, Proof.Token),
        new("GET", Patterns.Together),
        new("POST", Patterns.Together, Proof.Token),
        new("GET", Patterns.Helped),
        new("POST", Patterns.Helped, Proof.Token),
        new("GET", Patterns.Shared),
        new("POST", Patterns.Shared, Proof.Token),
        new("GET", Patterns.Question),
        new("POST", Patterns.Question, Proof.TokenOrAskAgain),
        new("GET", Patterns.QuestionStep),
        new("POST", Patterns.QuestionStep, Proof.TokenOrAskAgain),
        new("GET", Patterns.Check),
        new("POST", Patterns.Check, Proof.Token),
        new("GET", Patterns.Stop),
        new("POST", Patterns.Stop, Proof.Token),
        new("GET", Patterns.Wipe),
        new("POST", Patterns.Wipe, Proof.Token),
        new("GET", Patterns.TakeBack),
        new("POST", Patterns.TakeBack, Proof.Token),
        new("GET", Patterns.Thanks),
        new("GET", Patterns.Forget),
        new("POST", Patterns.Forget, Proof.Token),
        new("GET", Patterns.Results),
        new("GET", Patterns.Offline),
        new("GET", Patterns.Paper),
        new("GET", Patterns.PaperLarge),
        new("GET", Patterns.ResultsOfInvited),
        new("GET", Patterns.ResultsOfOrganisations),
        new("GET", Patterns.ResultsPeople),
        new("GET", Patterns.ResultsByGroup),
        new("GET", Patterns.OpenData),
        new("GET", Patterns.OpenDataFile),
        new("GET", Resume),
        new("POST", Resume, Proof.Token, Limit.CodeEntry),
        new("GET", MyAnswer),
        new("POST", MyAnswer, Proof.Token, Limit.CodeEntry),
        new("GET", Schema),
        new("GET", Patterns.Recording),
        new("GET", SecurityText, Limit: Limit.None),
        // The health checks of the framework answer every method and look at nothing that was sent.
        new("*", Live, Proof.Token, Limit.None),
        new("*", Ready, Proof.Token, Limit.None),
        new("*", HealthStatus, Proof.Token, Limit.None),
    ];
}

/// <param name="Method">GET, POST, or * for any.</param>
/// <param name="Pattern">The route.</param>
/// <param name="Proof">What a request that changes something must bring.</param>
/// <param name="Limit">How often one address may ask.</param>
/// <param name="Who">Everyone, or the policy that staff or council must meet.</param>
internal sealed record Access(
    string Method, string Pattern, Proof Proof = Proof.None, Limit Limit = Limit.Pages, string Who = "everyone");

internal enum Proof
{
    None,
    Origin,
    Token,
    TokenOrAskAgain,
}

internal enum Limit
{
    None,
    Pages,
    CodeEntry,
}
