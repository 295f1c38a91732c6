using Participatie.Surveys.Definition;

namespace Participatie.Surveys.Review.Statement;

/// <summary>Nothing was written: thrown so that everything else in the transaction is undone too.</summary>
/// <param name="problems">Named after the members of <see cref="StatementText"/>; none when somebody else wrote meanwhile.</param>
public sealed class StatementException(IReadOnlyList<Problem> problems) : Exception("Not done.")
{
    public IReadOnlyList<Problem> Problems { get; } = problems;

    /// <summary>Somebody else wrote since the form was made.</summary>
    public bool IsChangedMeanwhile => Problems.Count == 0;
}
