using System.Collections.Frozen;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Reporting.Results;

/// <summary>How one kind of question tells its result.</summary>
public abstract class KindResult
{
    /// <summary>It says who took part, not what they think: that has a page of its own.</summary>
    public bool IsAboutPeople { get; init; }

    /// <summary>The table, or null when the kind has no numbers for the public.</summary>
    public abstract ResultTable? Table(Question question, ResultSource source);

    /// <summary>One plain sentence that says what the table shows.</summary>
    public abstract string Sentence(Question question, ResultSource source);

    /// <summary>Numbers behind those of the table, or null when the table has them all.</summary>
    public virtual ResultTable? More(Question question, ResultSource source) => null;

    /// <summary>The cells of the tally that table or sentence shows as a share of those who saw the question.</summary>
    public abstract IReadOnlyList<TableCell> Cells(Question question);

    /// <summary>What it shows as mean, median and middle half.</summary>
    public virtual IReadOnlyList<MeasuredRow> Measured(Question question) => [];

    /// <summary>The columns of the tables by group: cells of the tally with their words; of a measured kind the id of each measure.</summary>
    public abstract IReadOnlyList<(string Cell, string Words)> BreakdownColumns(Question question, ResultWording wording);
}

/// <param name="Cell">Its name in the tally.</param>
/// <param name="Choice">The choice or statement that it counts; null when it is about the whole question.</param>
/// <param name="Measure">What it counts of it, in the words of the open data.</param>
public sealed record TableCell(string Cell, Choice? Choice, string Measure)
{
    public const string Chosen = "gekozen";
    public const string First = "als-eerste";
    public const string Top = "bij-eerste-drie";
    public const string Written = "ingevuld";

    public static IReadOnlyList<TableCell> Of(IEnumerable<Choice> choices) => [.. choices.Select(choice => new TableCell(choice.Id, choice, Chosen))];
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
        [typeof(PlaceQuestion)] = new OneOfResult { IsAboutPeople = true },
        [typeof(AgeQuestion)] = new OneOfResult { IsAboutPeople = true },
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

/// <param name="Id">Of the measure.</param>
/// <param name="Choice">What it is about; null when it is about the whole question.</param>
public sealed record MeasuredRow(string Id, Choice? Choice);
