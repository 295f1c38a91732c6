using System.Data.Common;
using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;

namespace Participatie.Surveys.Storage;

/// <summary>What one piece of work may do inside a grouped transaction. Not to be kept after the work returned.</summary>
public sealed class WriteScope : IAsyncDisposable
{
    private readonly Database _database;
    private readonly DbConnection _connection;
    private readonly DbTransaction _transaction;
    private readonly PreparedStatements _statements;
    private ParticipatieDb? _context;

    internal WriteScope(Database database, DbConnection connection, DbTransaction transaction, PreparedStatements statements)
    {
        _database = database;
        _connection = connection;
        _transaction = transaction;
        _statements = statements;
    }

    public bool IsSqlite => _database.IsSqlite;

    /// <summary>Tracked entities on the same transaction, for everything that is not on a hot path.</summary>
    public ParticipatieDb Context => _context ??= _database.NewContext(_connection, _transaction);

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

    /// <summary>
    /// Does something with a context of another's tables on the same transaction; the context has a connection of its own again after it.
    /// </summary>
    public async ValueTask OnAsync(DbContext context, Func<Task> work)
    {
        var usual = context.Database.GetDbConnection();
        context.Database.SetDbConnection(_connection);
        try
        {
            await context.Database.UseTransactionAsync(_transaction);
            await work();
        }
        finally
        {
            await context.Database.UseTransactionAsync(null);
            // Taking its own one away disposed it, which PostgreSQL's never come back from.
            context.Database.SetDbConnection(IsSqlite ? usual : _database.NewPostgresConnection(), contextOwnsConnection: true);
        }
    }

    public ValueTask DisposeAsync() => _context?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>
    /// Does the work here. A failure of the database comes as what it is, also when Entity Framework wrapped it: whoever waits tells it
    /// from faults of ours.
    /// </summary>
    internal async ValueTask<T> RunAsync<T>(Func<WriteScope, ValueTask<T>> work)
    {
        try
        {
            return await work(this);
        }
        catch (DbUpdateException wrapped) when (wrapped.InnerException is DbException failure)
        {
            ExceptionDispatchInfo.Throw(failure);
            throw;
        }
    }

    private DbCommand Command(string sql, (string Name, object? Value)[] values) => _statements.Of(sql, _transaction, values);
}
