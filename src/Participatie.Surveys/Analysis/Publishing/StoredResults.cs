using Participatie.Surveys.Definition.Life;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Analysis.Publishing;

/// <summary>The rows of the table of published results. Whoever calls holds the <see cref="ConsultationLock"/>.</summary>
internal static class StoredResults
{
    // The release before kept counts here; it reads this as "nothing was published before".
    private const string NoBasis = """{"populations":[]}""";

    /// <summary>The last word is out.</summary>
    public static async ValueTask<bool> IsFinalAsync(WriteScope scope, int consultation) =>
        await scope.Context.PublishedResults.Where(row => row.ConsultationId == consultation && row.QuestionId == ResponsesTally.Responses)
            .Select(row => row.Document).SingleOrDefaultAsync() is { } document
        && PublishedJson.Read(document).Populations.Any(part => part.Final);

    /// <summary>The public state that is there, its number and when it was published; 0 and 0 when there is none.</summary>
    public static async ValueTask<(
        IReadOnlyList<PublishedRow> Rows, int Sequence, long PublishedAt)> LastAsync(WriteScope scope, int consultation)
    {
        var rows = await scope.Context.PublishedResults.AsNoTracking().Where(row => row.ConsultationId == consultation)
            .OrderBy(row => row.Position).ToListAsync();
        return (
            rows.ConvertAll(row => new PublishedRow(row.QuestionId, row.Position, row.Document)),
            rows.Select(row => row.Sequence).DefaultIfEmpty().Max(),
            rows.Select(row => row.PublishedAt).DefaultIfEmpty().Max());
    }

    public static async ValueTask ReplaceAsync(WriteScope scope, int consultation, IReadOnlyList<PublishedRow> rows, int sequence, long now)
    {
        await scope.Context.PublishedResults.Where(row => row.ConsultationId == consultation).ExecuteDeleteAsync();
        scope.Context.PublishedResults.AddRange(rows.Select(row => new PublishedResultEntry
        {
            ConsultationId = consultation,
            QuestionId = row.Key,
            Position = row.Position,
            Document = row.Document,
            Basis = NoBasis,
            Sequence = sequence,
            PublishedAt = now,
        }));
        await scope.Context.SaveChangesAsync();
    }
}
