using System.Globalization;

namespace Participatie.Web.Hosting;

/// <summary>
/// What somebody meant by the address of a page: typed from paper with capitals, or sent on by a program with the full stop, the bracket or
/// the space behind it, a dash of another kind, or something nobody sees. Each address of ours is small letters, ends in a letter or digit
/// and has no slash at the end.
/// </summary>
internal static class RightAddress
{
    /// <returns>The path itself when it is right already, which is nearly always.</returns>
    public static string Of(string path)
    {
        if (IsRight(path))
            return path;
        var right = new char[path.Length + 1];
        var length = 0;
        foreach (var sign in path.ToLowerInvariant().Prepend('/'))
        {
            var plain = char.GetUnicodeCategory(sign) == UnicodeCategory.DashPunctuation ? '-' : sign;
            var isDoubled = plain == '/' && length > 0 && right[length - 1] == '/';
            if (!isDoubled
                && !char.IsWhiteSpace(plain)
                && !char.IsControl(plain)
                && char.GetUnicodeCategory(plain) != UnicodeCategory.Format)
                right[length++] = plain;
        }

        while (length > 1 && !char.IsLetterOrDigit(right[length - 1]))
            length--;
        return new string(right, 0, length);
    }

    private static bool IsRight(string path)
    {
        for (var at = 0; at < path.Length; at++)
        {
            var isDoubleSlash = path[at] == '/' && at > 0 && path[at - 1] == '/';
            if (isDoubleSlash || !(char.IsAsciiLetterLower(path[at]) || char.IsAsciiDigit(path[at]) || path[at] is '-' or '.' or '/'))
                return false;
        }

        return path == "/" || (path.Length > 1 && path[0] == '/' && char.IsAsciiLetterOrDigit(path[^1]));
    }
}
