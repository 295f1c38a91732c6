using Microsoft.AspNetCore.Http.HttpResults;
using Participatie.Surveys.Definition;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Information;

/// <summary>The reading settings: a form that also works without JavaScript and before anything else was visited.</summary>
internal static class SettingsEndpoints
{
    public static void MapSettings(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Addresses.Settings, (HttpRequest request) => Show(SameSiteReferer.PathOf(request), problems: null));
        pages.MapPost(Addresses.Settings, Save).WithMetadata(new SameOriginOnly());
    }

    private static IResult Save(IFormCollection form, HttpContext context, Words words)
    {
        var back = PathHere(form[SettingsPage.BackField]);
        var language = form[SettingsPage.Field];
        if (!VisitorLanguage.IsKnown(language))
            return Show(back, [new Problem(SettingsPage.Field, words["settings.unknown"])]);
        VisitorLanguage.Remember(context, language!);
        return new SeeOther(back ?? Addresses.Home);
    }

    private static RazorComponentResult<SettingsPage> Show(string? back, IReadOnlyList<Problem>? problems) =>
        new(new Dictionary<string, object?> { [nameof(SettingsPage.Back)] = back, [nameof(SettingsPage.Problems)] = problems })
        {
            StatusCode = problems is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };

    /// <summary>The field comes from the visitor's side: only a path of this site is followed.</summary>
    private static string? PathHere(string? address) =>
        address is ['/', ..] && address.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '-')
        && !address.StartsWith("//", StringComparison.Ordinal)
            ? address
            : null;
}
