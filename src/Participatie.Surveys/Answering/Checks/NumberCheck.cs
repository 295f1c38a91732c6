using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Answering.Checks;

internal static class NumberCheck
{
    public static Checked Check(Attempt attempt)
    {
        var question = (NumberQuestion)attempt.Question;
        if (attempt.Way != Ways.Next)
        {
            return attempt.Refuse("check.form");
        }

        return attempt.Posted.All(Posted.Answer) switch
        {
            [] => attempt.RefuseEmpty("check.number"),
            [var text] when string.IsNullOrWhiteSpace(text) => attempt.RefuseEmpty("check.number"),
            [var text] => WholeNumber.In(text) is { } number && number >= question.Min && number <= question.Max
                ? new Accepted(new Amount(number))
                : attempt.Refuse("check.number-between", question.Min, question.Max),
            _ => attempt.Refuse("check.one"),
        };
    }
}
