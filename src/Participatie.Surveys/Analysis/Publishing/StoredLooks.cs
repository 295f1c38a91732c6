using System.Data.Common;
using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Analysis.Publishing;

/// <summary>The rows of the table of looks. Whoever calls holds the <see cref="ConsultationLock"/>.</summary>
internal static class StoredLooks
{
    /// <summary>All of a consultation, without their counts.</summary>
    public static async ValueTask<List<LookEntry>> ListAsync(WriteScope scope, int consultationId)
    {
        await using var reader = await scope.QueryAsync(
            "SELECT version, population, responses, stage, '' FROM result_looks WHERE consultation_id = @consultation", ("@consultation", consultationId));
        return await ReadAsync(reader, consultationId);
    }

    /// <summary>The counts of all that are shown.</summary>
    public static async ValueTask<List<TallyRow>> ShownAsync(WriteScope scope, int consultationId)
    {
        await using var reader = await scope.QueryAsync(
            "SELECT version, population, responses, stage, counts FROM result_looks WHERE consultation_id = @consultation AND stage = @shown",
            ("@consultation", consultationId),
            ("@shown", (short)LookStage.Shown));
        return [.. (await ReadAsync(reader, consultationId)).SelectMany(look => PublishedJson.ReadCounts(look.Counts)
            .Select(counts => new TallyRow(look.Version, (Population)look.Population, counts.Key, counts.Value)))];
    }

    /// <summary>Keeps what is counted of one version and population now.</summary>
    public static async ValueTask TakeAsync(WriteScope scope, int consultationId, int version, Population population)
    {
        var counts = new Dictionary<string, string>(StringComparer.Ordinal);
        await using (var reader = await scope.QueryAsync(
            "SELECT question_id, counts FROM tallies WHERE consultation_id = @consultation AND version = @version AND population = @population",
            ("@consultation", consultationId),
            ("@version", version),
            ("@population", (short)population)))
        {
            while (await reader.ReadAsync())
            {
                counts[reader.GetString(0)] = CountsText.OfEverybody(reader.GetString(1));
            }
        }

        await scope.ExecuteAsync(
            """
            INSERT INTO result_looks (consultation_id, version, population, responses, stage, counts)
            VALUES (@consultation, @version, @population, @responses, @taken, @counts)
            """,
            ("@consultation", consultationId),
            ("@version", version),
            ("@population", (short)population),
            ("@responses", CountsText.Seen(counts[ResponsesTally.Responses])),
            ("@taken", (short)LookStage.Taken),
            ("@counts", PublishedJson.WriteCounts(counts)));
    }

    /// <summary>The look becomes the public one of its version and population. Older ones go; a younger one goes on waiting.</summary>
    public static async ValueTask ShowAsync(WriteScope scope, LookEntry look)
    {
        (string, object?)[] which =
            [("@consultation", look.ConsultationId), ("@version", look.Version), ("@population", look.Population), ("@responses", look.Responses), ("@shown", (short)LookStage.Shown)];
        const string Of = "consultation_id = @consultation AND version = @version AND population = @population";
        await scope.ExecuteAsync($"DELETE FROM result_looks WHERE {Of} AND (responses < @responses OR stage = @shown)", which);
        await scope.ExecuteAsync($"UPDATE result_looks SET stage = @shown WHERE {Of} AND responses = @responses", which);
    }

    /// <summary>Those that wait and were not shown yet.</summary>
    /// <param name="scope">The transaction.</param>
    /// <param name="consultationId">Of the consultation.</param>
    /// <param name="version">Of the version.</param>
    /// <param name="population">Whose.</param>
    /// <param name="below">Only those with fewer responses.</param>
    public static async ValueTask ForgetAsync(WriteScope scope, int consultationId, int version, Population population, long below = long.MaxValue) => await scope.ExecuteAsync(
        """
        DELETE FROM result_looks
        WHERE consultation_id = @consultation AND version = @version AND population = @population AND stage = @taken AND responses < @below
        """,
        ("@consultation", consultationId),
        ("@version", version),
        ("@population", (short)population),
        ("@taken", (short)LookStage.Taken),
        ("@below", below));

    /// <summary>After the final result none is needed.</summary>
    public static async ValueTask ForgetAllAsync(WriteScope scope, int consultationId) =>
        await scope.ExecuteAsync("DELETE FROM result_looks WHERE consultation_id = @consultation", ("@consultation", consultationId));

    private static async ValueTask<List<LookEntry>> ReadAsync(DbDataReader reader, int consultationId)
    {
        var looks = new List<LookEntry>();
        while (await reader.ReadAsync())
        {
            looks.Add(new LookEntry
            {
                ConsultationId = consultationId,
                Version = reader.GetInt32(0),
                Population = reader.GetInt16(1),
                Responses = reader.GetInt64(2),
                Stage = reader.GetInt16(3),
                Counts = reader.GetString(4),
            });
        }

        return looks;
    }
}
