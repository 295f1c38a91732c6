namespace Participatie.Surveys.Definition.Life;

/// <summary>What happens to the answers that came in before a consultation was withdrawn. The numbers are stored.</summary>
public enum AnswersOnWithdrawal : short
{
    /// <summary>They count, as after closing.</summary>
    Counted = 1,

    Deleted = 2,
}

/// <summary>One step in the life of a consultation. Never changes.</summary>
/// <param name="Number">1, 2, 3, … within the consultation.</param>
/// <param name="At">When.</param>
/// <param name="Who">As the audit log says people; empty for the program itself. Never for the public.</param>
/// <param name="Step">What.</param>
/// <param name="Day">The day that it is about: of opening when planned, the last day for answers when extended or closed by its day.</param>
/// <param name="Version">That came into being.</param>
/// <param name="Revision">Of the working copy that it is about.</param>
/// <param name="Reason">In Dutch, as a person wrote it; empty where none is asked.</param>
/// <param name="Answers">When withdrawn: what happens to those that came in.</param>
public sealed record LifeEvent(
    int Number,
    DateTimeOffset At,
    string Who,
    LifeStep Step,
    DateOnly? Day,
    int? Version,
    int? Revision,
    string Reason,
    AnswersOnWithdrawal? Answers)
{
    /// <summary>
    /// When approved or corrected: by what. Null of before the council had its rounds, when an administrator signed in its place, and of a
    /// correction of what opened without the council.
    /// </summary>
    public SignOff? SignOff { get; init; }
}
