using Microsoft.AspNetCore.Components;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Reporting.Decisions;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Review.Statement;
using Participatie.Web.Hosting;
using Participatie.Web.Pages.Information.SocialAgenda;

namespace Participatie.Web.Pages.Information;

public static class InformationEndpoints
{
    private static readonly PageLanguages OfThemes = new(context => context.RequestServices.GetRequiredService<Agenda>().Languages);

    public static void AddInformation(this IServiceCollection services)
    {
        services.AddSingleton(_ => Agenda.Read());
        services.AddSingleton<WriteRefusal>(
            (context, refusal) => PageResult.Of<RefusedPage>(refusal, refusal.Status).ExecuteAsync(context));
    }

    public static void MapInformation(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Addresses.Home, async (Catalogue catalogue, ReadDecisions decisions, TimeProvider clock, CancellationToken stop) =>
            PageResult.Of<HomePage>(await HomeView.OfAsync(catalogue, decisions, clock.GetUtcNow(), stop)));
        pages.MapGet(Addresses.Promises, IResult (Catalogue catalogue, TimeProvider clock, int? pagina) =>
            PromisesView.Of(catalogue, clock.GetUtcNow(), pagina ?? 1) is { } view
                ? PageResult.Of<PromisesPage>(view)
                : TypedResults.NotFound());
        pages.MapGet(Addresses.Help, IResult (HttpRequest request) => Beside<HelpPage>(request));
        pages.MapGet(Addresses.Volunteers, IResult () => new PageResult<VolunteersPage>([]));
        pages.MapGet(Addresses.Privacy, IResult (HttpRequest request) => Beside<PrivacyPage>(request));
        pages.MapGet(
            Addresses.Accessibility,
            async Task<IResult> (
                HttpRequest request,
                ReadCompliance compliance,
                ReadHeldRounds rounds,
                Settings settings,
                Catalogue catalogue,
                TimeProvider clock,
                CancellationToken stop) => Beside<AccessibilityPage>(
                request,
                (nameof(AccessibilityPage.Now), await compliance.NowAsync(settings.AccessibilityStudy, stop)),
                (nameof(AccessibilityPage.Unsigned), UnsignedConsultation.OpenIn(catalogue, clock.GetUtcNow())),
                (nameof(AccessibilityPage.Rounds), CouncilRoundsView.Of(await rounds.AllAsync(stop), catalogue))));
        pages.MapSettings();
        pages.MapGet(Addresses.Themes, IResult () => new PageResult<ThemesPage>([])).WithMetadata(OfThemes);
        pages.MapGet(Addresses.Patterns.Theme, 
            async Task<IResult> (string slug, Agenda agenda, Catalogue catalogue, ReadDecisions decisions, CancellationToken stop) =>
                agenda.Find(slug) is { } theme
                    ? new PageResult<ThemePage>(new()
                    {
                        [nameof(ThemePage.Theme)] = theme,
                        [nameof(ThemePage.Decided)] = await DecidedAsync(slug, catalogue, decisions, stop),
                    })
                    : TypedResults.NotFound()).WithMetadata(OfThemes);
    }

    /// <summary>Every page has links to these: whoever comes from a question goes back to it.</summary>
    private static PageResult<TPage> Beside<TPage>(HttpRequest request, params ReadOnlySpan<(string Name, object Value)> shown)
        where TPage : IComponent
    {
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["Back"] = SameSiteReferer.PathOf(request) is { } path && path.StartsWith(Addresses.Consultations, StringComparison.Ordinal)
                ? path
                : null,
        };
        foreach (var (name, value) in shown)
            parameters[name] = value;
        return new(parameters);
    }

    /// <summary>The consultations on a theme of which it is told what is done with the answers.</summary>
    private static async Task<IReadOnlyList<Consultation>> DecidedAsync(
        string theme, Catalogue catalogue, ReadDecisions decisions, CancellationToken cancellationToken)
    {
        var decided = new List<Consultation>();
        foreach (var version in catalogue.All.Where(version => version.Definition.Theme == theme))
        {
            var told = await decisions.PublicOfAsync(version.ConsultationId, cancellationToken);
            if (told.Values.Any(decision => decision.Published is not null))
                decided.Add(version.Definition);
        }

        return decided;
    }
}
