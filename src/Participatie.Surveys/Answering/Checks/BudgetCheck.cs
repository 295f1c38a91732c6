using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Answering.Checks;

/// <summary>Takes amounts that add up; or, with a button beside one of them, keeps what is typed so far with a step more or less.</summary>
internal static class BudgetCheck
{
    public static Checked Check(Attempt attempt)
    {
        var question = (BudgetQuestion)attempt.Question;
        var shift = Ways.Shifted(attempt.Way) is var (id, more) && question.PlaceOf(id) is { } place ? (place, more) : ((int Place, bool More)?)null;
        if ((attempt.Way != Ways.Next && shift is null) || attempt.Posted.Names.Any(name => IsForged(question, name)))
        {
            return attempt.Refuse("check.form");
        }

        var amounts = new List<int>(question.Offered.Count);
        var problems = new List<Problem>();
        var empty = true;
        foreach (var choice in question.Offered)
        {
            var typed = attempt.Posted.All(Posted.AnswerFor(choice.Id));
            empty &= typed.All(string.IsNullOrWhiteSpace);
            if (AmountOf(question, typed) is { } amount)
            {
                amounts.Add(amount);
            }
            else
            {
                problems.Add(new Problem(
                    Posted.AnswerFor(choice.Id),
                    attempt.Words.Format(question.Step == 1 ? "check.amount" : "check.amount-steps", choice.Text.In(attempt.Words.Language).Words, question.Total, question.Step)));
            }
        }

        return problems.Count > 0 ? new Refused(problems)
            : shift is var (at, isMore) ? new Accepted(new Divided(Shift(question, amounts, at, isMore)))
            : empty ? attempt.RefuseEmpty("check.divide")
            : Compare(attempt, question, amounts);
    }

    /// <summary>Gives no more than is left, and takes no more than there is: a button that can do nothing changes nothing.</summary>
    private static List<int> Shift(BudgetQuestion question, List<int> amounts, int place, bool more)
    {
        var shifted = amounts[place] + (more ? question.Step : -question.Step);
        if (shifted >= 0 && (!more || amounts.Sum() + question.Step <= question.Total))
        {
            amounts[place] = shifted;
        }

        return amounts;
    }

    private static Checked Compare(Attempt attempt, BudgetQuestion question, List<int> amounts)
    {
        // At most six amounts, each at most the total: no overflow.
        var left = question.Total - amounts.Sum();
        var unit = question.Unit.In(attempt.Words.Language).Words;
        return left switch
        {
            > 0 => attempt.Refuse("check.left", left, unit),
            < 0 => attempt.Refuse("check.too-much", -left, unit),
            _ => new Accepted(new Divided(amounts)),
        };
    }

    /// <summary>An empty field gives nothing.</summary>
    private static int? AmountOf(BudgetQuestion question, IReadOnlyList<string> typed) => typed switch
    {
        [] => 0,
        [var text] when string.IsNullOrWhiteSpace(text) => 0,
        [var text] => WholeNumber.In(text) is { } amount && amount >= 0 && amount <= question.Total && amount % question.Step == 0 ? amount : null,
        _ => null,
    };

    private static bool IsForged(BudgetQuestion question, string name) =>
        name.StartsWith(Posted.Answer, StringComparison.Ordinal) && !question.Offered.Any(choice => name == Posted.AnswerFor(choice.Id));
}
