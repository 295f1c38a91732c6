using Npgsql;
using Participatie.Load.Serving;

namespace Participatie.Tests.Storage;

/// <summary>A PostgreSQL server of our own on loopback, made once for all tests and gone with them.</summary>
public sealed class PostgresCluster : IAsyncLifetime
{
    private PostgresServer _server = null!;
    private int _databases;

    /// <summary>Where the server keeps its files.</summary>
    public string DataFolder => _server.Data;

    public async ValueTask InitializeAsync() => _server = await PostgresServer.StartAsync();

    /// <summary>As after a crash: every connection breaks at once, and for a moment nobody answers.</summary>
    public Task RestartAsync() => _server.RestartAsync("immediate");

    /// <summary>An empty database of its own.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await using var connection = new NpgsqlConnection(_server.Connection);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(_server.Connection) { Database = name, MaxPoolSize = 20, Timeout = 60 }.ToString();
    }

    public ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        return _server.DisposeAsync();
    }
}
