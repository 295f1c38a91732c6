using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Participatie.Surveys.Storage;
using Participatie.Web.Commands;
using SQLitePCL;

namespace Participatie.Load.Limits;

/// <summary>The floor of an export: every byte of the responses table, read once and written once.</summary>
internal static class RawCopy
{
    private const int BufferSize = 1 << 20;

    public static Task<int> RunAsync(string[] settings, string file, CancellationToken cancellationToken) => CommandLine.WithRoomsAsync(
        settings,
        async (rooms, stop) =>
        {
            await using var connection = await rooms.GetRequiredService<Database>().OpenAsync(stop);
            await using var target = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, BufferSize);
            if (connection is SqliteConnection sqlite)
            {
                Copy(sqlite, target);
            }
            else
            {
                await using var rows = await ((NpgsqlConnection)connection).BeginRawBinaryCopyAsync(
                    "COPY responses TO STDOUT (FORMAT BINARY)", stop);
                await rows.CopyToAsync(target, BufferSize, stop);
            }

            return 0;
        },
        cancellationToken,
        prepare: false);

    private static void Copy(SqliteConnection connection, FileStream target)
    {
        SqliteException.ThrowExceptionForRC(
            raw.sqlite3_prepare_v2(connection.Handle, "SELECT * FROM responses", out var statement), connection.Handle);
        using (statement)
        {
            var columns = raw.sqlite3_column_count(statement);
            while (raw.sqlite3_step(statement) == raw.SQLITE_ROW)
            {
                for (var column = 0; column < columns; column++)
                {
                    target.Write(raw.sqlite3_column_blob(statement, column));
                }
            }
        }
    }
}
