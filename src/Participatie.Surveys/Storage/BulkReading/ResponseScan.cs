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
        var (opens, closes) = connection is SqliteConnection ? ("x'", "'") : ("'\\x", "'::bytea");
        var from = $"{Columns} WHERE {selection.Condition} AND id > {opens}";
        var to = string.Create(CultureInfo.InvariantCulture, $"{closes} ORDER BY id LIMIT {RowsAtATime}");
        var piece = new ResponsePiece();
        int rows;
        do
        {
            await RunAsync(connection, from + Convert.ToHexString(piece.LastId) + to, piece.Add, cancellationToken);
            rows = piece.Count;
            piece.HandOver(take);
            await afterRange(cancellationToken);
        }
        while (rows == RowsAtATime);
    }

    private static async Task RunAsync(DbConnection connection, string sql, TakeResponse take, CancellationToken cancellationToken)
    {
        if (connection is SqliteConnection sqlite)
        {
            SqliteScan.Run(sqlite, sql, take, cancellationToken);
        }
        else
        {
            await PostgresScan.RunAsync((NpgsqlConnection)connection, sql, take, cancellationToken);
        }
    }
}
