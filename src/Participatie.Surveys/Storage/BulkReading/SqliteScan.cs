using Microsoft.Data.Sqlite;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Intake;
using SQLitePCL;

namespace Participatie.Surveys.Storage.BulkReading;

/// <summary>
/// Steps through a statement and hands over the database's own bytes: a data reader would make a string of every document.
/// </summary>
internal static class SqliteScan
{
    public static void Run(SqliteConnection connection, string sql, TakeResponse take, CancellationToken cancellationToken)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(connection.Handle, sql, out var statement), connection.Handle);
        using (statement)
        {
            int result;
            while ((result = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
            {
                cancellationToken.ThrowIfCancellationRequested();
                take(new ResponseRow
                {
                    Id = raw.sqlite3_column_blob(statement, 0),
                    Version = raw.sqlite3_column_int(statement, 1),
                    Channel = (ResponseChannel)raw.sqlite3_column_int(statement, 2),
                    Organisation = raw.sqlite3_column_int(statement, 3) != 0,
                    // Text as a blob: its UTF-8 bytes as they are stored.
                    Language = raw.sqlite3_column_blob(statement, 4),
                    Hour = raw.sqlite3_column_int64(statement, 5),
                    Rotation = raw.sqlite3_column_int(statement, 6),
                    Document = raw.sqlite3_column_blob(statement, 7),
                    Helped = (Helped)raw.sqlite3_column_int(statement, 8),
                });
            }

            if (result != raw.SQLITE_DONE)
            {
                SqliteException.ThrowExceptionForRC(result, connection.Handle);
            }
        }
    }
}
