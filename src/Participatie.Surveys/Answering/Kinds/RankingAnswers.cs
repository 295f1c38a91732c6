using System.Text.Json;
using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Answering.Kinds;

/// <summary>Asks place after place, and ends with the order, in which one can be moved.</summary>
internal sealed class RankingAnswers : SteppedAnswerKind<RankingQuestion, Ranked>
{
    protected override bool HasOwnButtons => true;

    /// <summary>The step behind the last place, where the order is shown and can be changed.</summary>
    public static int OrderStep(RankingQuestion question) => Picks(question) + 1;

    /// <summary>From the order back to the last place that was chosen, which may be before the last that could be.</summary>
    public override int StepBefore(Answer? answer, int step) =>
        answer is Ranked ranked ? Math.Min(step - 1, ranked.Choices.Count) : step - 1;

    /// <summary>Places behind the first need not be filled; on the page of the order there is nothing left to end.</summary>
    public override bool OffersEnd(Question question, int step) => step > 1 && step < OrderStep((RankingQuestion)question);

    /// <summary>The order is always shown before the resident goes on.</summary>
    public override bool Stays(Attempt attempt, Answer? answer) =>
        OrderStep((RankingQuestion)attempt.Question) is var order
        && Steps.MayVisit(attempt.Question, answer, order)
        && (attempt.Step != order || attempt.Way != FormActions.Next);

    protected override Checked Check(RankingQuestion question, Attempt attempt)
    {
        if (!Steps.MayVisit(question, attempt.Current, attempt.Step))
        {
            return attempt.Refuse("check.form");
        }

        return attempt.Step == OrderStep(question) ? Order(attempt, (Ranked)attempt.Current!) : Pick(question, attempt);
    }

    protected override void Write(Utf8JsonWriter json, Ranked answer, bool whole) =>
        AnswerJson.WriteList(json, answer.Ended && !whole ? answer.Choices.Append(AnswerJson.End) : answer.Choices);

    protected override Ranked Read(ref Utf8JsonReader json)
    {
        var order = AnswerJson.ReadList(ref json);
        return order is [.., AnswerJson.End] ? new Ranked(order[..^1]!, Ended: true) : new Ranked(order!);
    }

    protected override bool Allows(RankingQuestion question, Ranked answer) =>
        answer.Choices.Count > 0
        && answer.Choices.Count <= question.Places
        && answer.Choices.Distinct(StringComparer.Ordinal).Count() == answer.Choices.Count
        && answer.Choices.All(id => IsAmong(question.Offered, id));

    protected override bool IsWhole(RankingQuestion question, Ranked answer) => answer.Ended || answer.Choices.Count == question.Places;

    protected override int StepCount(RankingQuestion question) => question.Places > 1 ? OrderStep(question) : Picks(question);

    protected override int OpenStep(RankingQuestion question, Ranked answer) =>
        Steps.MayVisit(question, answer, OrderStep(question)) ? OrderStep(question)
        : IsWhole(question, answer) ? 1
        : Math.Min(answer.Choices.Count + 1, Picks(question));

    protected override bool MayVisit(RankingQuestion question, Ranked answer, int step) => step <= Picks(question)
        ? step <= answer.Choices.Count + 1
        : answer.Choices.Count > 1 && IsWhole(question, answer);

    private static Checked Pick(RankingQuestion question, Attempt attempt)
    {
        var before = Before(attempt);
        if (attempt.Way == FormActions.End)
        {
            return attempt.Step > 1 ? new Accepted(new Ranked(before, Ended: true)) : attempt.Refuse("check.form");
        }

        if (attempt.Way != FormActions.Next)
        {
            return attempt.Refuse("check.form");
        }

        return attempt.FilledIn.Values switch
        {
            [] =>
                attempt.Step > 1
                    ? attempt.Refuse("check.choose-or-skip", attempt.Words["question.end"])
                    : attempt.RefuseEmpty("check.choose"),
            [PassedOver.DontKnow] when FormActions.OffersDontKnow(question, attempt.Step) => new Accepted(new Missing(Reason.DontKnow)),
            [var id] when before.Contains(id, StringComparer.Ordinal) => attempt.Refuse("check.chosen-before"),
            [var id] => question.Offered.Any(choice => choice.Id == id)
                ? new Accepted(Put(question, attempt, before, id))
                : attempt.Refuse("check.unknown"),
            _ => attempt.Refuse("check.one"),
        };
    }

    private static string[] Before(Attempt attempt) =>
        attempt.Current is Ranked ranked ? [.. ranked.Choices.Take(attempt.Step - 1)] : [];

    private static Ranked Put(RankingQuestion question, Attempt attempt, string[] before, string id)
    {
        // The same again keeps what was put behind it; another one asks for the places behind it anew.
        if (attempt.Current is Ranked ranked && ranked.Choices.Count >= attempt.Step && ranked.Choices[attempt.Step - 1] == id)
        {
            return ranked;
        }

        string[] order = [.. before, id];
        // Nobody needs to be asked what comes last when one is left.
        return order.Length == question.Offered.Count - 1 && order.Length < question.Places
            ? new Ranked([.. order, question.Offered.First(choice => !order.Contains(choice.Id, StringComparer.Ordinal)).Id])
            : new Ranked(order);
    }

    private static Checked Order(Attempt attempt, Ranked ranked)
    {
        if (attempt.Way == FormActions.Next)
        {
            return new Accepted(ranked);
        }

        var order = ranked.Choices.ToArray();
        if (FormActions.Moved(attempt.Way) is not var (choice, up) || Array.IndexOf(order, choice) is not (>= 0 and var from))
        {
            return attempt.Refuse("check.form");
        }

        // The first cannot go higher: a second click on a button that was there a moment ago changes nothing.
        var to = Math.Clamp(from + (up ? -1 : 1), 0, order.Length - 1);
        (order[from], order[to]) = (order[to], order[from]);
        return new Accepted(ranked with { Choices = order });
    }

    /// <summary>The last one left needs no question.</summary>
    private static int Picks(RankingQuestion question) => Math.Min(question.Places, question.Offered.Count - 1);
}
