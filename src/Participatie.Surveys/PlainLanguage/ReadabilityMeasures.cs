using Participatie.Surveys.Language;

namespace Participatie.Surveys.PlainLanguage;

/// <summary>What can be counted of a text.</summary>
public sealed record ReadabilityMeasures
{
    /// <summary>The house rule: no sentence has more words.</summary>
    public const int LongSentence = 15;

    /// <summary>Below these a formula says more about chance than about the text.</summary>
    public const int FewestWords = 50;
    public const int FewestSentences = 3;

    public required int Sentences { get; init; }

    public required int Words { get; init; }

    public required int Syllables { get; init; }

    /// <summary>In words.</summary>
    public required int LongestSentence { get; init; }

    public required int SentencesOverFifteen { get; init; }

    public double WordsPerSentence => Sentences == 0 ? 0 : (double)Words / Sentences;

    public double SyllablesPerWord => Words == 0 ? 0 : (double)Syllables / Words;

    public double ShareOverFifteen => Sentences == 0 ? 0 : (double)SentencesOverFifteen / Sentences;

    public bool IsLongEnoughForFormulas => Words >= FewestWords && Sentences >= FewestSentences;

    /// <summary>Leesindex A, higher is easier (R.H.M. Brouwer, 1963).</summary>
    public double Brouwer => 195 - (2 * WordsPerSentence) - (66.67 * SyllablesPerWord);

    /// <summary>Flesch's reading ease for Dutch, higher is easier (W.H. Douma, 1960).</summary>
    public double FleschDouma => 206.84 - (0.93 * WordsPerSentence) - (77 * SyllablesPerWord);

    public static ReadabilityMeasures Of(IReadOnlyCollection<Sentence> sentences) => new()
    {
        Sentences = sentences.Count,
        Words = sentences.Sum(sentence => sentence.WordCount),
        Syllables = sentences.Sum(sentence => sentence.Words.Sum(word => PlainLanguage.Syllables.In(word.Text))),
        LongestSentence = sentences.Select(sentence => sentence.WordCount).DefaultIfEmpty().Max(),
        SentencesOverFifteen = sentences.Count(sentence => sentence.WordCount > LongSentence),
    };
}
