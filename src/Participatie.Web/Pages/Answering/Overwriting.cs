using Participatie.Surveys.Answering;
using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Language;
using Participatie.Web.QuestionInputs;

namespace Participatie.Web.Pages.Answering;

/// <summary>Two devices on one draft: what the other one saved at a question, and what was filled in here after that.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="There">As it is saved now; empty when it is not answered there.</param>
/// <param name="Here">What would take its place.</param>
/// <param name="Address">Where the form was sent.</param>
/// <param name="Fields">The form, to be sent again.</param>
public sealed record Overwriting(
    Passage Question,
    IReadOnlyList<AnswerLine> There,
    IReadOnlyList<AnswerLine> Here,
    string Address,
    IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    /// <returns>Null when nothing would be overwritten: the draft is not elsewhere, or what was sent is no answer, or the same
    /// one.</returns>
    internal static Overwriting? Of(Visit visit, Attempt attempt)
    {
        if (visit.Elsewhere is not { } there || QuestionHelp.IsAsked(attempt))
        {
            return null;
        }

        var saved = there.Answers.To(attempt.Question);
        if (CheckAnswer.Of(attempt with { Current = saved }) is not Accepted(var answer) || answer.Equals(saved))
        {
            return null;
        }

        return new Overwriting(
            attempt.Question.Text.In(attempt.Words.Language),
            saved is null ? [] : InWords(there.Rotation, attempt, saved),
            InWords(there.Rotation, attempt, answer),
            visit.AddressOf(attempt.Question, attempt.Step),
            [.. AnswerForm.FieldsOf(attempt.FilledIn)]);
    }

    private static IReadOnlyList<AnswerLine> InWords(int rotation, Attempt attempt, Answer answer) =>
        AnswerInWords.Of(attempt.Question, answer, attempt.Step, rotation, attempt.Words);
}
