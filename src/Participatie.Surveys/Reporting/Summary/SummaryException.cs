namespace Participatie.Surveys.Reporting.Summary;

/// <summary>Why no summary was made or published. Each has its plain sentence on the desk.</summary>
public enum SummaryRefusal
{
    /// <summary>Nothing is public yet: the results come after closing.</summary>
    NotBeforeClosing,

    /// <summary>Fewer than ten people answered, or no look at ten of them may be shown yet.</summary>
    TooFew,

    /// <summary>Nobody can answer any more, and the last answers are still being counted.</summary>
    Counting,

    /// <summary>The answers were deleted when it was withdrawn.</summary>
    Deleted,

    /// <summary>It is public already.</summary>
    IsPublic,

    /// <summary>A colleague published one since the form was made.</summary>
    ChangedMeanwhile,

    /// <summary>One was public before: what is different has to be told.</summary>
    NoNote,

    NoteTooLong,
}

/// <summary>Nothing was written: thrown so that everything else in the transaction is undone too.</summary>
public sealed class SummaryException(SummaryRefusal refusal) : Exception($"Not done: {refusal}.")
{
    public SummaryRefusal Refusal { get; } = refusal;

    /// <summary>What can be said although no summary can be made: how many took part.</summary>
    public IReadOnlyList<string> Arrivals { get; init; } = [];
}
