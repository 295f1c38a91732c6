using Microsoft.AspNetCore.Components;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Web.QuestionInputs.OnPaper;

/// <summary>The part of a question on paper that differs from kind to kind: the boxes and lines under its heading.</summary>
public abstract class PaperInput<TQuestion> : ComponentBase
    where TQuestion : Question
{
    private static readonly Choice DontKnow = new(AnswersDocument.DontKnow, InterfaceWords.Everywhere("answer.dontknow"));
    private static readonly Choice RatherNot = new(AnswersDocument.RatherNot, InterfaceWords.Everywhere("answer.rathernot"));

    [Parameter, EditorRequired]
    public TQuestion Question { get; set; } = null!;

    [Parameter, EditorRequired]
    public PaperRouting PaperRouting { get; set; } = null!;

    [Inject]
    protected InterfaceWords Words { get; set; } = null!;

    /// <summary>"Weet ik niet" and its like: the last boxes of the question.</summary>
    protected IReadOnlyList<Choice> WaysOut =>
        [.. new[] { (Question.DontKnow, DontKnow), (Question.RatherNot, RatherNot) }.Where(pair => pair.Item1).Select(pair => pair.Item2)];
}
