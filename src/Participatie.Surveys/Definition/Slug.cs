namespace Participatie.Surveys.Definition;

/// <summary>
/// The form of every id in a definition: lower-case letters, digits and hyphens, a letter first. Stands in addresses and in column names.
/// </summary>
public static class Slug
{
    public const int Longest = 40;

    public static bool Fits(string id) =>
        id.Length is > 0 and <= Longest
        && char.IsAsciiLetterLower(id[0])
        && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
