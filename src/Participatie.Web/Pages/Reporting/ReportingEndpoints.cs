using Participatie.Surveys.Analysis;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Reporting;

public static class ReportingEndpoints
{
    public static void MapReporting(this IEndpointRouteBuilder pages)
    {
        var results = pages.MapGroup("").WithMetadata(new CompressedWell());
        results.MapGet(Addresses.Patterns.Results, ResultsEndpoints.Of(whose: null));
        results.MapGet(Addresses.Patterns.ResultsOfInvited, ResultsEndpoints.Of(Population.Invited));
        results.MapGet(Addresses.Patterns.ResultsOfOrganisations, ResultsEndpoints.Of(Population.Organisation));
        results.MapGet(Addresses.Patterns.ResultsPeople, ResultsEndpoints.GetPeople);
        results.MapGet(Addresses.Patterns.ResultsByGroup, ResultsEndpoints.GetByGroup);
        pages.MapSummaries();
        pages.MapGet(Addresses.Patterns.OpenData, OpenDataEndpoints.Get);
        pages.MapGet(Addresses.Patterns.OpenDataFile, OpenDataEndpoints.GetFile);
        pages.MapGet(Addresses.OpenCatalogue, OpenDataEndpoints.GetCatalogue);
        pages.MapGet(Addresses.OpenCatalogueFile, OpenDataEndpoints.GetCatalogueFile);
    }
}
