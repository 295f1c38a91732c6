namespace Participatie.Surveys.PlainLanguage;

/// <summary>Mail and web addresses: their dots end no sentence and their letters are no words.</summary>
internal static class WrittenAddresses
{
    /// <summary>Far more than anybody prints, and a bound on a run of slashes that is no address.</summary>
    private const int Longest = 300;

    private static readonly string[] Endings = [".nl", ".com", ".org", ".net", ".eu", ".nu", ".be", ".frl", ".amsterdam", ".info"];

    /// <summary>How many characters of an address begin here; 0 when none does.</summary>
    public static int LengthAt(string text, int at)
    {
        if (!char.IsLetterOrDigit(text[at]) || (at > 0 && IsPart(text[at - 1]) && text[at - 1] is not ('/' or '-' or ':' or '=')))
        {
            return 0;
        }

        var end = at;
        while (end < text.Length && end - at < Longest && IsPart(text[end]))
        {
            end++;
        }

        while (end > at && text[end - 1] is '.' or ',' or ':' or '?' or '!' or '-')
        {
            end--;
        }

        return end > at && IsAddress(text.AsSpan(at, end - at)) ? end - at : 0;
    }

    private static bool IsAddress(ReadOnlySpan<char> run)
    {
        var mail = run.IndexOf('@');
        if (run.StartsWith("http://") || run.StartsWith("https://") || run.StartsWith("www.") || (mail > 0 && mail < run.Length - 1))
        {
            return true;
        }

        var host = run.IndexOf('/') is > 0 and var slash ? run[..slash] : run;
        foreach (var ending in Endings)
        {
            if (host.Length > ending.Length + 1 && host.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPart(char c) =>
        char.IsLetterOrDigit(c) || c is '.' or '@' or '/' or '-' or '_' or ':' or '?' or '=' or '&' or '%' or '#' or '+' or '~';
}
