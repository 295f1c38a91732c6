using System.Buffers;
using System.Buffers.Text;

namespace Participatie.Surveys.Answering;

/// <summary>
/// Reads a canonical answers document (<see cref="AnswersDocument"/>) forward, without allocating and without checking: a million
/// of them are read for one export, and a checking reader takes four times as long. Only for bytes that we wrote ourselves.
/// </summary>
public ref struct CanonicalReader(ReadOnlySpan<byte> document)
{
    private static readonly SearchValues<byte> QuoteOrEscape = SearchValues.Create("\"\\"u8);

    // The first byte is the brace.
    private ReadOnlySpan<byte> _rest = document[1..];

    /// <summary>Moves to the next member.</summary>
    /// <param name="id">The question's id.</param>
    /// <param name="value">The raw JSON of the answer: a string with its quotes, an array or object with its brackets, or a bare
    /// literal.</param>
    public bool Next(out ReadOnlySpan<byte> id, out ReadOnlySpan<byte> value)
    {
        if (_rest[0] == (byte)'}')
        {
            id = value = default;
            return false;
        }

        if (_rest[0] == (byte)',')
        {
            _rest = _rest[1..];
        }

        // Ids hold no escapes.
        var end = _rest[1..].IndexOf((byte)'"') + 1;
        id = _rest[1..end];
        _rest = _rest[(end + 2)..];
        var length = LengthOfValue(_rest);
        value = _rest[..length];
        _rest = _rest[length..];
        return true;
    }

    /// <summary>The next element of a raw array of ids, without quotes, or of numbers; <c>null</c> stays those four letters.</summary>
    /// <param name="array">What is left of it, at first the raw value; shrinks.</param>
    /// <param name="element">The bytes of the element.</param>
    public static bool NextElement(ref ReadOnlySpan<byte> array, out ReadOnlySpan<byte> element)
    {
        if (array.Length < 2 || array[1] == (byte)']')
        {
            element = default;
            return false;
        }

        var rest = array[1..];
        var end = rest.IndexOfAny((byte)',', (byte)']');
        element = rest[0] == (byte)'"' ? rest[1..(end - 1)] : rest[..end];
        array = rest[end..];
        return element.Length > 0;
    }

    /// <summary>Whether there is no answer, but a word of <see cref="PassedOver"/>.</summary>
    public static bool IsPassedOver(ReadOnlySpan<byte> value) => value is [(byte)'"', (byte)'$', ..];

    /// <returns>Null when nobody knows the reason: the document is damaged.</returns>
    public static Reason? ReasonIn(ReadOnlySpan<byte> value) => PassedOver.ReasonOf(value[1..^1]);

    /// <summary>Whether an element of a list of ids is none: <c>null</c>.</summary>
    public static bool IsNone(ReadOnlySpan<byte> element) => element.SequenceEqual("null"u8);

    /// <summary>A number as a whole number of its smallest units: no exponent, none of its decimals a zero at the end.</summary>
    /// <param name="number">An answer, or an element of a list.</param>
    /// <param name="decimals">How many the question allows.</param>
    /// <param name="units">12.5 with two decimals is 1250.</param>
    /// <returns>False when it is no such number.</returns>
    public static bool TryUnits(ReadOnlySpan<byte> number, int decimals, out long units)
    {
        var point = number.IndexOf((byte)'.');
        var whole = point < 0 ? number : number[..point];
        var behind = point < 0 ? [] : number[(point + 1)..];
        if (!Utf8Parser.TryParse(whole, out units, out var read) || read != whole.Length || behind.Length > decimals)
        {
            return false;
        }

        var sign = number[0] == (byte)'-' ? -1 : 1;
        for (var place = 0; place < decimals; place++)
        {
            var digit = place < behind.Length ? behind[place] - '0' : 0;
            if (digit is < 0 or > 9)
            {
                return false;
            }

            units = (units * 10) + (sign * digit);
        }

        return true;
    }

    /// <summary>What was chosen, in an answer that has words beside it or not.</summary>
    /// <param name="value">The raw answer to a question with choices.</param>
    public static ReadOnlySpan<byte> ChosenIn(ReadOnlySpan<byte> value)
    {
        if (value[0] != (byte)'{')
        {
            return value;
        }

        // The last member, behind the words: no id and no language tag holds a quote or a colon.
        var tail = value[(AnswerJson.TextStart.Length + LengthOfString(value[AnswerJson.TextStart.Length..]))..^1];
        return tail[(tail.LastIndexOf("\":"u8) + 2)..];
    }

    /// <summary>
    /// The words of an open answer, or of the line beside a choice, as JSON with its quotes, and the tag of their language.
    /// </summary>
    /// <returns>False when there are none.</returns>
    public static bool WordsIn(ReadOnlySpan<byte> value, out ReadOnlySpan<byte> text, out ReadOnlySpan<byte> language)
    {
        if (value[0] != (byte)'{')
        {
            text = language = default;
            return false;
        }

        // {"text":"…","lang":"nl" …}
        var rest = value[AnswerJson.TextStart.Length..];
        text = rest[..LengthOfString(rest)];
        rest = rest[(text.Length + AnswerJson.LanguageStart.Length)..];
        language = rest[..rest.IndexOf((byte)'"')];
        return true;
    }

    /// <summary>Length of the string at the start, quotes included.</summary>
    public static int LengthOfString(ReadOnlySpan<byte> json)
    {
        var at = 1;
        while (true)
        {
            at += json[at..].IndexOfAny(QuoteOrEscape);
            if (json[at] == (byte)'"')
            {
                return at + 1;
            }

            at += 2;
        }
    }

    private static int LengthOfValue(ReadOnlySpan<byte> json)
    {
        switch (json[0])
        {
            case (byte)'"':
                return LengthOfString(json);
            case (byte)'[':
                // Lists hold ids and numbers only, never a bracket.
                return json.IndexOf((byte)']') + 1;
            case (byte)'{':
                // {"text":"…","lang":"nl" …}: only the text may hold a brace.
                var text = AnswerJson.TextStart.Length;
                text += LengthOfString(json[text..]);
                return text + json[text..].IndexOf((byte)'}') + 1;
            default:
                return json.IndexOfAny((byte)',', (byte)'}');
        }
    }
}
