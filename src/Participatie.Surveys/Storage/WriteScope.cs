using System.Data.Common;

namespace Participatie.Surveys.Storage;

/// <summary>What one piece of work may do inside a grouped transaction. Not to be kept after the work returned.</summary>
public sealed class WriteScope(Database database, DbConnection connection, DbTransaction transaction, Dictionary<string, DbCommand> prepared)
    : IAsyncDisposable
{
    private ParticipatieDb? _context;

    public bool IsSqlite => database.IsSqlite;

    /// <summary>Tracked entities on the same transaction, for everything that is not on a hot path.</summary>
    public ParticipatieDb Context => _context ??= database.NewContext(connection, transaction);

    /// <summary>Runs a statement with named parameters; the same text is parsed once per connection.</summary>
    /// <returns>The number of rows that it touched.</returns>
    public async ValueTask<int> ExecuteAsync(string sql, params (string Name, object? Value)[] values)
    {
        var command = Command(sql, values);
        if (IsSqlite)
        {
            // SQLite answers on this thread either way.
            return command.ExecuteNonQuery();
        }

        await using (command)
        {
            return await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>The first column of the first row, or null.</summary>
    public async ValueTask<object?> ScalarAsync(string sql, params (string Name, object? Value)[] values)
    {
        var command = Command(sql, values);
        var found = IsSqlite ? command.ExecuteScalar() : await command.ExecuteScalarAsync();
        return found is DBNull ? null : found;
    }

    /// <summary>Rows to be read before anything else is run here.</summary>
    public async ValueTask<DbDataReader> QueryAsync(string sql, params (string Name, object? Value)[] values)
    {
        var command = Command(sql, values);
        return IsSqlite ? command.ExecuteReader() : await command.ExecuteReaderAsync();
    }

    public ValueTask DisposeAsync() => _context?.DisposeAsync() ?? ValueTask.CompletedTask;

    private DbCommand Command(string sql, (string Name, object? Value)[] values)
    {
        // Npgsql prepares by itself, and one command object used again there sends the values of the time before.
        if (!IsSqlite || !prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            if (IsSqlite)
            {
                prepared.Add(sql, command);
            }
        }

        command.Transaction = transaction;
        command.Parameters.Clear();
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
