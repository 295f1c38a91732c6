using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using Participatie.Surveys.Intake;

namespace Participatie.Surveys.Storage.BulkReading;

/// <summary>
/// Reads all responses of a consultation once, forward along the key, without an object per row: counting and exporting a million
/// of them take about as long as reading the bytes. In the order of the random ids, because the order of arrival is nobody's business.
/// </summary>
public static class ResponseScan
{
    /// <summary>Enough to cost hardly more than one pass, few enough to be read in a moment and kept in memory.</summary>
    private const int RowsAtATime = 500;

    private const int IdsAtATime = 10_000;

    private const string Columns =
        "SELECT id, version, channel, organisation, language, hour, rotation, document, helped FROM responses";

    /// <summary>In one statement.</summary>
    /// <param name="connection">Of the database; a transaction on it makes the scan part of one snapshot.</param>
    /// <param name="consultationId">Whose responses.</param>
    /// <param name="states">Which of them.</param>
    /// <param name="take">Gets each row, on this thread.</param>
    /// <param name="cancellationToken">Looked at now and then.</param>
    public static Task RunAsync(
        DbConnection connection,
        int consultationId,
        IReadOnlyList<ResponseState> states,
        TakeResponse take,
        CancellationToken cancellationToken) =>
        RunAsync(
            connection,
            $"{Columns} WHERE {new ResponseSelection { ConsultationId = consultationId, States = states }.Condition} ORDER BY id",
            take,
            cancellationToken);

    /// <summary>
    /// In many short statements along the key, each ended before its rows are handed over: whatever is done with them and however long that
    /// takes, what was wiped meanwhile can be removed from the database and its log. What comes in meanwhile may be among the rows or not.
    /// </summary>
    /// <param name="connection">Without a transaction.</param>
    /// <param name="selection">Which responses.</param>
    /// <param name="take">Gets each row, on this thread.</param>
    /// <param name="afterRange">Waited for after each range of rows, with nothing held.</param>
    /// <param name="cancellationToken">Looked at now and then.</param>
    public static async Task RunInRangesAsync(
        DbConnection connection,
        ResponseSelection selection,
        TakeResponse take,
        Func<CancellationToken, ValueTask> afterRange,
        CancellationToken cancellationToken)
    {
        var from = $"{Columns} WHERE {selection.Condition} AND id > ";
        var to = string.Create(CultureInfo.InvariantCulture, $" ORDER BY id LIMIT {RowsAtATime}");
        using var scan = connection is SqliteConnection sqlite ? new SqliteScan(sqlite, $"{from}?1{to}") : null;
        var copy = connection is NpgsqlConnection postgres ? new PostgresScan(postgres) : null;
        var piece = new ResponsePiece();
        TakeResponse add = piece.Add;
        int rows;
        do
        {
            if (scan is not null)
            {
                scan.Run(piece.LastId, add, cancellationToken);
            }
            else
            {
                // A binary copy takes no parameters.
                var last = Convert.ToHexString(piece.LastId);
                await copy!.RunAsync($"{from}'\\x{last}'::bytea{to}", add, cancellationToken);
            }

            rows = piece.Count;
            piece.HandOver(take);
            await afterRange(cancellationToken);
        }
        while (rows == RowsAtATime);
    }

    /// <summary>The ids alone, also in short statements along the key: a tenth of the time that the rows take.</summary>
    /// <param name="connection">Without a transaction.</param>
    /// <param name="selection">Which responses.</param>
    /// <param name="take">Gets each id, in their order.</param>
    /// <param name="cancellationToken">Looked at between two statements.</param>
    public static async Task RunIdsAsync(
        DbConnection connection, ResponseSelection selection, TakeId take, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT id FROM responses WHERE {selection.Condition} AND id > @after ORDER BY id LIMIT {IdsAtATime}");
        var after = command.CreateParameter();
        after.ParameterName = "after";
        command.Parameters.Add(after);
        byte[]? last = [];
        while (last is not null)
        {
            (after.Value, last) = (last, null);
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            for (var count = 1; await rows.ReadAsync(cancellationToken); count++)
            {
                var id = rows.GetFieldValue<byte[]>(0);
                take(id);
                last = count == IdsAtATime ? id : null;
            }
        }
    }

    private static async Task RunAsync(DbConnection connection, string sql, TakeResponse take, CancellationToken cancellationToken)
    {
        if (connection is SqliteConnection sqlite)
        {
            using var scan = new SqliteScan(sqlite, sql);
            scan.Run(after: null, take, cancellationToken);
        }
        else
        {
            await new PostgresScan((NpgsqlConnection)connection).RunAsync(sql, take, cancellationToken);
        }
    }
}
