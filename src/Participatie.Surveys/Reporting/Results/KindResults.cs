using System.Collections.Frozen;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Reporting.Results;

/// <summary>How one kind of question tells its result.</summary>
public abstract class KindResult
{
    /// <summary>The table, or null when the kind has no numbers for the public.</summary>
    public abstract ResultTable? Table(Question question, ResultSource source);

    /// <summary>One plain sentence that says what the table shows.</summary>
    public abstract string Sentence(Question question, ResultSource source);

    /// <summary>The columns of the tables by group: cells of the tally with their words; of a measured kind the id of each measure.</summary>
    public abstract IReadOnlyList<(string Cell, string Words)> SplitColumns(Question question, ResultWording wording);

    protected static string TableCaption(Question question, ResultSource source) => source.Wording.Label(question.Text).Words;
}

/// <summary>The one result of each question kind.</summary>
public static class KindResults
{
    private static readonly FrozenDictionary<Type, KindResult> ByKind = new Dictionary<Type, KindResult>
    {
        [typeof(ChoiceQuestion)] = new OneOfResult(),
        [typeof(YesNoQuestion)] = new OneOfResult(),
        [typeof(FeelingQuestion)] = new OneOfResult("feeling", "heel-blij", "blij"),
        [typeof(AgreementQuestion)] = new OneOfResult("agreement", "helemaal-eens", "eens"),
        [typeof(PlaceQuestion)] = new OneOfResult(),
        [typeof(AgeQuestion)] = new OneOfResult(),
        [typeof(ChoicesQuestion)] = new ChoicesResult(),
        [typeof(RankingQuestion)] = new RankingResult(),
        [typeof(BudgetQuestion)] = new BudgetResult(),
        [typeof(StatementsQuestion)] = new StatementsResult(),
        [typeof(OpenQuestion)] = new OpenResult(),
        [typeof(NumberQuestion)] = new NumberResult(),
    }.ToFrozenDictionary();

    public static IEnumerable<Type> Kinds => ByKind.Keys;

    public static KindResult For(Question question) => ByKind[question.GetType()];
}
