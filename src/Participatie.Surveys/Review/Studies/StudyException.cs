using Participatie.Surveys.Definition;

namespace Participatie.Surveys.Review.Studies;

/// <summary>Why nothing was written.</summary>
public enum StudyRefusal
{
    /// <summary>Somebody else wrote since the form was made.</summary>
    ChangedMeanwhile,

    HasProblems,
}

/// <summary>Nothing was written: thrown so that everything else in the transaction is undone too.</summary>
public sealed class StudyException(StudyRefusal refusal, IReadOnlyList<Problem> problems) : Exception($"Not done: {refusal}.")
{
    public StudyRefusal Refusal { get; } = refusal;

    /// <summary>Named after the members of <see cref="Study"/>, when that is why.</summary>
    public IReadOnlyList<Problem> Problems { get; } = problems;
}
