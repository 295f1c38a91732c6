using Npgsql;
using NpgsqlTypes;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Intake;

namespace Participatie.Surveys.Storage.BulkReading;

/// <summary>Reads a binary copy: one forward stream of rows.</summary>
internal static class PostgresScan
{
    public static async Task RunAsync(NpgsqlConnection connection, string sql, TakeResponse take, CancellationToken cancellationToken)
    {
        await using var rows = await connection.BeginBinaryExportAsync($"COPY ({sql}) TO STDOUT (FORMAT BINARY)", cancellationToken);
        while (await rows.StartRowAsync(cancellationToken) != -1)
        {
            TakeRow(rows, take);
        }
    }

    private static void TakeRow(NpgsqlBinaryExporter row, TakeResponse take) => take(new ResponseRow
    {
        Id = row.Read<byte[]>(),
        Version = row.Read<int>(),
        Channel = (ResponseChannel)row.Read<short>(),
        Organisation = row.Read<bool>(),
        // Text as bytes: its UTF-8 as it is stored.
        Language = row.Read<byte[]>(NpgsqlDbType.Text),
        Hour = row.Read<long>(),
        Rotation = row.Read<int>(),
        Document = row.Read<byte[]>(NpgsqlDbType.Text),
        Helped = (Helped)row.Read<short>(),
    });
}
