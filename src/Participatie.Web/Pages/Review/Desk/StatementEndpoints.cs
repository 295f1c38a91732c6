using Participatie.Surveys.Definition;
using Participatie.Surveys.Review.Statement;
using Participatie.Web.FormParts;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Review.Desk;

/// <summary>The statement: its fields, the faults that are known, and how they go into the form of the government.</summary>
internal static class StatementEndpoints
{
    public static void MapStatement(this IEndpointRouteBuilder desk)
    {
        desk.MapGet(Within(Addresses.StatementDesk), async (HttpContext context, StatementDesk statement) =>
            PageResult.Of<StatementPage>(await statement.ViewAsync(context)));
        desk.MapPost(Within(Addresses.StatementDesk), Post);
        desk.MapGet(Within(Addresses.StatementFields), async (HttpContext context, StatementDesk statement) =>
            PageResult.Of<StatementFieldsPage>(await statement.ViewAsync(context)));
        desk.MapGet(Within(Addresses.Patterns.StatementFault), GetFault);
        desk.MapPost(Within(Addresses.Patterns.StatementFault), PostFault);
    }

    public static Task<IResult> Post(HttpContext context, IFormCollection form, StatementDesk desk) => desk.SaveAsync(context, form);

    public static async Task<IResult> GetFault(int number, HttpContext context, StatementDesk desk) =>
        await desk.FaultAsync(number, context) is { } view ? PageResult.Of<StatementFaultPage>(view) : Results.NotFound();

    public static async Task<IResult> PostFault(int number, HttpContext context, IFormCollection form, StatementDesk desk) =>
        await desk.FaultAsync(number, context) is { } view ? await desk.SaveFaultAsync(context, form, view) : Results.NotFound();

    private static string Within(string address) => AccessibilityDeskEndpoints.Within(address);
}

/// <summary>The page of the statement.</summary>
public sealed record StatementView
{
    public required ComplianceNow Now { get; init; }

    /// <summary>The newest revision; 0 before the first.</summary>
    public required int Revision { get; init; }

    public required StatementText Text { get; init; }

    public required DayFields Planned { get; init; }

    public required DayFields SignedOn { get; init; }

    public required PageOf<StatementLine> History { get; init; }

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public string? Refusal { get; init; }
}

/// <param name="Revision">Of the statement.</param>
/// <param name="Fault">As it stands, or a new one.</param>
/// <param name="IsNew">It does not stand in the statement yet.</param>
/// <param name="Criterion">Its number, as it was typed.</param>
/// <param name="Planned">As it was typed.</param>
public sealed record FaultView(int Revision, Fault Fault, bool IsNew, string Criterion, DayFields Planned)
{
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public string? Refusal { get; init; }
}
