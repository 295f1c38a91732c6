using Participatie.Web.Access;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Review.Desk.Checks;

/// <summary>What a program saw of all pages of a version, and the form that takes its file in.</summary>
internal static class MachineCheckEndpoints
{
    public static void AddMachineCheck(this IServiceCollection services) => services.AddScoped<MachineCheckDesk>();

    /// <param name="desk">The group of staff.</param>
    public static void MapMachineCheck(this IEndpointRouteBuilder desk)
    {
        var address = Addresses.Patterns.MachineCheck[Addresses.Desk.Length..];
        desk.MapGet(address, Get).RequireAuthorization(Staff.OnConsultation);
        desk.MapPost(address, Post).RequireAuthorization(Staff.Author).WithMetadata(FormLimits.Upload);
    }

    public static async Task<IResult> Get(string slug, HttpContext context, MachineCheckDesk desk) =>
        await desk.ViewAsync(slug, context) is { } view ? PageResult.Of<MachineCheckPage>(view) : Results.NotFound();

    public static Task<IResult> Post(string slug, HttpContext context, IFormCollection form, MachineCheckDesk desk) =>
        desk.ImportAsync(slug, context, form);
}
