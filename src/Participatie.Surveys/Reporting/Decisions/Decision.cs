using Participatie.Surveys.Definition;

namespace Participatie.Surveys.Reporting.Decisions;

/// <param name="Number">1, 2, 3, … of this decision.</param>
/// <param name="State">What it is.</param>
/// <param name="Text">All of it, as it stood then.</param>
/// <param name="Note">What changed and why, for everybody.</param>
/// <param name="At">When.</param>
/// <param name="Who">Never for the public.</param>
public sealed record DecisionRevision(
    int Number, DecisionState State, DecisionText Text, string Note, DateTimeOffset At, string Who)
{
    internal static DecisionRevision Of(DecisionEntry entry) => new(
        entry.Revision,
        (DecisionState)entry.State,
        new DecisionText
        {
            Heard = entry.Heard,
            HeardEasy = entry.HeardEasy,
            Outcome = (DecisionOutcome?)entry.Outcome,
            Why = entry.Why,
            WhyEasy = entry.WhyEasy,
            DecidedBy = entry.DecidedBy,
            By = entry.DueDay is { } day ? DateOnly.FromDayNumber(day) : null,
            Progress = (DecisionProgress)entry.Progress,
            ProgressReason = entry.ProgressReason,
        },
        entry.Note,
        DateTimeOffset.FromUnixTimeMilliseconds(entry.At),
        entry.Who);
}

/// <summary>What is done with the answers to a question, or with all of a consultation: what follows from its revisions.</summary>
/// <param name="QuestionId">Or <see cref="DecisionEntry.Whole"/>.</param>
/// <param name="Revisions">Oldest first, at least one.</param>
public sealed record Decision(string QuestionId, IReadOnlyList<DecisionRevision> Revisions)
{
    /// <summary>What staff work on: the newest, public or not.</summary>
    public DecisionRevision Latest => Revisions[^1];

    /// <summary>Whether anything of it is or was on a public page: from then on each change is told.</summary>
    public bool WasPublic => PublicRevisions.Count > 0;

    /// <summary>What everybody reads now; null when it was never published, or was taken back.</summary>
    public DecisionText? Published => PublicRevisions is [.., { State: DecisionState.Published } last] ? last.Text : null;

    /// <summary>When what everybody reads now was published for the first time.</summary>
    public DateOnly? PublishedOn => PublicRevisions is [var first, ..] ? Amsterdam.DayOf(first.At) : null;

    /// <summary>What changed since it was public for the first time, oldest first: corrected, or taken back.</summary>
    public IReadOnlyList<DecisionRevision> Changes => [.. PublicRevisions.Skip(1)];

    /// <summary>What everybody could read at some time, oldest first.</summary>
    public IReadOnlyList<DecisionRevision> PublicRevisions => [.. Revisions.Where(revision => revision.State != DecisionState.Draft)];
}
