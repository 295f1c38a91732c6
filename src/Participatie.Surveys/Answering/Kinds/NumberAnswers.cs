using System.Text.Json;
using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Answering.Kinds;

internal sealed class NumberAnswers : AnswerKind<NumberQuestion, Amount>
{
    protected override Checked Check(NumberQuestion question, Attempt attempt) => attempt.FilledIn.Values switch
    {
        [] => attempt.RefuseEmpty("check.number"),
        [var text] => Read(attempt, question, text),
        _ => attempt.Refuse("check.one"),
    };

    // One form for one number: no zeros behind the last decimal.
    protected override void Write(Utf8JsonWriter json, Amount answer, bool whole) =>
        json.WriteNumberValue(answer.Value / 1.0000000000000000000000000000m);

    protected override Amount Read(ref Utf8JsonReader json) => new(json.GetDecimal());

    protected override bool Allows(NumberQuestion question, Amount answer) =>
        answer.Value >= question.Min && answer.Value <= question.Max && question.Fits(answer.Value);

    private static Checked Read(Attempt attempt, NumberQuestion question, string text)
    {
        var words = attempt.Words;
        return new ReadNumber(words, question.Unit).In(text) switch
        {
            null => attempt.RefuseEmpty("check.number"),
            NumberRead { Value: var value } when value < question.Min
                || value > question.Max
                || (question.Decimals == 0 && !question.Fits(value)) =>
                attempt.Refuse(
                    question.Decimals == 0 ? "check.number-between" : "check.number-between-decimals",
                    words.Number(question.Min),
                    words.Number(question.Max)),
            NumberRead { Value: var value } => question.Fits(value)
                ? new Accepted(new Amount(value))
                : attempt.Refuse("check.number-decimals", words.Number(decimal.Round(value, question.Decimals))),
            NumberUnread { Part: var part } => attempt.Refuse("check.number-unread", part),
            NumberUnclear { Written: var written, Thousands: var thousands } =>
                attempt.Refuse("check.number-unclear", written, words.Number(thousands)),
            _ => attempt.Refuse("check.form"),
        };
    }
}
