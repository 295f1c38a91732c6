namespace Participatie.Surveys.PlainLanguage.Warnings;

internal static class LongSentence
{
    /// <summary>A question is read, kept in mind and answered: it has fewer words.</summary>
    public const int LongestQuestion = 12;

    public static IEnumerable<Warning> In(Sentence sentence)
    {
        var most = sentence.IsQuestion ? LongestQuestion : ReadabilityMeasures.LongSentence;
        if (sentence.WordCount > most)
        {
            yield return new Warning(
                WarningKind.LongSentence,
                sentence,
                $"{sentence.WordCount} woorden",
                $"Deze {(sentence.IsQuestion ? "vraag" : "zin")} heeft {sentence.WordCount} woorden. Het mogen er {most} zijn.",
                "Maak er 2 of meer zinnen van. Begin een nieuwe gedachte in een nieuwe zin.");
        }
    }
}
