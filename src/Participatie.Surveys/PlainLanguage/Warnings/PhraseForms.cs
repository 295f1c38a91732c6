namespace Participatie.Surveys.PlainLanguage.Warnings;

/// <summary>
/// The forms that one entry of the list stands for. <c>|</c> divides them; <c>woord(e|en)</c> is the word with and without an ending,
/// <c>woord[t|en]</c> only with one.
/// </summary>
internal static class PhraseForms
{
    public static IEnumerable<string> Of(string entry)
    {
        var depth = 0;
        var start = 0;
        for (var at = 0; at <= entry.Length; at++)
        {
            if (at == entry.Length || (entry[at] == '|' && depth == 0))
            {
                foreach (var form in Endings(entry[start..at].Trim()))
                {
                    yield return form;
                }

                start = at + 1;
            }
            else
            {
                depth += entry[at] is '(' or '[' ? 1 : entry[at] is ')' or ']' ? -1 : 0;
            }
        }
    }

    private static IEnumerable<string> Endings(string form)
    {
        var open = form.IndexOfAny(['(', '[']);
        if (open < 0)
        {
            return [form];
        }

        var close = form.IndexOfAny([')', ']'], open);
        var endings = form[(open + 1)..close].Split('|');
        return endings
            .Concat(form[open] == '(' ? [""] : [])
            .Select(ending => form[..open] + ending + form[(close + 1)..]);
    }
}
