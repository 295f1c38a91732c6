using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Answering.Checks;

internal static class NumberCheck
{
    public static Checked Check(Attempt attempt)
    {
        var question = (NumberQuestion)attempt.Question;
        if (attempt.Way != FormActions.Next)
        {
            return attempt.Refuse("check.form");
        }

        return attempt.Posted.All(Posted.Answer) switch
        {
            [] => attempt.RefuseEmpty("check.number"),
            [var text] => Read(attempt, question, text),
            _ => attempt.Refuse("check.one"),
        };
    }

    private static Checked Read(Attempt attempt, NumberQuestion question, string text)
    {
        var words = attempt.Words;
        return new ReadNumber(words, question.Unit).In(text) switch
        {
            null => attempt.RefuseEmpty("check.number"),
            NumberRead { Value: var value } when value < question.Min || value > question.Max || (question.Decimals == 0 && !question.Fits(value)) =>
                attempt.Refuse(question.Decimals == 0 ? "check.number-between" : "check.number-between-decimals", words.Number(question.Min), words.Number(question.Max)),
            NumberRead { Value: var value } => question.Fits(value)
                ? new Accepted(new Amount(value))
                : attempt.Refuse("check.number-decimals", words.Number(decimal.Round(value, question.Decimals))),
            NumberUnread { Part: var part } => attempt.Refuse("check.number-unread", part),
            NumberUnclear { Written: var written, Thousands: var thousands } => attempt.Refuse("check.number-unclear", written, words.Number(thousands)),
            _ => attempt.Refuse("check.form"),
        };
    }
}
