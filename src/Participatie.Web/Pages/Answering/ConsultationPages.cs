using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Previews;
using Participatie.Surveys.Language;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Answering;

/// <summary>The pages of a consultation, whichever room shows them: they speak the languages of its definition.</summary>
internal static class ConsultationPages
{
    private static readonly PageLanguages Mark = new(LanguagesOf);

    /// <summary>Marks every endpoint of the group that is one.</summary>
    public static RouteGroupBuilder WithConsultationPages(this RouteGroupBuilder pages)
    {
        ((IEndpointConventionBuilder)pages).Add(endpoint =>
        {
            if (endpoint is RouteEndpointBuilder { RoutePattern.RawText: { } pattern }
                && (pattern.StartsWith(Addresses.Patterns.Consultation, StringComparison.Ordinal)
                    || pattern.StartsWith(Addresses.Patterns.Preview, StringComparison.Ordinal)))
                endpoint.Metadata.Add(Mark);
        });
        return pages;
    }

    /// <returns>Null on any other page. Of a preview its token, which no consultation is called by.</returns>
    public static string? SlugOf(HttpContext context) =>
        ReferenceEquals(context.GetEndpoint()?.Metadata.GetMetadata<PageLanguages>(), Mark)
            ? context.GetRouteValue("slug") as string
            : null;

    public static PublishedVersion? LatestOf(HttpContext context) =>
        SlugOf(context) is { } slug ? context.RequestServices.GetRequiredService<Catalogue>().Latest(slug) : null;

    private static IReadOnlyList<string> LanguagesOf(HttpContext context) =>
        context.Features.Get<DraftLanguages>()?.Tags
        ?? (context.Features.Get<Preview>()?.Version ?? LatestOf(context))?.Definition.Languages
        ?? Languages.All;
}
