using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition.Questions;

/// <summary>One question, or information between questions: a closed family, one file for each kind.</summary>
public abstract record Question
{
    public const string ByPlace = "place";
    public const string ByAge = "age";

    public required string Id { get; init; }

    /// <summary>The name of the kind in the JSON document.</summary>
    public abstract string Kind { get; }

    public required Text Text { get; init; }

    public Text? Help { get; init; }

    /// <summary>Why this is asked, for questions about the person.</summary>
    public Text? Why { get; init; }

    public Condition? ShowWhen { get; init; }

    /// <summary>Offers "Weet ik niet".</summary>
    public bool DontKnow { get; init; }

    /// <summary>Offers "Zeg ik liever niet".</summary>
    public bool RatherNot { get; init; }

    /// <summary>Without an answer the walk cannot go on.</summary>
    public bool Required { get; init; }

    /// <summary>It wants an answer, so it has a number and is counted. Text between questions is only read.</summary>
    public virtual bool IsAsked => true;

    /// <summary>The ids that a later question's condition may name.</summary>
    public virtual IReadOnlyList<Choice> ConditionChoices => [];

    /// <summary>Counts are added up by their ids, so a later version still has them.</summary>
    public virtual IReadOnlyList<Choice> LastingChoices => ConditionChoices;

    /// <summary>One answer may hold several choices.</summary>
    public virtual bool TakesSeveral => false;

    /// <summary>An answer is an order: a condition on it means the one put first.</summary>
    public virtual bool PutsInOrder => false;

    /// <summary>The codes of its answers go from less to more, without being amounts.</summary>
    public virtual bool IsOrdinal => PutsInOrder;

    /// <summary>
    /// What results are split by: <see cref="ByPlace"/> or <see cref="ByAge"/> of a question that says which group somebody belongs to,
    /// null of all others.
    /// </summary>
    public virtual string? Dimension => null;

    /// <summary>The choice beside which somebody may write what it is; null when there is none.</summary>
    public virtual Choice? Other => null;

    /// <summary>Whether an answer may hold somebody's own words: staff decide which of them the public sees.</summary>
    public virtual bool TakesWords => Other is not null;

    /// <summary>Every text in it that a resident reads.</summary>
    public virtual IEnumerable<Text> Texts => new[] { Text, Help, Why }.OfType<Text>();

    /// <summary>Those of them that one page of the question shows.</summary>
    /// <param name="stepNumber">From 1.</param>
    public virtual IEnumerable<Text> TextsAt(int stepNumber) => Texts;
}

/// <param name="Question">The id of an earlier question.</param>
/// <param name="IsAnyOf">Ids of that question's choices; of a ranking: the one put first.</param>
public sealed record Condition(string Question, IReadOnlyList<string> IsAnyOf);

/// <param name="Picture">Name of an icon that stands beside the words, never instead of them.</param>
public sealed record Choice(string Id, Text Text, string? Picture = null)
{
    /// <summary>More than six make a list too long to oversee; the twelve municipalities are the exception.</summary>
    public const int Most = 6;

    public const int Fewest = 2;

    public const int LongestPictureName = 40;

    /// <summary>What is written beside a choice, in characters as people count them: a line, not a story.</summary>
    public const int LongestOther = 200;

    /// <summary>Not together with any other: "Geen van deze". Stands last.</summary>
    public bool Exclusive { get; init; }

    /// <summary>
    /// Has a line for words of one's own beside it: "Anders, namelijk". Stands behind the others, before the exclusive one.
    /// </summary>
    public bool Other { get; init; }

    /// <summary>Keeps its place when the list rotates.</summary>
    public bool StandsLast => Exclusive || Other;

    /// <summary>Whether it has the form of an icon's name; whether there is such an icon is known where the icons are.</summary>
    public static bool IsPictureName(string name) =>
        name.Length is > 0 and <= LongestPictureName
        && name[0] != '-'
        && name[^1] != '-'
        && !name.Contains("--", StringComparison.Ordinal)
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
