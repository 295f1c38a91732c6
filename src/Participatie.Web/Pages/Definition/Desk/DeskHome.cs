using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Storage;
using Participatie.Web.Access;
using Participatie.Web.Pages.Access;

namespace Participatie.Web.Pages.Definition.Desk;

/// <summary>What staff see first: each consultation that they may see, whether it is open, its dates and how many responses there are.</summary>
internal static class DeskHome
{
    public static async Task<IResult> Get(
        HttpContext request, Catalogue catalogue, Database database, ReviewOfRights review, TimeProvider clock)
    {
        await using var context = database.NewContext();
        var counts = await context.Responses.AsNoTracking()
            .Where(response => response.State != ResponseState.Withdrawn)
            .GroupBy(response => response.ConsultationId)
            .Select(group => new { Id = group.Key, Count = group.LongCount() })
            .ToDictionaryAsync(row => row.Id, row => row.Count, request.RequestAborted);
        var rows = catalogue.All.Where(version => Staff.MaySee(request.User, version.Definition.Slug)).Select(version => new DeskHomeRow(
            version.Definition, catalogue.StateOf(version, clock.GetUtcNow()), counts.GetValueOrDefault(version.ConsultationId)));
        return PageResult.Of<DeskHomePage>(new DeskHomeView(
            [.. rows],
            Staff.IsAdministrator(request.User),
            Staff.IsAdministrator(request.User) ? await review.CountDueAsync(request.RequestAborted) : 0));
    }
}

/// <param name="Rows">That this person may see.</param>
/// <param name="IsAll">Whether it can be said that there are no others.</param>
/// <param name="RightsDue">How many rights an administrator has to look at; 0 for anybody else.</param>
public sealed record DeskHomeView(IReadOnlyList<DeskHomeRow> Rows, bool IsAll, int RightsDue);

/// <param name="Consultation">Its latest version.</param>
/// <param name="State">Whether it takes answers now.</param>
/// <param name="Responses">That came in and were not withdrawn.</param>
public sealed record DeskHomeRow(Consultation Consultation, OpenState State, long Responses);
