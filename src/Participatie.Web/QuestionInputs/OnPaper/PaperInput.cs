using Microsoft.AspNetCore.Components;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Web.QuestionInputs.OnPaper;

/// <summary>The part of a question on paper that differs from kind to kind: the boxes and lines under its heading.</summary>
public abstract class PaperInput<TQuestion> : ComponentBase
    where TQuestion : Question
{
    [Parameter, EditorRequired]
    public TQuestion Question { get; set; } = null!;

    [Parameter, EditorRequired]
    public PaperRouting PaperRouting { get; set; } = null!;

    [Inject]
    protected InterfaceWords Words { get; set; } = null!;

    /// <summary>"Weet ik niet" and its like: the last boxes of the question.</summary>
    protected IReadOnlyList<Choice> LastBoxes => [.. WaysOut.Of(Question).Select(way => way with { Picture = null })];
}
