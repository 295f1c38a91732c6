using Participatie.Surveys.Answering;
using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Web.QuestionInputs;

/// <summary>One question as it is shown: with the answer of before, or with what was typed and is wrong about it.</summary>
public sealed record Asked
{
    public required Question Question { get; init; }

    /// <summary>From 1; a question without steps has only the first.</summary>
    public int Step { get; init; } = 1;

    /// <summary>What this step shows of the question: of statements one at a time.</summary>
    public IEnumerable<Text> Texts => Question.TextsAt(Step);

    public Answer? Answer { get; init; }

    /// <summary>The refused form; null when the page is opened.</summary>
    public FilledIn? Typed { get; init; }

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>At which choice rotating lists start.</summary>
    public required int Rotation { get; init; }
}
