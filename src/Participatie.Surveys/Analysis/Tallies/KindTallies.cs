using System.Collections.Frozen;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Analysis.Tallies;

/// <summary>The one tally of each question kind. Information between questions is read, not answered, and has none.</summary>
public static class KindTallies
{
    private static readonly FrozenDictionary<Type, Func<Question, QuestionTally>> ByKind = new Dictionary<Type, Func<Question, QuestionTally>>
    {
        [typeof(ChoiceQuestion)] = question => new OneOfTally((OneOfQuestion)question),
        [typeof(YesNoQuestion)] = question => new OneOfTally((OneOfQuestion)question),
        [typeof(FeelingQuestion)] = question => new OneOfTally((OneOfQuestion)question),
        [typeof(AgreementQuestion)] = question => new OneOfTally((OneOfQuestion)question),
        [typeof(PlaceQuestion)] = question => new OneOfTally((OneOfQuestion)question),
        [typeof(AgeQuestion)] = question => new OneOfTally((OneOfQuestion)question),
        [typeof(ChoicesQuestion)] = question => new ChoicesTally((ChoicesQuestion)question),
        [typeof(RankingQuestion)] = question => new RankingTally((RankingQuestion)question),
        [typeof(BudgetQuestion)] = question => new BudgetTally((BudgetQuestion)question),
        [typeof(StatementsQuestion)] = question => new StatementsTally((StatementsQuestion)question),
        [typeof(OpenQuestion)] = question => new OpenTally((OpenQuestion)question),
        [typeof(NumberQuestion)] = question => new NumberTally((NumberQuestion)question),
    }.ToFrozenDictionary();

    public static IEnumerable<Type> Kinds => ByKind.Keys;

    public static QuestionTally For(Question question) => ByKind[question.GetType()](question);
}
