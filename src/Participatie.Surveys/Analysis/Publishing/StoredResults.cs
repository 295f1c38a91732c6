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
        await scope.ScalarAsync(
            "SELECT document FROM published_results WHERE consultation_id = @consultation AND question_id = @responses",
            ("@consultation", consultation),
            ("@responses", ResponsesTally.Responses)) is string document
        && PublishedJson.Read(document).Populations.Any(part => part.Final);

    /// <summary>The public state that is there, its number and when it was published; 0 and 0 when there is none.</summary>
    public static async ValueTask<(IReadOnlyList<PublishedRow> Rows, int Sequence, long PublishedAt)> LastAsync(WriteScope scope, int consultation)
    {
        var rows = new List<PublishedRow>();
        var (sequence, publishedAt) = (0, 0L);
        await using var reader = await scope.QueryAsync(
            "SELECT question_id, position, document, sequence, published_at FROM published_results WHERE consultation_id = @consultation ORDER BY position",
            ("@consultation", consultation));
        while (await reader.ReadAsync())
        {
            rows.Add(new PublishedRow(reader.GetString(0), reader.GetInt32(1), reader.GetString(2)));
            (sequence, publishedAt) = (Math.Max(sequence, reader.GetInt32(3)), Math.Max(publishedAt, reader.GetInt64(4)));
        }

        return (rows, sequence, publishedAt);
    }

    public static async ValueTask ReplaceAsync(WriteScope scope, int consultation, IReadOnlyList<PublishedRow> rows, int sequence, long now)
    {
        await scope.ExecuteAsync("DELETE FROM published_results WHERE consultation_id = @consultation", ("@consultation", consultation));
        foreach (var row in rows)
        {
            await scope.ExecuteAsync(
                """
                INSERT INTO published_results (consultation_id, question_id, position, document, basis, sequence, published_at)
                VALUES (@consultation, @question, @position, @document, @basis, @sequence, @now)
                """,
                ("@consultation", consultation),
                ("@question", row.Key),
                ("@position", row.Position),
                ("@document", row.Document),
                ("@basis", NoBasis),
                ("@sequence", sequence),
                ("@now", now));
        }
    }
}
