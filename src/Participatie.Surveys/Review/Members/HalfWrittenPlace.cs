using System.Globalization;

namespace Participatie.Surveys.Review.Members;

/// <summary>
/// What a member writes about, as it is stored: a page of the preview by the part of its address behind the link, which begins with a
/// slash; nothing for the whole; or what follows here.
/// </summary>
public static class HalfWrittenPlace
{
    public const string Advice = "advies";

    private const string Finding = "punt/";

    /// <summary>The second look at a finding.</summary>
    public static string OfFinding(int number) => string.Create(CultureInfo.InvariantCulture, $"{Finding}{number}");

    /// <returns>Null when it is about something else.</returns>
    public static int? FindingIn(string place) => place.StartsWith(Finding, StringComparison.Ordinal)
        && int.TryParse(place.AsSpan(Finding.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
