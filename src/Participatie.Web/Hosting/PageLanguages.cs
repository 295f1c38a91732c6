using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Web.Pages.Answering;
using Participatie.Web.Pages.Information.SocialAgenda;

namespace Participatie.Web.Hosting;

/// <summary>
/// In which languages a page is complete. The pages of a consultation speak the languages of its definition, those of the themes the
/// languages of <c>Content/themas.json</c>, all others every language that has a file. Nobody reads a foreign frame around Dutch questions.
/// </summary>
internal static class PageLanguages
{
    public static IReadOnlyList<string> Of(HttpContext context) => Pattern(context) switch
    {
        _ when IsOfConsultation(context) => OfConsultation(context),
        { } pattern when pattern.StartsWith(Addresses.Themes, StringComparison.Ordinal) => context.RequestServices.GetRequiredService<Agenda>().Languages,
        _ => Languages.All,
    };

    public static PublishedVersion? ConsultationOf(HttpContext context) =>
        IsOfConsultation(context) && context.GetRouteValue("slug") is string slug
            ? context.RequestServices.GetRequiredService<Catalogue>().Latest(slug)
            : null;

    public static bool IsOfConsultation(HttpContext context) => Pattern(context)?.StartsWith(Addresses.Patterns.Consultation, StringComparison.Ordinal) == true;

    private static IReadOnlyList<string> OfConsultation(HttpContext context) =>
        context.Features.Get<DraftLanguages>()?.Tags ?? ConsultationOf(context)?.Definition.Languages ?? Languages.All;

    private static string? Pattern(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
}
