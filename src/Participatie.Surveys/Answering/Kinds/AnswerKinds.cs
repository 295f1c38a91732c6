using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Answering.Kinds;

internal static class AnswerKinds
{
    public static readonly KindTable<AnswerKind> All = new("Answering", "AnswerKinds.All",
    [
        new OneOfAnswers(),
        new ChoicesAnswers(),
        new RankingAnswers(),
        new BudgetAnswers(),
        new StatementsAnswers(),
        new WrittenAnswers(),
        new NumberAnswers(),
        new InformationAnswers(),
    ]);
}
