using Participatie.Surveys.Definition;
using Participatie.Surveys.Review.Rounds;

namespace Participatie.Surveys.Review.Findings;

/// <summary>Something that hinders somebody, with all that was done about it: what follows from its events. Never changes.</summary>
/// <param name="Report">How it began: the member's own words.</param>
/// <param name="Events">About it, oldest first, with the report.</param>
public sealed record Finding(ReviewEvent Report, IReadOnlyList<ReviewEvent> Events)
{
    /// <summary>Working days within which its reporter looks again; then another member may too, or the chair closes it.</summary>
    public const int LookAgainDays = 10;

    public int Number => Report.Number;

    public Severity Severity => Report.Severity!.Value;

    public FindingSubject Subject => Report.Subject!.Value;

    /// <summary>A form that was made before another change is not taken.</summary>
    public int LastNumber => Events[^1].Number;

    /// <summary>The finding that is answered for it too; null while it stands alone.</summary>
    public int? JoinedWith => Events.LastOrDefault(one => one.Step is ReviewStep.Joined or ReviewStep.TakenApart) is
        { Step: ReviewStep.Joined } joined
        ? joined.Other
        : null;

    /// <summary>The criterion that it is about, by W3C's short name; null while nobody said so.</summary>
    public string? Criterion => LastOf(ReviewStep.Classified)?.Text is { Length: > 0 } id ? id : null;

    /// <summary>What staff say now; null when they did not answer, or somebody is still hindered since.</summary>
    public ReviewEvent? Answer => LastOf(ReviewStep.Answered, ReviewStep.StillThere) is { Step: ReviewStep.Answered } answer ? answer : null;

    /// <summary>As it stands by itself; of a joined one the other counts.</summary>
    public FindingState State => LastOf(
        ReviewStep.Answered, ReviewStep.StillThere, ReviewStep.Confirmed, ReviewStep.ClosedByChair) switch
    {
        null or { Step: ReviewStep.StillThere } => FindingState.Open,
        { Step: ReviewStep.Answered, Answer: AnswerKind.Later } => FindingState.Promised,
        { Step: ReviewStep.Answered } => FindingState.LookAgain,
        _ => FindingState.Closed,
    };

    /// <summary>The last day on which only its reporter is asked to look again.</summary>
    public DateOnly? LookAgainBy => State == FindingState.LookAgain
        ? WorkingDays.After(Amsterdam.DayOf(Answer!.Moment), LookAgainDays)
        : null;

    /// <summary>Promised for a day that is past.</summary>
    public bool IsLate(DateOnly today) => State == FindingState.Promised && today.DayNumber > Answer!.Day;

    private ReviewEvent? LastOf(params ReadOnlySpan<ReviewStep> steps)
    {
        for (var at = Events.Count - 1; at >= 0; at--)
        {
            if (steps.Contains(Events[at].Step))
            {
                return Events[at];
            }
        }

        return null;
    }
}
