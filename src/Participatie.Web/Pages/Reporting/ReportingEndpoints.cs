using Participatie.Surveys.Definition;
using Participatie.Surveys.Reporting.Results;

namespace Participatie.Web.Pages.Reporting;

public static class ReportingEndpoints
{
    public static void MapReporting(this IEndpointRouteBuilder pages) => pages.MapGet(Addresses.Patterns.Results, ResultsAsync);

    private static async Task<IResult> ResultsAsync(
        string slug, Catalogue catalogue, ReadResultPage results, Words words, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (catalogue.Latest(slug) is not { } version)
        {
            return Results.NotFound();
        }

        var definition = version.Definition;
        var now = clock.GetUtcNow();
        var state = Opening.Of(definition, now);
        return PageResult.Of<ResultsPage>(new ResultsView
        {
            Definition = definition,
            Page = await results.ReadAsync(version.ConsultationId, words.Language, cancellationToken),
            Final = state == OpenState.Closed,
            NotBefore = state == OpenState.Closed || definition.Results == ResultsMoment.WhileOpen ? null : definition.Charter.ClosesOn,
            DecisionLate = Amsterdam.DayOf(now) > definition.Charter.DecisionBy,
        });
    }
}
