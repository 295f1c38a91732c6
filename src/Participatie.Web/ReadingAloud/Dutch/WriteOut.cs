using System.Globalization;
using System.Text.RegularExpressions;

namespace Participatie.Web.ReadingAloud.Dutch;

/// <summary>
/// Dutch text as somebody would say it: addresses, dates, times, amounts and short forms in words. A voice guesses them wrong.
/// </summary>
internal static partial class WriteOut
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture;
    private const int Within = 1000;

    private static readonly string[] Months =
        ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"];

    public static string ForSpeech(string text)
    {
        // To espeak-ng this begins a phonetic spelling.
        var spoken = text.Replace("[[", "[ [", StringComparison.Ordinal).Replace(" & ", " en ", StringComparison.Ordinal);
        // What is longest comes first: a date holds numbers, an address holds dots.
        spoken = WebAddress().Replace(spoken, match => SpellAddress(match.Value));
        spoken = SpokenAbbreviations.WriteOut(spoken);
        spoken = DateInDigits().Replace(spoken, DateInWords);
        spoken = DateWithMonth().Replace(
            spoken, match => $"{DutchNumbers.Cardinal(Of(match, "day"))} {match.Groups["month"].Value}{YearOf(match)}");
        spoken = Time().Replace(spoken, TimeInWords);
        spoken = Phone().Replace(spoken, match => PhoneInWords(match.Value));
        spoken = Euros().Replace(spoken, EurosInWords);
        spoken = Range().Replace(spoken, " tot en met ");
        spoken = Ordinal().Replace(spoken, match => DutchNumbers.Ordinal(Of(match, "number")));
        spoken = Year().Replace(spoken, match => DutchNumbers.Year((int)Of(match, "year")));
        spoken = Number().Replace(spoken, NumberInWords);
        return Percent().Replace(spoken, " procent");
    }

    private static string SpellAddress(string address)
    {
        // The full stop of the sentence is none of the address.
        var bare = address.TrimEnd('.', ',', '?', '!');
        return Scheme().Replace(bare, "")
            .Replace("@", " apenstaartje ", StringComparison.Ordinal)
            .Replace(".", " punt ", StringComparison.Ordinal)
            .Replace("/", " schuine streep ", StringComparison.Ordinal)
            .Replace("-", " streepje ", StringComparison.Ordinal) + address[bare.Length..];
    }

    private static string DateInWords(Match match) =>
        Of(match, "month") is >= 1 and <= 12 and var month && Of(match, "day") is >= 1 and <= 31 and var day
            ? $"{DutchNumbers.Cardinal(day)} {Months[month - 1]}{YearOf(match)}"
            : match.Value;

    private static string YearOf(Match match) => match.Groups["year"].Success ? " " + DutchNumbers.Year((int)Of(match, "year")) : "";

    private static string TimeInWords(Match match)
    {
        var (hour, minute) = (Of(match, "hour"), Of(match, "minute"));
        return hour > 24 || minute > 59 ? match.Value
            : minute == 0 ? $"{DutchNumbers.Cardinal(hour)} uur"
            : $"{DutchNumbers.Cardinal(hour)} uur {DutchNumbers.Cardinal(minute)}";
    }

    /// <summary>In groups, as people say a number.</summary>
    private static string PhoneInWords(string number) =>
        string.Join(", ", number.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(DutchNumbers.Digits));

    /// <summary>The unit behind the number, where people say it.</summary>
    private static string EurosInWords(Match match)
    {
        var amount = match.Groups["amount"].Value;
        return (match.Groups["cents"].Value, match.Groups["many"].Value) switch
        {
            ("", "") => $"{amount} euro",
            (var cents, "") => $"{amount} euro {cents}",
            ("", var many) => $"{amount} {many} euro",
            var (decimals, many) => $"{amount},{decimals} {many} euro",
        };
    }

    private static string NumberInWords(Match match)
    {
        if (!DutchNumbers.TryRead(match.Groups["whole"].Value, out var whole))
        {
            return DutchNumbers.Digits(match.Value);
        }

        return match.Groups["decimals"].Value switch
        {
            "" => DutchNumbers.Cardinal(whole),
            { Length: < 3 } decimals when decimals[0] != '0' =>
                $"{DutchNumbers.Cardinal(whole)} komma {DutchNumbers.Cardinal(Of(match, "decimals"))}",
            var decimals => $"{DutchNumbers.Cardinal(whole)} komma {DutchNumbers.Digits(decimals)}",
        };
    }

    private static long Of(Match match, string group) =>
        long.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(https?://|www\.)[^\s()<>]+|[\w.+-]+@[\w-]+(\.[\w-]+)+|\b[a-z][\w-]*\.(nl|com|org|eu)\b(/[^\s()<>]*)?", Options, Within)]
    private static partial Regex WebAddress();

    [GeneratedRegex("^https?://", Options, Within)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"(?<![\d.,-])(?<day>\d{1,2})-(?<month>\d{1,2})-(?<year>\d{4})(?![\d-])", Options, Within)]
    private static partial Regex DateInDigits();

    [GeneratedRegex(
        @"(?<![\d.,])(?<day>[1-9]|[12]\d|3[01])\s+(?<month>januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b(\s+(?<year>\d{4})\b)?",
        Options,
        Within)]
    private static partial Regex DateWithMonth();

    [GeneratedRegex(@"(?<![\d.,])(?<hour>\d{1,2})([:.](?<minute>\d{2})\s+uur\b|:(?<minute>\d{2})(?![\d:]))", Options, Within)]
    private static partial Regex Time();

    [GeneratedRegex(@"(?<![\d.,])0\d{1,3}[ -]?\d{2,3}([ -]?\d{2,4}){1,3}(?!\d)", Options, Within)]
    private static partial Regex Phone();

    [GeneratedRegex(@"€\s?(?<amount>\d{1,3}(\.\d{3})+|\d+)(,(?<cents>\d{1,2})(?!\d)|,-)?(\s(?<many>miljoen|miljard))?", Options, Within)]
    private static partial Regex Euros();

    /// <summary>"18-29", "2024 – 2028".</summary>
    [GeneratedRegex(@"(?<=\d)\s?[-–]\s?(?=\d)", Options, Within)]
    private static partial Regex Range();

    [GeneratedRegex(@"(?<![\d.,])(?<number>[1-9]\d{0,2})(e|de|ste)\b", Options, Within)]
    private static partial Regex Ordinal();

    /// <summary>Four digits without a point, but not before what is counted.</summary>
    [GeneratedRegex(@"(?<![\d.,€])(?<year>1[1-9]\d{2}|20\d{2})(?![\d%]|[.,]\d|\s(euro|mensen|inwoners|woningen|keer|procent))", Options, Within)]
    private static partial Regex Year();

    [GeneratedRegex(@"(?<whole>\d{1,3}(\.\d{3})+(?!\d)|\d+)(,(?<decimals>\d+))?", Options, Within)]
    private static partial Regex Number();

    [GeneratedRegex(@"\s?%", Options, Within)]
    private static partial Regex Percent();
}
