using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Participatie.Web.ReadingAloud.Dutch;

/// <summary>Short forms that officials write, in full.</summary>
internal static partial class SpokenAbbreviations
{
    private static readonly FrozenDictionary<string, string> InFull = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["a.u.b."] = "alstublieft",
        ["blz."] = "bladzijde",
        ["bijv."] = "bijvoorbeeld",
        ["bv."] = "bijvoorbeeld",
        ["ca."] = "ongeveer",
        ["d.m.v."] = "door middel van",
        ["d.w.z."] = "dat wil zeggen",
        ["dhr."] = "de heer",
        ["e.d."] = "en dergelijke",
        ["enz."] = "enzovoort",
        ["etc."] = "et cetera",
        ["evt."] = "eventueel",
        ["excl."] = "exclusief",
        ["i.p.v."] = "in plaats van",
        ["i.v.m."] = "in verband met",
        ["incl."] = "inclusief",
        ["jl."] = "jongstleden",
        ["m.a.w."] = "met andere woorden",
        ["m.b.t."] = "met betrekking tot",
        ["m.n."] = "met name",
        ["max."] = "maximaal",
        ["mevr."] = "mevrouw",
        ["min."] = "minimaal",
        ["mw."] = "mevrouw",
        ["n.a.v."] = "naar aanleiding van",
        ["n.v.t."] = "niet van toepassing",
        ["nr."] = "nummer",
        ["nrs."] = "nummers",
        ["o.a."] = "onder andere",
        ["t.a.v."] = "ter attentie van",
        ["t.o.v."] = "ten opzichte van",
        ["tel."] = "telefoon",
        ["z.s.m."] = "zo snel mogelijk",
        ["t/m"] = "tot en met",
        ["en/of"] = "en of",
        ["km"] = "kilometer",
        ["m²"] = "vierkante meter",
        ["m2"] = "vierkante meter",
        ["ha"] = "hectare",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Only behind a number do these mean a measure.</summary>
    private static readonly FrozenSet<string> Measures = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "km", "m²", "m2", "ha");

    public static string WriteOut(string text) => Short().Replace(text, match =>
    {
        var found = match.Groups["short"].Value;
        if (!InFull.TryGetValue(found, out var full) || (Measures.Contains(found) && !IsBehindNumber(text, match.Index)))
        {
            return match.Value;
        }

        full = char.IsUpper(found[0]) ? char.ToUpperInvariant(full[0]) + full[1..] : full;
        // Its full stop was also that of the sentence. Names of people follow the short forms of "heer" and "mevrouw".
        var mayEnd = found.EndsWith('.')
            && !full.StartsWith("de heer", StringComparison.OrdinalIgnoreCase)
            && !full.StartsWith("mevrouw", StringComparison.OrdinalIgnoreCase);
        return mayEnd && EndsSentence(text.AsSpan(match.Index + match.Length)) ? full + "." : full;
    });

    private static bool IsBehindNumber(string text, int at) => text.AsSpan(0, at).TrimEnd() is [.., var last] && char.IsAsciiDigit(last);

    private static bool EndsSentence(ReadOnlySpan<char> after) =>
        after.TrimStart() is not [var next, ..] || (char.IsWhiteSpace(after[0]) && char.IsUpper(next));

    /// <summary>A word of letters and dots with a dot at its end, or one of the few others.</summary>
    [GeneratedRegex(
        @"(?<![\p{L}\p{Nd}.])(?<short>(\p{L}{1,5}\.)+|t/m|en/of|km|m²|m2|ha)(?![\p{L}\p{Nd}²])",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Short();
}
