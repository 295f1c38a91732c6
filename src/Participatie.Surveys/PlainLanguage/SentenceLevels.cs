namespace Participatie.Surveys.PlainLanguage;

/// <summary>What makes a sentence, and a text of them, easy or hard.</summary>
internal static class SentenceLevels
{
    /// <summary>Words in a sentence that a reader of A2 keeps together; the house rule is for B1.</summary>
    public const int LongestEasy = 12;
    public const int LongestHard = 20;

    /// <summary>Words per sentence over a whole text.</summary>
    public const double AverageEasy = 8;
    public const double AveragePlain = 10;
    public const double AverageHard = 14;

    public static LanguageLevel Of(Sentence sentence, IReadOnlyCollection<Warning> warnings)
    {
        if (sentence.WordCount > LongestHard)
        {
            return LanguageLevel.VeryHard;
        }

        var kinds = warnings.Select(warning => warning.Kind).Where(IsAboutReading).Distinct().ToList();
        if (kinds.Count > 1
            || kinds.Exists(kind => kind is WarningKind.LongSentence or WarningKind.Officialese or WarningKind.DoubleNegation))
        {
            return LanguageLevel.Hard;
        }

        return kinds.Count > 0 || sentence.WordCount > LongestEasy ? LanguageLevel.Plain : LanguageLevel.Easy;
    }

    /// <summary>The hardest sentence decides, except that a few very hard ones among many make a text hard, not very hard.</summary>
    public static LanguageLevel Of(IReadOnlyCollection<LanguageLevel> sentences, ReadabilityMeasures measures)
    {
        var hardest = sentences.DefaultIfEmpty(LanguageLevel.Easy).Max();
        if (hardest == LanguageLevel.VeryHard && sentences.Count(level => level == LanguageLevel.VeryHard) * 10 < sentences.Count)
        {
            hardest = LanguageLevel.Hard;
        }

        var average = !measures.IsLongEnoughForFormulas ? LanguageLevel.Easy
            : measures.WordsPerSentence > AverageHard ? LanguageLevel.VeryHard
            : measures.WordsPerSentence > AveragePlain ? LanguageLevel.Hard
            : measures.WordsPerSentence > AverageEasy ? LanguageLevel.Plain
            : LanguageLevel.Easy;
        return average > hardest ? average : hardest;
    }

    /// <summary>A leading question or a lame scale reads easily: they spoil the answer, not the reading.</summary>
    private static bool IsAboutReading(WarningKind kind) => kind is not (WarningKind.LeadingQuestion or WarningKind.UnbalancedScale);
}
