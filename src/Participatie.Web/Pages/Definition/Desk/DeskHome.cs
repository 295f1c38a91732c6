using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Pages.Definition.Desk;

/// <summary>What staff see first: each consultation, whether it is open, its dates and how many responses there are.</summary>
internal static class DeskHome
{
    public static async Task<IResult> Get(HttpContext context, Catalogue catalogue, Database database, TimeProvider clock)
    {
        var counts = (await database.ReadAsync(
            "SELECT consultation_id, COUNT(*) FROM responses WHERE state <> @withdrawn GROUP BY consultation_id",
            row => (Id: row.GetInt32(0), Count: row.GetInt64(1)),
            context.RequestAborted,
            ("@withdrawn", (short)Surveys.Intake.ResponseState.Withdrawn))).ToDictionary(row => row.Id, row => row.Count);
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
