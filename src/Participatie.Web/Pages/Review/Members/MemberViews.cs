using Participatie.Surveys.Definition;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Members;
using Participatie.Surveys.Review.Rounds;

namespace Participatie.Web.Pages.Review.Members;

/// <param name="Token">Of the link.</param>
/// <param name="Title">Of the consultation.</param>
/// <param name="Name">Empty for a number.</param>
/// <param name="Before">When somebody came in by it last.</param>
/// <param name="DeletedOn">When how somebody reads is deleted.</param>
public sealed record MemberWelcomeView(string Token, string Title, string Name, DateTimeOffset? Before, DateOnly DeletedOn)
{
    /// <summary>On this device, from the round before.</summary>
    public RememberedWays Remembered { get; init; } = RememberedWays.Nothing;
}

public sealed record MemberRoundView
{
    public required string Token { get; init; }

    public required string Title { get; init; }

    public required string Preview { get; init; }

    public required ReviewRound Round { get; init; }

    /// <summary>How long it is, and why.</summary>
    public required RoundLength Length { get; init; }

    public required ConsultationReview Review { get; init; }

    public required IReadOnlyList<Finding> Own { get; init; }

    public required IReadOnlyList<Finding> Others { get; init; }

    public required bool MayApprove { get; init; }

    public required bool IsBlocked { get; init; }

    /// <summary>Who has one may keep a passkey.</summary>
    public required bool HasAccount { get; init; }

    /// <summary>How many could not go on in an earlier round, of which nobody says how that is now.</summary>
    public required int Left { get; init; }

    /// <summary>What was begun and can be sent.</summary>
    public required IReadOnlyList<BegunText> HalfWritten { get; init; }

    public required IReadOnlyList<WayOfReading> Untried { get; init; }

    public required IReadOnlyList<MemberPage> Unseen { get; init; }

    public string? Why { get; init; }
}

/// <param name="Words">As typed.</param>
/// <param name="About">The page, the finding; null for the whole.</param>
/// <param name="Address">Of its form.</param>
public sealed record BegunText(string Words, string? About, string Address);

/// <param name="Token">Of the link.</param>
/// <param name="Page">That it is about; empty for none.</param>
/// <param name="PageName">The question, where it is one.</param>
/// <param name="Typed">What was filled in.</param>
/// <param name="Back">Where somebody came from.</param>
/// <param name="Seen">The last number of the consultation's rounds.</param>
public sealed record MemberReportView(string Token, string Page, string? PageName, TypedReport Typed, string Back, int Seen)
{
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>It was written before and not reported.</summary>
    public bool IsBegun { get; init; }

    public HalfWritten HalfWritten => new(Page, Typed.Words, Typed.Severity, Typed.Subject);
}

public sealed record MemberFindingView
{
    public required string Token { get; init; }

    public required Finding Own { get; init; }

    /// <summary>The one that is answered for it.</summary>
    public required Finding Main { get; init; }

    public required string? PageName { get; init; }

    public required bool MayLook { get; init; }

    /// <summary>Of an earlier round, and staff did not solve it: only that it hinders still.</summary>
    public required bool MaySayStillThere { get; init; }

    public required int? LookAt { get; init; }

    /// <summary>The chair, when nobody looked within the term.</summary>
    public required bool MayClose { get; init; }

    public required string? WalkTo { get; init; }

    /// <summary>
    /// By the number of an answer that says in which version it is solved: what the page says otherwise there, as this member reads it.
    /// </summary>
    public required IReadOnlyDictionary<int, IReadOnlyList<PageChange>> Changes { get; init; }

    public string Typed { get; init; } = "";

    /// <summary>It was written before and not sent.</summary>
    public required bool IsBegun { get; init; }

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public string? Why { get; init; }
}

/// <param name="Token">Of the link.</param>
/// <param name="Number">Of the finding.</param>
/// <param name="Why">In a sentence.</param>
/// <param name="Typed">What was just written about it; empty for nothing.</param>
/// <param name="Begun">What was written about it before and is kept; empty for nothing.</param>
public sealed record MemberNotYoursView(string Token, int Number, string Why, string Typed, string Begun);
