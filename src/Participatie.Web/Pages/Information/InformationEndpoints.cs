namespace Participatie.Web.Pages.Information;

public static class InformationEndpoints
{
    public static void MapInformation(this IEndpointRouteBuilder pages)
    {
    }
}
