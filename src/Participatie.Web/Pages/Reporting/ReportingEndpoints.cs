namespace Participatie.Web.Pages.Reporting;

public static class ReportingEndpoints
{
    public static void MapReporting(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Addresses.Patterns.Results, ResultsEndpoints.Get);
        pages.MapGet(Addresses.Patterns.ResultsOfInvited, ResultsEndpoints.GetInvited);
        pages.MapGet(Addresses.Patterns.ResultsOfOrganisations, ResultsEndpoints.GetOrganisations);
        pages.MapGet(Addresses.Patterns.ResultsPeople, ResultsEndpoints.GetPeople);
        pages.MapGet(Addresses.Patterns.ResultsByGroup, ResultsEndpoints.GetByGroup);
        pages.MapGet(Addresses.Patterns.OpenData, OpenDataEndpoints.Get);
        pages.MapGet(Addresses.Patterns.OpenDataFile, OpenDataEndpoints.GetFile);
    }
}
