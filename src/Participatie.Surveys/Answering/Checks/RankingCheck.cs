using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Answering.Checks;

/// <summary>Picks one for a place, or moves one in the order.</summary>
internal static class RankingCheck
{
    public static Checked Check(Attempt attempt)
    {
        var question = (RankingQuestion)attempt.Question;
        if (!Steps.MayVisit(question, attempt.Current, attempt.Step))
        {
            return attempt.Refuse("check.form");
        }

        return attempt.Step == Steps.OrderStep(question) ? Order(attempt, (Ranked)attempt.Current!) : Pick(question, attempt);
    }

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

        return attempt.Posted.All(Posted.Answer) switch
        {
            [] => attempt.Step > 1 ? attempt.Refuse("check.choose-or-skip", attempt.Words["question.end"]) : attempt.RefuseEmpty("check.choose"),
            [AnswersDocument.DontKnow] when FormActions.OffersDontKnow(question, attempt.Step) => new Accepted(new Missing(Reason.DontKnow)),
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
}
