using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Members;
using Participatie.Surveys.Review.Rounds;
using Participatie.Web.Access;
using Participatie.Web.Pages.Definition.Desk.Comparing;
using Participatie.Web.Pages.Review.Members;

namespace Participatie.Web.Pages.Review.Desk.Council;

public sealed record RoundsView
{
    public required ConsultationLife Life { get; init; }

    public required string Title { get; init; }

    public required int Revision { get; init; }

    public required ConsultationReview Review { get; init; }

    public required bool CanAsk { get; init; }

    /// <summary>How long a round of it may be, and why.</summary>
    public required RoundLength Length { get; init; }

    public required string Search { get; init; }

    public required PageOf<Finding> Findings { get; init; }

    public required TypedRound Typed { get; init; }

    public Refused Refused { get; init; } = Refused.Nothing;
}

public sealed record RoundView
{
    public required ConsultationLife Life { get; init; }

    public required string Title { get; init; }

    public required ConsultationReview Review { get; init; }

    public required ReviewRound Round { get; init; }

    /// <summary>How long it is, and why.</summary>
    public required RoundLength Length { get; init; }

    public required VisitsOfRound Visits { get; init; }

    public required IReadOnlyList<ReviewMember> Members { get; init; }

    public required IReadOnlyList<MemberPage> Pages { get; init; }

    /// <summary>Nobody looked in time, and nothing blocks.</summary>
    public required bool CanGoOn { get; init; }

    public required bool MayWrite { get; init; }

    /// <summary>Who is of the council now, and can be invited.</summary>
    public required IReadOnlyList<CouncilAccount> Council { get; init; }

    public string Said { get; init; } = "";

    public TypedInvitee Invited { get; init; } = TypedInvitee.Nothing;

    public MadeLink? Made { get; init; }

    public Refused Refused { get; init; } = Refused.Nothing;
}

public sealed record WriteDownView
{
    public required ConsultationLife Life { get; init; }

    public required ReviewRound Round { get; init; }

    public required IReadOnlyList<ReviewMember> Members { get; init; }

    public required IReadOnlyList<MemberPage> Pages { get; init; }

    public TypedFinding Typed { get; init; } = TypedFinding.Nothing;

    public Refused Refused { get; init; } = Refused.Nothing;
}

public sealed record FindingView
{
    public required ConsultationLife Life { get; init; }

    public required ConsultationReview Review { get; init; }

    public required Finding Finding { get; init; }

    public required IReadOnlyList<MemberPage> Pages { get; init; }

    public required bool MayWrite { get; init; }

    /// <summary>The last version that there is.</summary>
    public required int Newest { get; init; }

    /// <summary>What that says otherwise on the page of the finding; null while there is none after it.</summary>
    public required Comparison? Since { get; init; }

    /// <summary>The same of the version in which staff say now that it is solved; null when they do not.</summary>
    public required Comparison? Solved { get; init; }

    public TypedAnswer Typed { get; init; } = TypedAnswer.Nothing;

    public Refused Refused { get; init; } = Refused.Nothing;
}
