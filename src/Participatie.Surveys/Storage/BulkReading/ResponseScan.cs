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
        RunAsync(connection, Select(consultationId, states) + " ORDER BY id", take, cancellationToken);

    /// <summary>
    /// In many short statements along the key, each ended before its rows are handed over: whatever is done with them and however long that
    /// takes, what was wiped meanwhile can be removed from the database and its log. What comes in meanwhile may be among the rows or not.
    /// </summary>
    /// <param name="connection">Without a transaction.</param>
    /// <param name="consultationId">Whose responses.</param>
    /// <param name="lastVersion">Responses to later versions are left out.</param>
    /// <param name="states">Which of them.</param>
    /// <param name="take">Gets each row, on this thread.</param>
    /// <param name="cancellationToken">Looked at now and then.</param>
    public static async Task RunInPiecesAsync(
        DbConnection connection,
        int consultationId,
        int lastVersion,
        IReadOnlyList<ResponseState> states,
        TakeResponse take,
        CancellationToken cancellationToken)
    {
        var (opens, closes) = connection is SqliteConnection ? ("x'", "'") : ("'\\x", "'::bytea");
        var from = string.Create(
            CultureInfo.InvariantCulture, $"{Select(consultationId, states)} AND version <= {lastVersion} AND id > {opens}");
        var to = string.Create(CultureInfo.InvariantCulture, $"{closes} ORDER BY id LIMIT {RowsAtATime}");
        var piece = new ResponsePiece();
        int rows;
        do
        {
            await RunAsync(connection, from + Convert.ToHexString(piece.LastId) + to, piece.Add, cancellationToken);
            rows = piece.Count;
            piece.HandOver(take);
        }
        while (rows == RowsAtATime);
    }

    private static string Select(int consultationId, IReadOnlyList<ResponseState> states) =>
        // Numbers of ours only: a binary copy takes no parameters.
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            SELECT id, version, channel, organisation, language, hour, rotation, document, helped FROM responses
            WHERE consultation_id = {consultationId} AND state IN ({string.Join(',', states.Select(state => (int)state))})
            """);

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
