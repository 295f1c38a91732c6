using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Web.QuestionInputs.Kinds;

namespace Participatie.Web.Pages.Answering;

/// <summary>An answer as its giver reads it back: a line for each thing that was said.</summary>
internal static class AnswerInWords
{
    /// <param name="question">What was asked.</param>
    /// <param name="answer">What was answered.</param>
    /// <param name="step">Which, where each step has an answer of its own.</param>
    /// <param name="rotation">At which choice its list started.</param>
    /// <param name="words">In the language of the page.</param>
    public static IReadOnlyList<AnswerLine> Of(Question question, Answer answer, int step, int rotation, InterfaceWords words) =>
        answer is Missing missing
        ? [new AnswerLine(Passed(missing.Reason, words))]
        :
        [
            .. KindPages.All.For(question).InWords(question, answer, step, rotation, words).Select(passage => new AnswerLine(passage)),
            .. Typed(answer),
        ];

    private static Passage Passed(Reason reason, InterfaceWords words) => new(
        words[reason switch
        {
            Reason.DontKnow => "answer.dontknow",
            Reason.RatherNot => "answer.rathernot",
            _ => "answer.skipped",
        }],
        words.Language);

    /// <summary>What was written, also beside a choice: that choice is the last one that can be chosen together with others.</summary>
    private static IEnumerable<AnswerLine> Typed(Answer answer) => answer.WordsOfOnesOwn() is { } written
        ? written.Text.Split('\n').Select(line => new AnswerLine(new Passage(line, written.Language), IsTyped: true))
        : [];
}
