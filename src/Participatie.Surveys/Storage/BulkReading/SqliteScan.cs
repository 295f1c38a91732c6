using Microsoft.Data.Sqlite;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Intake;
using SQLitePCL;

namespace Participatie.Surveys.Storage.BulkReading;

/// <summary>
/// Steps through a statement and hands over the database's own bytes: a data reader would make a string of every document. The statement is
/// parsed once, however often it is run.
/// </summary>
internal sealed class SqliteScan : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly sqlite3_stmt _statement;

    /// <param name="connection">Open.</param>
    /// <param name="sql">May ask for what comes after an id, as <c>?1</c>.</param>
    public SqliteScan(SqliteConnection connection, string sql)
    {
        _connection = connection;
        Check(raw.sqlite3_prepare_v2(connection.Handle, sql, out _statement));
    }

    /// <summary>From its beginning to its end: what it held in the database is free again afterwards.</summary>
    /// <param name="after">The id before the first one; null where the statement asks for none.</param>
    /// <param name="take">Gets each row.</param>
    /// <param name="cancellationToken">Looked at before each row.</param>
    public void Run(byte[]? after, TakeResponse take, CancellationToken cancellationToken)
    {
        if (after is not null)
        {
            Check(raw.sqlite3_bind_blob(_statement, 1, after));
        }

        try
        {
            int result;
            while ((result = raw.sqlite3_step(_statement)) == raw.SQLITE_ROW)
            {
                cancellationToken.ThrowIfCancellationRequested();
                TakeRow(_statement, take);
            }

            if (result != raw.SQLITE_DONE)
            {
                Check(result);
            }
        }
        finally
        {
            raw.sqlite3_reset(_statement);
        }
    }

    public void Dispose() => _statement.Dispose();

    private static void TakeRow(sqlite3_stmt statement, TakeResponse take) => take(new ResponseRow
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

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _connection.Handle);
}
