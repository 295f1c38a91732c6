using Participatie.Surveys.Language;

namespace Participatie.Web.Hosting;

/// <summary>
/// The language of a page: what the visitor chose, or on a first visit what the browser asks for, out of the languages in which
/// the page is complete (<see cref="PageLanguages"/>). Otherwise Dutch, frame and text alike.
/// </summary>
public static class VisitorLanguage
{
    public const string Cookie = "taal";
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    private static readonly object ThisPage = new();
    private static readonly object Unknown = new();

    /// <summary>
    /// The interface texts of the page that is asked for. Components get the same by <c>@inject InterfaceWords Words</c>.
    /// </summary>
    public static InterfaceWords Of(HttpContext context) => context.Items[ThisPage] as InterfaceWords ?? Desk.Of(context) switch
    {
        null => InterfaceWords.For(Choose(context, PageLanguages.Of(context))),
        var desk => InterfaceWords.For(Choose(context, PageLanguages.Of(context)), desk.Audience),
    };

    /// <summary>
    /// Writes the page of this request in another language than the visitor's. Before anything asked for <see cref="InterfaceWords"/>: they
    /// stay as they were asked for.
    /// </summary>
    public static void ShowIn(HttpContext context, string language) => context.Items[ThisPage] = InterfaceWords.For(language);

    /// <summary>Writes it for that audience, in one of its languages, as above.</summary>
    public static void ShowFor(HttpContext context, Audience audience) =>
        context.Items[ThisPage] = InterfaceWords.For(Choose(context, audience.Languages), audience);

    /// <summary>The address asks for a language that we do not have: the page says so.</summary>
    public static void SayUnknown(HttpContext context) => context.Items[Unknown] = Unknown;

    public static AskedLanguage AskedIn(HttpContext context) =>
        context.Items.ContainsKey(Unknown) ? new AskedLanguage(IsUnknown: true) : AskedLanguage.Nothing;

    public static bool IsKnown(string? language) => language is not null && Languages.All.Contains(language, StringComparer.Ordinal);

    public static void Remember(HttpContext context, string language) =>
        VisitorCookies.Write(context, Cookie, language, Remembered);

    /// <summary>Whether this device has chosen a language: then the browser's wish is not looked at.</summary>
    public static bool HasChosen(HttpContext context) => IsKnown(VisitorCookies.Read(context, Cookie));

    private static string Choose(HttpContext context, IReadOnlyList<string> offered)
    {
        if (VisitorCookies.Read(context, Cookie) is { } chosen && IsKnown(chosen))
            return offered.Contains(chosen, StringComparer.Ordinal) ? chosen : Languages.Dutch;
        return PreferredLanguages.Of(context.Request)
            .Select(wanted => offered.FirstOrDefault(tag => tag.Equals(wanted, StringComparison.OrdinalIgnoreCase)))
            .FirstOrDefault(tag => tag is not null) ?? Languages.Dutch;
    }
}
