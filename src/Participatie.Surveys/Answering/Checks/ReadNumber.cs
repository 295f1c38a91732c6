using System.Globalization;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Answering.Checks;

/// <summary>
/// Reads a number as people write it in the language of the page: "12", "1.000", "12,50", "min 5", "5 onder nul", "€ 500,-",
/// "12 duizend",
/// "3 keer" where that is the unit. It reads all of a text or nothing: what it does not know is named, never thrown away.
/// </summary>
/// <param name="words">Of the page.</param>
/// <param name="unit">Of the question: its words may stand beside the number.</param>
public sealed class ReadNumber(InterfaceWords words, Unit? unit)
{
    /// <summary>In characters; nobody needs more.</summary>
    private const int Longest = 100;

    private const int LongestPart = 30;

    private readonly NumberWords _known = NumberWords.Of(words);

    /// <returns>Null when nothing is written.</returns>
    public NumberReading? In(string typed)
    {
        if (typed.Length > Longest)
        {
            return new NumberUnread(Shown(typed));
        }

        // What nearly everybody types.
        if (typed.Length is > 0 and < 10 && typed.All(char.IsAsciiDigit))
        {
            return new NumberRead(decimal.Parse(typed, NumberStyles.None, CultureInfo.InvariantCulture));
        }

        var text = PeeledText.Plain(typed);
        // The full stop of a sentence.
        return text.Length == 0 ? null : Read(text is [.., not '.', '.'] ? text[..^1] : text);
    }

    private NumberReading Read(string text)
    {
        var (peeled, names) = (new PeeledText(text), _known.Names(unit));
        var minuses = 0;
        while (peeled.Front(_known.About)
            || peeled.Front(sign => sign == '+')
            || peeled.Front(names)
            || Negated(peeled.Front(PeeledText.IsDash) || peeled.Front(_known.Minus)))
        {
            // All that may stand before a number, in any order.
        }

        while (peeled.Back(_known.About) || peeled.Back(names) || Negated(peeled.Back(_known.BelowZero)))
        {
            // All that may stand behind it, from the end on.
        }

        var times = _known.Scales.FirstOrDefault(scale => peeled.Back(scale.Words), (1m, [])).Times;
        if (_known.IsMoney(unit))
        {
            peeled.BackNoCents();
        }

        Negated(peeled.BackDash());
        var rest = peeled.Rest;
        if (rest.Length == 0 || minuses > 1)
        {
            return new NumberUnread(Shown(text));
        }

        if (rest.TakeWhile(NumberLiteral.IsPart).Count() is var known && known < rest.Length)
        {
            return new NumberUnread(Shown(WordAt(rest, known)));
        }

        return NumberLiteral.Read(rest, words.Culture.NumberFormat.NumberGroupSeparator) switch
        {
            NumberRead { Value: decimal.MaxValue } => new NumberRead(minuses == 1 ? decimal.MinValue : decimal.MaxValue),
            NumberRead { Value: var value } => new NumberRead(minuses == 1 && value != 0 ? -value * times : value * times),
            NumberUnclear unclear => unclear with { Thousands = (minuses == 1 ? -1 : 1) * unclear.Thousands * times },
            var unread => unread,
        };

        bool Negated(bool found)
        {
            minuses += found ? 1 : 0;
            return found;
        }
    }

    /// <summary>The sign there, or the whole word that begins with it.</summary>
    private static string WordAt(string text, int at)
    {
        var length = text[at..].TakeWhile(IsOfWord).Count();
        return length > 0 ? text.Substring(at, length) : StringInfo.GetNextTextElement(text, at);
    }

    private static bool IsOfWord(char sign) =>
        char.IsLetter(sign) || sign == '\'' || char.GetUnicodeCategory(sign) == UnicodeCategory.NonSpacingMark;

    private static string Shown(string part) =>
        part is [var control] && char.IsControl(control) ? string.Create(CultureInfo.InvariantCulture, $"U+{(int)control:X4}")
        : new StringInfo(part) is { LengthInTextElements: > LongestPart } whole ? whole.SubstringByTextElements(0, LongestPart) + "…"
        : part;
}
