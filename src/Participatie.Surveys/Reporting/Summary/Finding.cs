using Participatie.Surveys.Language;

namespace Participatie.Surveys.Reporting.Summary;

/// <summary>What makes something worth the first page, in the order in which it stands there.</summary>
public enum FindingKind
{
    /// <summary>Most people say the same.</summary>
    Majority,

    /// <summary>What most put first.</summary>
    Ranking,

    /// <summary>Where the most of a budget goes.</summary>
    Budget,

    /// <summary>Two answers were chosen about as often.</summary>
    CloseCall,

    /// <summary>A mean, or how many wrote something.</summary>
    Other,
}

/// <summary>What a question may tell on the first page of a summary.</summary>
/// <param name="Kind">What makes it worth that.</param>
/// <param name="Strength">From 0 to 1, to be held against others of its kind.</param>
/// <param name="Sentence">With its figure, in the words of the result page.</param>
public sealed record Finding(FindingKind Kind, double Strength, string Sentence)
{
    /// <summary>Fewer than half of those who took part saw the question: after certain answers, or in a later version.</summary>
    public bool IsOfFew { get; init; }

    /// <summary>Who says otherwise, where the sentence does not tell it.</summary>
    public Minority? Against { get; init; }
}

/// <summary>What fewer people said.</summary>
/// <param name="Key">Of the sentence, without what all of them begin with.</param>
/// <param name="Figure">"203 van de 1.203 mensen".</param>
/// <param name="Count">How many, for the form of the sentence.</param>
/// <param name="Choice">What they said; null where it is about the whole question.</param>
public sealed record Minority(string Key, string Figure, long Count, Text? Choice);
