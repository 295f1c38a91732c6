using System.Collections.Frozen;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Reporting.Export.Columns;

/// <summary>How the answers to one kind of question become columns. A closed family: a test lists the kinds that miss one.</summary>
public abstract class AnswerColumns
{
    /// <summary>The part of a column that holds the answer as a whole.</summary>
    public const string Whole = "";

    private protected static readonly (string Value, string Meaning) AnyText = ("…", "tekst, altijd tussen aanhalingstekens");

    private static readonly FrozenDictionary<Type, AnswerColumns> ByKind = new Dictionary<Type, AnswerColumns>
    {
        [typeof(ChoiceQuestion)] = new OneOfColumns(),
        [typeof(YesNoQuestion)] = new OneOfColumns(),
        [typeof(FeelingQuestion)] = new OneOfColumns(),
        [typeof(AgreementQuestion)] = new OneOfColumns(),
        [typeof(PlaceQuestion)] = new OneOfColumns(),
        [typeof(AgeQuestion)] = new OneOfColumns(),
        [typeof(ChoicesQuestion)] = new ChoicesColumns(),
        [typeof(RankingQuestion)] = new RankingColumns(),
        [typeof(BudgetQuestion)] = new BudgetColumns(),
        [typeof(StatementsQuestion)] = new StatementsColumns(),
        [typeof(OpenQuestion)] = new OpenColumns(),
        [typeof(NumberQuestion)] = new NumberColumns(),
    }.ToFrozenDictionary();

    public static AnswerColumns For(Question question) => Find(question.GetType())
        ?? throw new InvalidOperationException($"The kind {question.Kind} has no columns.");

    public static AnswerColumns? Find(Type kind) => ByKind.GetValueOrDefault(kind);

    /// <summary>One for each column.</summary>
    public abstract IEnumerable<string> Parts(Question question);

    /// <summary>Id of the choice or statement that the column is about; null when it is about the whole question.</summary>
    public virtual string? ChoiceOf(string part) => part.Length == 0 ? null : part;

    public abstract AnswerWriter Writer(Question question, ColumnGroup group, RowFormat format);

    /// <summary>What the column asks: the question, and the choice or statement that it is about.</summary>
    public abstract string Describe(Question question, string part);

    /// <summary>The values that can stand in the column and what they mean; empty for text and numbers.</summary>
    public abstract IEnumerable<(string Value, string Meaning)> Values(Question question, string part);

    /// <summary>A code that a column of this kind needs beside the reasons for passing over.</summary>
    public virtual IEnumerable<MissingCode> MoreCodes(Question question, string part) => [];

    private protected static string About(Question question, IEnumerable<Choice> choices, string part) =>
        $"{question.Text.Dutch} – {choices.First(choice => choice.Id == part).Text.Dutch}";
}
