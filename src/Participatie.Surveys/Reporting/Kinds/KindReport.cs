using Participatie.Surveys.Analysis;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Reporting.Export;
using Participatie.Surveys.Reporting.Export.Columns;
using Participatie.Surveys.Reporting.Results;
using Participatie.Surveys.Reporting.Summary;

namespace Participatie.Surveys.Reporting.Kinds;

/// <summary>How one kind of question is reported: the columns of the export, and the result that everybody sees.</summary>
public abstract class KindReport : KindEntry
{
    public static readonly KindTable<KindReport> All = new("Reporting", "KindReport.All",
    [
        new OneOfReport<OneOfQuestion>(),
        new OneOfReport<FeelingQuestion>("feeling", "heel-blij", "blij"),
        new OneOfReport<AgreementQuestion>("agreement", "helemaal-eens", "eens"),
        new ChoicesReport(),
        new RankingReport(),
        new BudgetReport(),
        new StatementsReport(),
        new WrittenReport(),
        new NumberReport(),
    ]);

    /// <summary>One for each column.</summary>
    public abstract IEnumerable<string> Parts(Question question);

    /// <summary>Id of the choice or statement that the column is about; null when it is about the whole question.</summary>
    public virtual string? ChoiceOf(string part) => part.Length == 0 ? null : part;

    /// <summary>What stands in the column.</summary>
    public abstract ColumnType ColumnTypeOf(Question question, string part);

    /// <summary>
    /// The ids that stand in columns of this kind as codes, in the order of the definition. What is the same in every question, such as the
    /// judgements of statements, keeps its order for ever.
    /// </summary>
    public virtual IEnumerable<string> Coded(Question question) => [];

    /// <summary>Writes the answers to the question of one version.</summary>
    public abstract AnswerWriter Writer(Question question, ColumnGroup group, Cells cells);

    /// <summary>What the column asks: the question, and the choice or statement that it is about.</summary>
    public abstract string Describe(Question question, string part);

    /// <summary>The values that can stand in the column and what they mean; empty for text and numbers.</summary>
    public abstract IEnumerable<(string Value, string Meaning)> Values(Question question, string part);

    /// <summary>A code that a column of this kind needs beside the reasons for passing over.</summary>
    public virtual IEnumerable<MissingCode> MoreCodes(Question question, string part) => [];

    /// <summary>The lowest number that can stand in a column: codes for missing answers stay below it.</summary>
    public virtual int Lowest(Question question) => 0;

    /// <summary>The table, or null when the kind has no numbers for the public.</summary>
    public abstract ResultTable? Table(Question question, ResultSource source);

    /// <summary>One plain sentence that says what the table shows.</summary>
    public abstract string Sentence(Question question, ResultSource source);

    /// <summary>Numbers behind those of the table, or null when the table has them all.</summary>
    public abstract ResultTable? More(Question question, ResultSource source);

    /// <summary>The cells of the tally that table or sentence shows as a share of those who saw the question.</summary>
    public abstract IReadOnlyList<TableCell> Cells(Question question);

    /// <summary>What it shows as mean, median and middle half.</summary>
    public abstract IReadOnlyList<MeasuredRow> Measured(Question question);

    /// <summary>
    /// The columns of the tables by group: cells of the tally with their words; of a measured kind the id of each measure.
    /// </summary>
    public abstract IReadOnlyList<(string Cell, string Words)> BreakdownColumns(Question question, ResultWording wording);

    /// <summary>What of it may stand on the first page of a summary; nothing where what is hidden would have to be known.</summary>
    public abstract IEnumerable<Finding> Findings(Question question, ResultSource source);

    /// <summary>What fewer people said, or null when the table has no such figure.</summary>
    public abstract Minority? Minority(Question question, ResultSource source);

    /// <summary>Cells that the sentence tells together.</summary>
    public virtual SummedCells? Summed(Question question) => null;

    /// <summary>What follows from the counts, for staff; null for kinds whose columns say it all.</summary>
    public virtual IEnumerable<OutcomeRow>? Outcome(Question question, QuestionCounts counts, ResultWording wording) => null;
}

internal abstract class KindReport<TQuestion> : KindReport
    where TQuestion : Question
{
    /// <summary>The part of a column that holds the answer as a whole.</summary>
    protected const string Whole = "";

    protected static readonly (string Value, string Meaning) AnyText = ("…", "tekst, altijd tussen aanhalingstekens");

    public sealed override Type QuestionType => typeof(TQuestion);

    public sealed override IEnumerable<string> Parts(Question question) => Parts((TQuestion)question);

    public sealed override AnswerWriter Writer(Question question, ColumnGroup group, Cells cells) =>
        Writer((TQuestion)question, group, cells);

    public sealed override string Describe(Question question, string part) => Describe((TQuestion)question, part);

    public sealed override IEnumerable<(string Value, string Meaning)> Values(Question question, string part) =>
        Values((TQuestion)question, part);

    public sealed override ResultTable? Table(Question question, ResultSource source) => Table((TQuestion)question, source);

    public sealed override string Sentence(Question question, ResultSource source) => Sentence((TQuestion)question, source);

    public sealed override ResultTable? More(Question question, ResultSource source) => More((TQuestion)question, source);

    public sealed override IReadOnlyList<MeasuredRow> Measured(Question question) => Measured((TQuestion)question);

    public sealed override IReadOnlyList<TableCell> Cells(Question question) => Cells((TQuestion)question);

    public sealed override IReadOnlyList<(string Cell, string Words)> BreakdownColumns(Question question, ResultWording wording) =>
        BreakdownColumns((TQuestion)question, wording);

    public sealed override IEnumerable<Finding> Findings(Question question, ResultSource source) =>
        Findings((TQuestion)question, source);

    public sealed override Minority? Minority(Question question, ResultSource source) => Minority((TQuestion)question, source);

    protected abstract IEnumerable<string> Parts(TQuestion question);

    protected abstract AnswerWriter Writer(TQuestion question, ColumnGroup group, Cells cells);

    protected abstract string Describe(TQuestion question, string part);

    protected abstract IEnumerable<(string Value, string Meaning)> Values(TQuestion question, string part);

    protected abstract ResultTable? Table(TQuestion question, ResultSource source);

    protected abstract string Sentence(TQuestion question, ResultSource source);

    protected virtual ResultTable? More(TQuestion question, ResultSource source) => null;

    protected virtual IReadOnlyList<MeasuredRow> Measured(TQuestion question) => [];

    protected abstract IEnumerable<Finding> Findings(TQuestion question, ResultSource source);

    protected virtual Minority? Minority(TQuestion question, ResultSource source) => null;

    protected abstract IReadOnlyList<TableCell> Cells(TQuestion question);

    protected abstract IReadOnlyList<(string Cell, string Words)> BreakdownColumns(TQuestion question, ResultWording wording);

    protected static string About(Question question, IEnumerable<Choice> choices, string part) =>
        $"{question.Text.Dutch} – {choices.First(choice => choice.Id == part).Text.Dutch}";
}
