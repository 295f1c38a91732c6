using Npgsql;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Intake.Unlinking;

/// <summary>
/// Writes responses anew in random order: a row's place and the number of the transaction that wrote it tell when it came.
/// </summary>
internal static class ShuffleOnPostgres
{
    /// <summary>Some ten milliseconds, for which hand-ins wait.</summary>
    private const int AtATime = 1000;

    /// <returns>How many.</returns>
    public static async Task<int> ShuffleAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // Nobody else changes a response meanwhile: a withdrawal that waited for a row would find it gone.
        await connection.ExecuteAsync($"{RewriteTable.WaitNotLong}; LOCK TABLE responses IN SHARE ROW EXCLUSIVE MODE", cancellationToken);
        var columns = string.Join(", ", await ColumnsAsync(connection, cancellationToken));
        var moved = await connection.ExecuteAsync(
            $"""
            WITH fresh AS (
                SELECT consultation_id, id FROM responses WHERE NOT shuffled AND state IN ({ShuffleResponses.States}) ORDER BY
                consultation_id, id LIMIT {AtATime}),
            taken AS (
                DELETE FROM responses USING fresh WHERE responses.consultation_id = fresh.consultation_id AND responses.id = fresh.id
                RETURNING responses.*)
            INSERT INTO responses ({columns}, shuffled) SELECT {columns}, true FROM taken ORDER BY random()
            """,
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return moved;
    }

    /// <summary>Whatever columns there are, also those of a later release.</summary>
    private static async Task<List<string>> ColumnsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "SELECT quote_ident(attname) FROM pg_attribute WHERE attrelid = 'responses'::regclass AND attnum > 0 AND NOT attisdropped AND "
                + "attname <> 'shuffled'",
            connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var columns = new List<string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            columns.Add(reader.GetString(0));
        }

        return columns;
    }
}
