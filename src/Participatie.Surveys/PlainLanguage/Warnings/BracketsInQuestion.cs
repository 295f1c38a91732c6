namespace Participatie.Surveys.PlainLanguage.Warnings;

internal static class BracketsInQuestion
{
    public static IEnumerable<Warning> In(Sentence sentence)
    {
        if (sentence.IsQuestion && sentence.Text.AsSpan().IndexOfAny('(', '[') is >= 0 and var open)
        {
            var close = sentence.Text.AsSpan(open).IndexOfAny(')', ']');
            yield return new Warning(
                WarningKind.BracketsInQuestion,
                sentence,
                close < 0 ? sentence.Text[open..] : sentence.Text.Substring(open, close + 1),
                "Er staan haakjes in deze vraag.",
                "Haal de haakjes weg. Zet de uitleg in een zin onder de vraag.");
        }
    }
}
