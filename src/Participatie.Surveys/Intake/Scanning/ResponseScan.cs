using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Participatie.Surveys.Intake.Scanning;

/// <summary>
/// Reads all responses of a consultation once, forward along the key, without an object per row: counting and exporting a million
/// of them take about as long as reading the bytes. In the order of the random ids, because the order of arrival is nobody's business.
/// </summary>
public static class ResponseScan
{
    /// <param name="connection">Of the database; a transaction on it makes the scan part of one snapshot.</param>
    /// <param name="consultationId">Whose responses.</param>
    /// <param name="states">Which of them.</param>
    /// <param name="take">Gets each row, on this thread.</param>
    /// <param name="cancellationToken">Looked at now and then.</param>
    public static async Task RunAsync(
        DbConnection connection, int consultationId, IReadOnlyList<ResponseState> states, TakeResponse take, CancellationToken cancellationToken)
    {
        // Numbers of ours only: a binary copy takes no parameters.
        var sql = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            SELECT id, version, channel, organisation, language, hour, rotation, document, helped FROM responses
            WHERE consultation_id = {consultationId} AND state IN ({string.Join(',', states.Select(state => (int)state))}) ORDER BY id
            """);
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
