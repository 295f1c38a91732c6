using System.Globalization;

namespace Participatie.Surveys.Language;

/// <summary>
/// Characters that nobody sees and that change what one sees: control characters (PostgreSQL refuses U+0000), overrides of the
/// reading direction, what Unicode says is no character, and halves of a surrogate pair. A line end is none of them; the ordinary direction
/// marks of Arabic are not either.
/// </summary>
public static class HiddenCharacters
{
    /// <summary>The first one as <c>U+202E</c>, or null.</summary>
    public static string? FirstIn(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var pair = char.IsSurrogatePair(text, i);
            if (!pair && IsHidden(text[i]))
            {
                return string.Create(CultureInfo.InvariantCulture, $"U+{(int)text[i]:X4}");
            }

            i += pair ? 1 : 0;
        }

        return null;
    }

    internal static bool IsHidden(char c) =>
        (char.IsControl(c) && c != '\n')
        || char.IsSurrogate(c)
        || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF';
}
