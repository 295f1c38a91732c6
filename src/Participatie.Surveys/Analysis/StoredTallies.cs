using System.Data.Common;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Analysis;

/// <summary>The rows of the table of tallies.</summary>
internal static class StoredTallies
{
    private const string Select = "SELECT version, population, question_id, counts FROM tallies WHERE consultation_id = @consultation";

    public static async Task<List<TallyRow>> ReadAsync(
        DbConnection connection, DbTransaction? transaction, int consultationId, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = Select;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@consultation", consultationId);
        command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await ReadAsync(reader, cancellationToken);
    }

    public static async ValueTask<List<TallyRow>> ReadAsync(WriteScope scope, int consultationId)
    {
        await using var reader = await scope.QueryAsync(Select, ("@consultation", consultationId));
        return await ReadAsync(reader, default);
    }

    /// <summary>Adds the counts to what is stored. Whoever calls holds the <see cref="ConsultationLock"/>.</summary>
    public static async ValueTask AddAsync(WriteScope scope, int consultationId, int version, ConsultationTally changes)
    {
        List<TallyRow> stored;
        await using (
            var reader = await scope.QueryAsync(
                Select + " AND version = @version", ("@consultation", consultationId), ("@version", version)))
        {
            stored = await ReadAsync(reader, default);
        }

        var known = stored.ToDictionary(row => (row.Population, row.Question), row => row.Counts);
        var rows = new List<TallyRow>();
        foreach (var (population, counts) in changes.Rows.Where(row => !row.Counts.IsEmpty))
        {
            if (known.TryGetValue((population, counts.Question.Id), out var text))
            {
                counts.Add(CountsText.Read(counts.Question, counts.Breakdowns, text));
            }

            rows.Add(new TallyRow(version, population, counts.Question.Id, CountsText.Write(counts)));
        }

        await WriteAsync(scope, consultationId, version, rows);
    }

    private static async ValueTask WriteAsync(WriteScope scope, int consultationId, int version, List<TallyRow> rows)
    {
        const string Insert = "INSERT INTO tallies (consultation_id, version, population, question_id, counts)";
        const string Replace = "ON CONFLICT (consultation_id, version, population, question_id) DO UPDATE SET counts = excluded.counts";
        if (!scope.IsSqlite)
        {
            // All rows in one way to the server.
            await scope.ExecuteAsync(
                $"{Insert} SELECT @consultation, @version, * FROM unnest(@populations, @questions, @counts) {Replace}",
                ("@consultation", consultationId),
                ("@version", version),
                ("@populations", rows.ConvertAll(row => (short)row.Population).ToArray()),
                ("@questions", rows.ConvertAll(row => row.Question).ToArray()),
                ("@counts", rows.ConvertAll(row => row.Counts).ToArray()));
            return;
        }

        foreach (var row in rows)
        {
            await scope.ExecuteAsync(
                $"{Insert} VALUES (@consultation, @version, @population, @question, @counts) {Replace}",
                ("@consultation", consultationId),
                ("@version", version),
                ("@population", (short)row.Population),
                ("@question", row.Question),
                ("@counts", row.Counts));
        }
    }

    private static async Task<List<TallyRow>> ReadAsync(DbDataReader reader, CancellationToken cancellationToken)
    {
        var rows = new List<TallyRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(new TallyRow(reader.GetInt32(0), (Population)reader.GetInt16(1), reader.GetString(2), reader.GetString(3)));
        }

        return rows;
    }
}
