using Participatie.Surveys.Definition;

namespace Participatie.Web.Hosting;

/// <summary>The language that the visitor chose; Dutch otherwise. The browser's own preference is not looked at: a letter says what it opens.</summary>
public static class VisitorLanguage
{
    public const string Cookie = "taal";
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    /// <summary>The interface texts for this visitor. Components get the same by <c>@inject Words Words</c>.</summary>
    public static Words Of(HttpContext context) => Words.For(VisitorCookies.Read(context, Cookie) ?? Languages.Dutch);

    public static bool IsKnown(string? language) => language is not null && Languages.All.Contains(language, StringComparer.Ordinal);

    public static void Remember(HttpContext context, string language) =>
        VisitorCookies.Write(context, Cookie, language, Remembered);
}
