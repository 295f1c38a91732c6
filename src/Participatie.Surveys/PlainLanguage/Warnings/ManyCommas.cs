namespace Participatie.Surveys.PlainLanguage.Warnings;

internal static class ManyCommas
{
    public static IEnumerable<Warning> In(Sentence sentence)
    {
        var text = sentence.Text;
        var commas = 0;
        for (var at = 0; at < text.Length; at++)
        {
            // "2,5" and "3,-" are numbers.
            commas += text[at] == ','
                && !(at > 0 && char.IsAsciiDigit(text[at - 1]) && at + 1 < text.Length && (char.IsAsciiDigit(text[at + 1])
                    || text[at + 1] is '-' or '–'))
                ? 1
                : 0;
        }

        if (commas > 1)
        {
            yield return new Warning(
                WarningKind.ManyCommas,
                sentence,
                $"{commas} komma's",
                $"Deze zin heeft {commas} komma's.",
                "Maak er kortere zinnen van. Of maak een lijstje met streepjes.");
        }
    }
}
