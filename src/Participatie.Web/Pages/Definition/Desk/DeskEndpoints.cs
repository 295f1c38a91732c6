using Participatie.Web.Access;
using Participatie.Web.Hosting;
using Participatie.Web.Pages.Definition.Desk.Overview;
using Participatie.Web.Pages.Definition.Desk.Steps;
using Participatie.Web.Pages.Definition.Desk.WorkingCopy;

namespace Participatie.Web.Pages.Definition.Desk;

internal static class DeskEndpoints
{
    public static void AddDesk(this IServiceCollection services) => services.AddScoped<StepForms>();

    /// <param name="desk">The group of staff.</param>
    public static void MapConsultations(this IEndpointRouteBuilder desk)
    {
        desk.MapGet("", OverviewEndpoints.Get);
        // Addresses within the group.
        var begin = desk.MapGroup(Within(Addresses.NewConsultation)).RequireAuthorization(Staff.NewConsultations);
        begin.MapGet("", NewConsultationEndpoints.Get);
        begin.MapPost("", NewConsultationEndpoints.Post).WithMetadata(FormLimits.Definition);

        desk.MapGet(Within(Addresses.Patterns.DeskConsultation), ConsultationEndpoints.Get).RequireAuthorization(Staff.OnConsultation);
        desk.MapGet(Within(Addresses.Patterns.WorkingCopy), WorkingCopyEndpoints.Get).RequireAuthorization(Staff.Author);
        desk.MapPost(Within(Addresses.Patterns.WorkingCopy), WorkingCopyEndpoints.Post).RequireAuthorization(Staff.Author)
            .WithMetadata(FormLimits.Definition);
        desk.MapGet(Within(Addresses.Patterns.Revisions), RevisionsEndpoints.Get).RequireAuthorization(Staff.OnConsultation);
        desk.MapGet(Within(Addresses.Patterns.RevisionFile), RevisionsEndpoints.GetFile).RequireAuthorization(Staff.OnConsultation);
        desk.MapGet(Within(Addresses.Patterns.Comparison), RevisionsEndpoints.Compare).RequireAuthorization(Staff.OnConsultation);
        foreach (var step in DeskSteps.All)
        {
            var address = Within(Addresses.LifeStep(Addresses.Patterns.DeskSlug, step.Name));
            desk.MapGet(address, StepEndpoints.Get(step)).RequireAuthorization(step.Policy);
            desk.MapPost(address, StepEndpoints.Post(step)).RequireAuthorization(step.Policy);
        }
    }

    private static string Within(string address) => address[Addresses.Desk.Length..];
}
