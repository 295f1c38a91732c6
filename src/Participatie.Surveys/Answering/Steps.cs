using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Answering;

/// <summary>The pages of one question: a ranking asks place after place and ends with the order, statements come one after another.</summary>
public static class Steps
{
    /// <summary>1 for a question without steps, whose address has none.</summary>
    public static int Count(Question question) => question switch
    {
        RankingQuestion ranking => HasOrderStep(ranking) ? OrderStep(ranking) : Picks(ranking),
        StatementsQuestion statements => statements.Statements.Count,
        _ => 1,
    };

    public static bool Has(Question question) => question is RankingQuestion or StatementsQuestion;

    /// <summary>The step behind the last place, where the order is shown and can be changed.</summary>
    public static int OrderStep(RankingQuestion question) => Picks(question) + 1;

    /// <summary>The step where the resident goes on; of a whole answer the one where it is best looked back on.</summary>
    public static int Open(Question question, Answer? answer) => (question, answer) switch
    {
        (RankingQuestion ranking, Ranked ranked) => MayVisit(ranking, ranked, OrderStep(ranking)) ? OrderStep(ranking)
            : IsWhole(ranking, ranked) ? 1
            : Math.Min(ranked.Choices.Count + 1, Picks(ranking)),
        (StatementsQuestion, Judged judged) => Math.Max(judged.Judgements.ToList().IndexOf(null), 0) + 1,
        _ => 1,
    };

    public static bool Exists(Question question, int step) => step >= 1 && step <= Count(question);

    /// <summary>A step is reached when those before it were answered.</summary>
    public static bool MayVisit(Question question, Answer? answer, int step) => Exists(question, step) && (question, answer) switch
    {
        (RankingQuestion ranking, Ranked ranked) => step <= Picks(ranking)
            ? step <= ranked.Choices.Count + 1
            : ranked.Choices.Count > 1 && IsWhole(ranking, ranked),
        (StatementsQuestion, Judged judged) => judged.Judgements.Take(step - 1).All(judgement => judgement is not null),
        _ => step == 1,
    };

    private static bool IsWhole(RankingQuestion question, Ranked ranked) => ranked.Ended || ranked.Choices.Count == question.Places;

    /// <summary>The last one left needs no question.</summary>
    private static int Picks(RankingQuestion question) => Math.Min(question.Places, question.Offered.Count - 1);

    private static bool HasOrderStep(RankingQuestion question) => question.Places > 1;
}
