using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;

namespace Participatie.Surveys.Storage;

/// <summary>Where the data is: an SQLite file in the data folder, or PostgreSQL when a connection is set.</summary>
public sealed class Database : IAsyncDisposable
{
    private const int HostRecheckSeconds = 2;

    private readonly NpgsqlDataSource? _postgres;
    private readonly string _sqlite;
    private DbContextOptions<ParticipatieDb>? _options;

    /// <summary>At the first start one that is not there is a wrong setting, and told at once.</summary>
    private volatile bool _wasThere;
    private readonly ConcurrentBag<(SqliteConnection Connection, PreparedStatements Statements)> _readers = [];

    private Database(NpgsqlDataSource? postgres, string sqlite)
    {
        _postgres = postgres;
        _sqlite = sqlite;
    }

    public bool IsSqlite => _postgres is null;

    /// <summary>The path of the database file; null with PostgreSQL.</summary>
    public string? File => IsSqlite ? new SqliteConnectionStringBuilder(_sqlite).DataSource : null;

    public static Database Sqlite(string file) =>
        new(null, new SqliteConnectionStringBuilder { DataSource = file, Pooling = true, DefaultTimeout = 30 }.ToString());

    /// <param name="connectionString">As Npgsql reads it; statements of the hot path are prepared by themselves.</param>
    public static Database Postgres(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        if (builder.MaxAutoPrepare == 0)
        {
            builder.MaxAutoPrepare = 64;
        }

        if (builder.Host?.Contains(',', StringComparison.Ordinal) == true)
        {
            // Only one of several servers takes changes. Which one must be known again within the patience of DatabaseAway.
            builder.TargetSessionAttributes ??= "primary";
            builder.HostRecheckSeconds = Math.Min(builder.HostRecheckSeconds, HostRecheckSeconds);
        }

        return new Database(NpgsqlDataSource.Create(builder), "");
    }

    /// <summary>A connection to read with. On SQLite nobody writes but <see cref="GroupedWriter"/>.</summary>
    public async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        if (_postgres is not null)
        {
            return await OpenAsync(_postgres, cancellationToken);
        }

        var connection = new SqliteConnection(_sqlite);
        // Opening a pooled SQLite connection never waits for anything: no thread is won by awaiting it.
        connection.Open();
        return connection;
    }

    /// <summary>Not opened yet; with PostgreSQL.</summary>
    internal DbConnection NewPostgresConnection() => _postgres!.CreateConnection();

    /// <summary>
    /// With PostgreSQL: every connection is made anew, those in use when they are done. By the data source itself: what clears the pool of
    /// a connection does nothing for one that a data source made.
    /// </summary>
    internal void ForgetConnections() => _postgres?.Clear();

    public ParticipatieDb NewContext() =>
        new(_options ??= Options(builder => _ = _postgres is null ? builder.UseSqlite(_sqlite) : builder.UseNpgsql(_postgres, AsTheyAre)));

    /// <summary>
    /// For a context with tables and a history of its own. It only reads by itself: what it saves goes through
    /// <see cref="WriteScope.OnAsync"/>.
    /// </summary>
    public void Configure(DbContextOptionsBuilder options, string historyTable) => _ = _postgres is null
        ? options.UseSqlite(_sqlite, sqlite => sqlite.MigrationsHistoryTable(historyTable))
        : options.UseNpgsql(
            _postgres,
            postgres =>
            {
                AsTheyAre(postgres);
                postgres.MigrationsHistoryTable(historyTable);
            });

    /// <summary>A context on a connection and transaction that somebody else opened and will commit.</summary>
    internal ParticipatieDb NewContext(DbConnection connection, DbTransaction transaction)
    {
        var context = new ParticipatieDb(
            Options(builder => _ = IsSqlite ? builder.UseSqlite(connection) : builder.UseNpgsql(connection, AsTheyAre)));
        context.Database.UseTransaction(transaction);
        return context;
    }

    /// <summary>
    /// On SQLite: lends a connection that keeps its statements. Each page reads a draft, and opening and parsing would cost more than that.
    /// </summary>
    internal void WithReader(Action<PreparedStatements> read)
    {
        if (!_readers.TryTake(out var reader))
        {
            var connection = new SqliteConnection(_sqlite);
            connection.Open();
            reader = (connection, new PreparedStatements(connection));
        }

        try
        {
            read(reader.Statements);
        }
        catch
        {
            reader.Statements.Dispose();
            reader.Connection.Dispose();
            throw;
        }

        _readers.Add(reader);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (connection, statements) in _readers)
        {
            statements.Dispose();
            await connection.DisposeAsync();
        }

        if (_postgres is not null)
        {
            await _postgres.DisposeAsync();
        }
        else
        {
            using var connection = new SqliteConnection(_sqlite);
            SqliteConnection.ClearPool(connection);
        }
    }

    private async ValueTask<DbConnection> OpenAsync(NpgsqlDataSource postgres, CancellationToken cancellationToken)
    {
        for (var began = Stopwatch.GetTimestamp(); ;)
        {
            try
            {
                var connection = await postgres.OpenConnectionAsync(cancellationToken);
                _wasThere = true;
                return connection;
            }
            catch (NpgsqlException failure) when (_wasThere && DatabaseAway.Is(failure) && DatabaseAway.MayWait(began))
            {
                await DatabaseAway.WaitAsync(cancellationToken);
            }
        }
    }

    private static void AsTheyAre(NpgsqlDbContextOptionsBuilder options) =>
        options.ExecutionStrategy(dependencies => new AskAgain(dependencies));

    private static DbContextOptions<ParticipatieDb> Options(Action<DbContextOptionsBuilder<ParticipatieDb>> provider)
    {
        var builder = new DbContextOptionsBuilder<ParticipatieDb>();
        provider(builder);
        return builder.Options;
    }
}
