using System.Globalization;
using System.Text.RegularExpressions;

namespace Participatie.Surveys.Analysis.OpenAnswers;

/// <summary>
/// Marks what looks like personal data in somebody's words, for whoever decides whether they are shown to all. It sees what has a form of
/// its own and no names: it helps a reader and does not replace one.
/// </summary>
public static class FindPersonalData
{
    private const string Between = @"[ ./\-]?";

    private const int ShortestIban = 15;

    /// <summary>Behind its two letters.</summary>
    private const int FewestOfIban = 2;

    /// <summary>Four of the postcode and one of the house; a telephone and a citizen have more.</summary>
    private const int FewestOfAddress = 5;

    // Each pattern in time that grows with the text alone, whatever somebody typed. What stands around a find is looked at afterwards.
    private static readonly Regex Mail = Of(@"[\p{L}0-9._%+\-]+ ?(?:@|\(at\)|\[at\]) ?[\p{L}0-9\-]+(?:\.[\p{L}0-9\-]+)+");
    private static readonly Regex Telephone = Of(@"(?:(?:\+|00) ?31" + Between + @"(?:\(0\))?|\(?0)(?:[ ./\-)]{0,2}[0-9]){9}");
    private static readonly Regex Postcode = Of("[1-9][0-9]{3} ?[A-Z]{2}");
    private static readonly Regex NumberBehind = Of("^,?[ \n]{1,3}(?:nr\\.? ?|nummer )?[1-9][0-9]{0,4}");
    private static readonly Regex NumberBefore = Of("[1-9][0-9]{0,4} ?[A-Z]?(?:[ \\-][A-Z0-9]{1,4})?,?[ \n]{1,3}$");
    private static readonly Regex Bsn = Of("[0-9](?:" + Between + "[0-9]){7,8}");
    private static readonly Regex Iban = Of("[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]){11,30}");

    /// <summary>Two letters behind four digits that are a word: "in 2024 is 12 keer".</summary>
    private static readonly string[] SmallWords =
    [
        "al", "de", "do", "en", "er", "ga", "ik", "in", "is", "it", "ja", "je", "me", "na", "nu", "of", "om", "op", "te", "tm", "uw", "we",
        "zo",
    ];

    /// <summary>In the order of the text; two never overlap.</summary>
    /// <exception cref="ArgumentNullException">No text.</exception>
    public static IReadOnlyList<PersonalDataMark> In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // Tens of thousands are looked through at once, and most have nothing of the kind.
        var (mayHaveMail, digits) = (MayHaveMail(text), DigitsIn(text));
        if (!mayHaveMail && digits < FewestOfIban)
            return [];
        var plain = Plain(text);
        var marks = new List<PersonalDataMark>();
        // What says most comes first: the digits of a bank account are no telephone number as well.
        if (mayHaveMail)
            Add(Mail, PersonalData.Mail, static (_, _) => true);
        if (digits >= FewestOfIban)
        {
            foreach (Match found in Iban.Matches(plain))
            {
                if (LengthOfIban(plain, found) is > 0 and var length)
                    Mark(found.Index, found.Index + length, PersonalData.Iban);
            }
        }

        if (digits >= FewestOfAddress)
        {
            Add(Telephone, PersonalData.Telephone, StandsAlone);
            AddAddresses();
            Add(Bsn, PersonalData.Bsn, static (all, found) => StandsAlone(all, found) && IsBsn(found.ValueSpan));
        }

        marks.Sort(static (one, other) => one.Start.CompareTo(other.Start));
        return marks;

        void Add(Regex pattern, PersonalData kind, Func<string, Match, bool> holds)
        {
            foreach (Match found in pattern.Matches(plain))
            {
                if (holds(plain, found))
                    Mark(found.Index, found.Index + found.Length, kind);
            }
        }

        void AddAddresses()
        {
            foreach (Match found in Postcode.Matches(plain))
            {
                if (!StandsAlone(plain, found) || Array.BinarySearch(SmallWords, found.Value[^2..].ToLowerInvariant()) >= 0
                    && found.Value.Length == 7)
                    continue;
                var (start, end) = (found.Index, found.Index + found.Length);
                if (NumberBehind.Match(plain[end..]) is { Success: true } behind)
                    Mark(start, end + behind.Length, PersonalData.Address);
                else if (NumberBefore.Match(plain[..start]) is { Success: true } before)
                    Mark(before.Index, end, PersonalData.Address);
            }
        }

        void Mark(int start, int end, PersonalData kind)
        {
            if (!marks.Exists(other => start < other.End && other.Start < end))
                marks.Add(new PersonalDataMark(start, end - start, kind));
        }
    }

    private static bool MayHaveMail(string text) => text.Contains('@', StringComparison.Ordinal)
        || text.Contains("(at)", StringComparison.OrdinalIgnoreCase)
        || text.Contains("[at]", StringComparison.OrdinalIgnoreCase);

    private static int DigitsIn(string text)
    {
        var count = 0;
        foreach (var sign in text)
            count += char.IsDigit(sign) ? 1 : 0;
        return count;
    }

    /// <summary>Unit by unit as long as the text, with ASCII digits whatever script they were typed in.</summary>
    private static string Plain(string text) => string.Create(text.Length, text, static (plain, text) =>
    {
        for (var at = 0; at < plain.Length; at++)
        {
            var sign = text[at];
            plain[at] = char.IsAsciiLetterOrDigit(sign) ? sign
                : char.IsDigit(sign) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(sign))
                : sign is '\n' or '\r' ? '\n'
                : char.IsWhiteSpace(sign) ? ' '
                : char.GetUnicodeCategory(sign) == UnicodeCategory.DashPunctuation ? '-'
                : sign;
        }
    });

    /// <summary>Not a part of a longer number or word.</summary>
    private static bool StandsAlone(string text, Match found)
    {
        var (before, after) = (found.Index - 1, found.Index + found.Length);
        return (before < 0 || !char.IsLetterOrDigit(text[before])) && (after == text.Length || !char.IsLetterOrDigit(text[after]));
    }

    /// <summary>The eleven test: nine times the first digit and so on to two times the eighth, less the ninth.</summary>
    private static bool IsBsn(ReadOnlySpan<char> found)
    {
        Span<int> digits = stackalloc int[9];
        var count = 0;
        foreach (var sign in found)
        {
            if (char.IsAsciiDigit(sign))
                digits[count++] = sign - '0';
        }

        // With eight digits the first one is a zero that was left out.
        var (sum, first) = (0, 9 - count);
        for (var at = 0; at < count; at++)
            sum += digits[at] * (first + at == 8 ? -1 : 9 - first - at);
        return sum % 11 == 0 && found.IndexOfAnyInRange('1', '9') >= 0;
    }

    /// <summary>
    /// ISO 13616: with the first four signs behind the others and letters as numbers from 10, the whole is 1 modulo 97. Words behind it are
    /// no part of it.
    /// </summary>
    /// <returns>How much of what was found it takes; 0 when it is none.</returns>
    private static int LengthOfIban(string text, Match found)
    {
        if (found.Index > 0 && char.IsLetterOrDigit(text[found.Index - 1]))
            return 0;
        for (var length = found.Length; length >= ShortestIban; length--)
        {
            var end = found.Index + length;
            if ((end < text.Length && char.IsLetterOrDigit(text[end])) || text[end - 1] == ' ')
                continue;
            var signs = text[found.Index..end].Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
            var rest = 0;
            foreach (var sign in signs[4..] + signs[..4])
                rest = char.IsAsciiDigit(sign) ? ((rest * 10) + sign - '0') % 97 : ((rest * 100) + sign - 'A' + 10) % 97;
            if (rest == 1)
                return length;
        }

        return 0;
    }

    private static Regex Of(string pattern) =>
        new(pattern, RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
