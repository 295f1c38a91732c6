using Microsoft.AspNetCore.Components;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Web.FormParts;

namespace Participatie.Web.QuestionInputs;

/// <summary>The part of a question page that differs from kind to kind: heading, help and fields.</summary>
public abstract class QuestionInput<TQuestion> : ComponentBase
    where TQuestion : Question
{
    [Parameter, EditorRequired]
    public Asked Asked { get; set; } = null!;

    [Inject]
    protected InterfaceWords Words { get; set; } = null!;

    protected TQuestion Question => (TQuestion)Asked.Question;

    protected Prompt Prompt => Prompt.For(Question, Words.Language);

    /// <summary>What stands in the one field of this kind: as it was typed, or else as it was answered before.</summary>
    protected string? Value(Func<Answer?, string?> answered) =>
        Asked.Typed is { } typed ? typed.Value : answered(Asked.Answer);
}
