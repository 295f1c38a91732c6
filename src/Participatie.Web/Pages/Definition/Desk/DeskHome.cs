using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Pages.Definition.Desk;

/// <summary>What staff see first: each consultation, whether it is open, its dates and how many responses there are.</summary>
internal static class DeskHome
{
    public static async Task<IResult> Get(HttpContext request, Catalogue catalogue, Database database, TimeProvider clock)
    {
        await using var context = database.NewContext();
        var counts = await context.Responses.AsNoTracking()
            .Where(response => response.State != ResponseState.Withdrawn)
            .GroupBy(response => response.ConsultationId)
            .Select(group => new { Id = group.Key, Count = group.LongCount() })
            .ToDictionaryAsync(row => row.Id, row => row.Count, request.RequestAborted);
        return PageResult.Of<DeskHomePage>(new DeskHomeView(
        [
            .. catalogue.All.Select(version => new DeskHomeRow(
                version.Definition, Opening.Of(version.Definition, clock.GetUtcNow()), counts.GetValueOrDefault(version.ConsultationId))),
        ]));
    }
}

public sealed record DeskHomeView(IReadOnlyList<DeskHomeRow> Rows);

/// <param name="Consultation">Its latest version.</param>
/// <param name="State">Whether it takes answers now.</param>
/// <param name="Responses">That came in and were not withdrawn.</param>
public sealed record DeskHomeRow(Consultation Consultation, OpenState State, long Responses);
