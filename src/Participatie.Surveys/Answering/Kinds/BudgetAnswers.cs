using System.Text.Json;
using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Answering.Kinds;

/// <summary>Takes amounts that add up; or, with a button beside one of them, keeps what is typed so far with a step more or less.</summary>
internal sealed class BudgetAnswers : AnswerKind<BudgetQuestion, Divided>
{
    protected override bool HasOwnButtons => true;

    public override bool Stays(Attempt attempt, Answer? answer) => FormActions.Shifted(attempt.Way) is not null;

    protected override Checked Check(BudgetQuestion question, Attempt attempt)
    {
        var shift = FormActions.Shifted(attempt.Way) is var (id, more) && question.PlaceOf(id) is { } place
            ? (place, more)
            : ((int Place, bool More)?)null;
        if ((attempt.Way != FormActions.Next && shift is null) || IsForged(question, attempt.FilledIn))
        {
            return attempt.Refuse("check.form");
        }

        var amounts = new List<int>(question.Offered.Count);
        var problems = new List<Problem>();
        var empty = true;
        foreach (var choice in question.Offered)
        {
            var typed = attempt.FilledIn.PartValues(choice.Id);
            var reading = typed is [var text] ? new ReadNumber(attempt.Words, question.Unit).In(text) : null;
            empty &= reading is null && typed.Count < 2;
            if (typed.Count < 2 && AmountOf(question, reading) is { } amount)
            {
                amounts.Add(amount);
            }
            else
            {
                problems.Add(new Problem(choice.Id, Wrong(question, choice, reading, attempt.Words)));
            }
        }

        return problems.Count > 0 ? new Refused(problems)
            : shift is var (at, isMore) ? new Accepted(new Divided(Shift(question, amounts, at, isMore)))
            : empty ? attempt.RefuseEmpty("check.divide")
            : Compare(attempt, question, amounts);
    }

    protected override void Write(Utf8JsonWriter json, Divided answer, bool whole)
    {
        json.WriteStartArray();
        foreach (var amount in answer.Amounts)
        {
            json.WriteNumberValue(amount);
        }

        json.WriteEndArray();
    }

    protected override Divided Read(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartArray)
        {
            throw new FormatException("A budget is no list.");
        }

        var amounts = new List<int>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            amounts.Add(json.GetInt32());
        }

        return new Divided(amounts);
    }

    protected override bool Allows(BudgetQuestion question, Divided answer) =>
        answer.Amounts.Count == question.Offered.Count && answer.Amounts.All(amount => IsAmount(question, amount));

    protected override bool IsWhole(BudgetQuestion question, Divided answer) => answer.Sum == question.Total;

    /// <summary>Gives no more than is left, and takes no more than there is: a button that can do nothing changes nothing.</summary>
    private static List<int> Shift(BudgetQuestion question, List<int> amounts, int place, bool more)
    {
        var shifted = amounts[place] + (more ? question.Step : -(long)question.Step);
        if (shifted >= 0 && (!more || new Divided(amounts).Sum + question.Step <= question.Total))
        {
            amounts[place] = (int)shifted;
        }

        return amounts;
    }

    private static Checked Compare(Attempt attempt, BudgetQuestion question, List<int> amounts)
    {
        var left = question.Total - new Divided(amounts).Sum;
        return left switch
        {
            > 0 => attempt.Refuse("check.left", question.Unit.Say(left, attempt.Words)),
            < 0 => attempt.Refuse("check.too-much", question.Unit.Say(-left, attempt.Words)),
            _ => new Accepted(new Divided(amounts)),
        };
    }

    /// <summary>An empty field gives nothing.</summary>
    private static int? AmountOf(BudgetQuestion question, NumberReading? reading) => reading switch
    {
        null => 0,
        NumberRead { Value: var value } when IsAmount(question, value) => (int)value,
        _ => null,
    };

    private static bool IsAmount(BudgetQuestion question, decimal value) =>
        value >= 0 && value <= question.Total && value % question.Step == 0;

    private static string Wrong(BudgetQuestion question, Choice choice, NumberReading? reading, InterfaceWords words)
    {
        var name = choice.Text.In(words.Language).Text;
        return reading switch
        {
            NumberUnread { Part: var part } => words.Format("check.amount-unread", name, part),
            NumberUnclear { Written: var written, Thousands: var thousands } =>
                words.Format("check.amount-unclear", name, written, words.Number(thousands)),
            _ =>
                words.Format(
                    question.Step == 1 ? "check.amount" : "check.amount-steps",
                    name,
                    words.Number(question.Total),
                    words.Number(question.Step)),
        };
    }

    private static bool IsForged(BudgetQuestion question, FilledIn filledIn) =>
        filledIn.Values.Count > 0 || filledIn.Parts.Keys.Any(part => !question.Offered.Any(choice => choice.Id == part));
}
