namespace Participatie.Surveys.Definition.Life;

/// <summary>Why a step is not taken. Each has its plain sentence on the desk.</summary>
public enum LifeRefusal
{
    /// <summary>There is no such consultation.</summary>
    Unknown,

    /// <summary>Somebody else changed it since the form was made.</summary>
    ChangedMeanwhile,

    /// <summary>The step does not lead on from where it stands.</summary>
    NotFromHere,

    /// <summary>The document does not say how the consultation is called in addresses.</summary>
    NoSlug,

    /// <summary>Another consultation is called so.</summary>
    SlugTaken,

    /// <summary>Larger than any definition may be.</summary>
    TooLarge,

    /// <summary>The working copy lies with who reviews or opens it: take it back first.</summary>
    Frozen,

    /// <summary>The document cannot be used: see <see cref="LifeException.Problems"/>.</summary>
    HasProblems,

    NoReason,

    ReasonTooLong,

    /// <summary>The day is past, or not later than the one that it replaces.</summary>
    DayTooEarly,

    /// <summary>The day comes after another that has to come first.</summary>
    DayTooLate,

    /// <summary>The correction says what residents read already.</summary>
    NothingChanged,

    /// <summary>Nobody can answer any more.</summary>
    AlreadyClosed,

    /// <summary>The council was not asked about this very version, or still looks.</summary>
    NotSignedOff,

    /// <summary>A finding of the council is open with which somebody cannot go on.</summary>
    SomebodyCannotGoOn,
}

/// <summary>A step was not taken: thrown so that everything else in the transaction is undone too.</summary>
public sealed class LifeException(LifeRefusal refusal, IReadOnlyList<Problem> problems) : Exception($"Not done: {refusal}.")
{
    public LifeException(LifeRefusal refusal)
        : this(refusal, [])
    {
    }

    public LifeRefusal Refusal { get; } = refusal;

    /// <summary>With JSON pointers into the document, when that is why.</summary>
    public IReadOnlyList<Problem> Problems { get; } = problems;
}
