using System.Globalization;

namespace Participatie.Web.ReadingAloud.Dutch;

/// <summary>Dutch numbers in words, as they are spoken: with more spaces than in writing, so that a voice does not stumble.</summary>
internal static class DutchNumbers
{
    private const long Most = 999_999_999_999;

    private static readonly string[] Small =
    [
        "nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien",
        "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien",
    ];

    private static readonly string[] Tens =
    [
        "", "", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig",
    ];

    public static string Cardinal(long number) => number switch
    {
        < 20 => Small[number],
        < 100 => UnderHundred((int)number),
        < 1000 => Parts(number, 100, "honderd"),
        < 1_000_000 => Parts(number, 1000, "duizend"),
        < 1_000_000_000 => Parts(number, 1_000_000, " miljoen"),
        _ => Parts(number, 1_000_000_000, " miljard"),
    };

    /// <summary>1995 is "negentien vijfennegentig", 2027 "tweeduizend zevenentwintig".</summary>
    public static string Year(int year) => (year / 100, year % 100) switch
    {
        ( >= 11 and < 20, 0) => $"{Cardinal(year / 100)} honderd",
        ( >= 11 and < 20, < 10) => $"{Cardinal(year / 100)} nul {Cardinal(year % 100)}",
        ( >= 11 and < 20, _) => $"{Cardinal(year / 100)} {Cardinal(year % 100)}",
        _ => Cardinal(year),
    };

    public static string Ordinal(long number) => number switch
    {
        1 => "eerste",
        3 => "derde",
        8 => "achtste",
        < 20 => Cardinal(number) + "de",
        _ when number % 100 is > 0 and < 20 => $"{Cardinal(number - (number % 100))} {Ordinal(number % 100)}",
        _ => Cardinal(number) + "ste",
    };

    /// <summary>Each digit by itself: phone numbers and codes.</summary>
    public static string Digits(string text) => string.Join(' ', text.Where(char.IsAsciiDigit).Select(digit => Small[digit - '0']));

    /// <summary>"1.203" or "1203"; false when there are more digits than anybody says as one number.</summary>
    public static bool TryRead(string text, out long number) =>
        long.TryParse(text.Replace(".", "", StringComparison.Ordinal), NumberStyles.None, CultureInfo.InvariantCulture, out number)
            && number <= Most;

    private static string UnderHundred(int number)
    {
        var (tens, ones) = Math.DivRem(number, 10);
        // The diaeresis keeps a syllable of its own: tweeëntwintig.
        return ones == 0 ? Tens[tens] : (ones == 1 ? "een" : Small[ones]) + (ones is 2 or 3 ? "ë" : "e") + "n" + Tens[tens];
    }

    private static string Parts(long number, long unit, string name)
    {
        var (many, rest) = Math.DivRem(number, unit);
        var first = many == 1 && unit <= 1000 ? name : Cardinal(many) + (many >= 100 && name[0] != ' ' ? " " : "") + name;
        return rest == 0 ? first : $"{first} {Cardinal(rest)}";
    }
}
