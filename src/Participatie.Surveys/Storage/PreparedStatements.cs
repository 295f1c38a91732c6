using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Participatie.Surveys.Storage;

/// <summary>The statements of one connection. On SQLite the same text is parsed once for as long as the connection lives.</summary>
internal sealed class PreparedStatements(DbConnection connection) : IDisposable
{
    private readonly Dictionary<string, DbCommand> _known = new(StringComparer.Ordinal);

    /// <summary>Ready to run. Whoever asked disposes it, except on SQLite, where it is kept for the next time.</summary>
    public DbCommand Of(string sql, DbTransaction? transaction, (string Name, object? Value)[] values)
    {
        // Npgsql prepares by itself, and one command object used again there sends the values of the time before.
        var isKept = connection is SqliteConnection;
        if (!isKept || !_known.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            if (isKept)
            {
                _known.Add(sql, command);
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

    public void Dispose()
    {
        foreach (var command in _known.Values)
        {
            command.Dispose();
        }

        _known.Clear();
    }
}
