using Participatie.Surveys.Definition;

namespace Participatie.Surveys.Reporting.Decisions;

/// <summary>Why nothing was written. Each has its plain sentence on the desk.</summary>
public enum DecisionRefusal
{
    /// <summary>Somebody else wrote since the form was made.</summary>
    ChangedMeanwhile,

    HasProblems,

    /// <summary>It was public before: what changes has to be told.</summary>
    NoNote,

    NoteTooLong,

    /// <summary>Residents can still answer, or the results are not final: nobody can say yet what was heard.</summary>
    NotYet,

    /// <summary>There is nothing public that could be taken back.</summary>
    NotPublic,
}

/// <summary>Nothing was written: thrown so that everything else in the transaction is undone too.</summary>
public sealed class DecisionException(DecisionRefusal refusal, IReadOnlyList<Problem> problems) : Exception($"Not done: {refusal}.")
{
    public DecisionException(DecisionRefusal refusal)
        : this(refusal, [])
    {
    }

    public DecisionRefusal Refusal { get; } = refusal;

    /// <summary>Named after the members of <see cref="DecisionText"/>, when that is why.</summary>
    public IReadOnlyList<Problem> Problems { get; } = problems;
}
