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
    private static readonly Choice DontKnow = new(AnswersDocument.DontKnow, InterfaceWords.Everywhere("answer.dontknow"), "question-mark");
    private static readonly Choice RatherNot = new(AnswersDocument.RatherNot, InterfaceWords.Everywhere("answer.rathernot"));

    [Parameter, EditorRequired]
    public Asked Asked { get; set; } = null!;

    [Inject]
    protected InterfaceWords Words { get; set; } = null!;

    protected TQuestion Question => (TQuestion)Asked.Question;

    protected Prompt Prompt => Prompt.For(Question, Words.Language);

    /// <summary>"Weet ik niet" and its like as the last radios, for kinds that ask for one of a list.</summary>
    protected IReadOnlyList<Choice> WaysOut => (Question.DontKnow, Question.RatherNot) switch
    {
        (true, true) => [DontKnow, RatherNot],
        (true, false) => [DontKnow],
        (false, true) => [RatherNot],
        _ => [],
    };

    /// <summary>What stands in the one field of this kind: as it was typed, or else as it was answered before.</summary>
    protected string? Value(Func<Answer?, string?> answered) =>
        Asked.Typed is { } typed ? typed.First(Posted.Answer) : answered(Asked.Answer);
}
