using Npgsql;
using Participatie.Load.Serving;

namespace Participatie.Tests.Storage;

/// <summary>A PostgreSQL server of our own on loopback, made once for all tests and gone with them.</summary>
public sealed class PostgresCluster : IAsyncLifetime
{
    private PostgresServer _server = null!;
    private PostgresServer? _standby;
    private int _databases;

    /// <summary>Where the server keeps its files.</summary>
    public string DataFolder => _server.Data;

    public async ValueTask InitializeAsync() => _server = await PostgresServer.StartAsync();

    /// <summary>As after a crash: every connection breaks at once, and for a moment nobody answers.</summary>
    public Task RestartAsync() => _server.RestartAsync("immediate");

    /// <summary>From now on connections name two servers, of which one takes changes.</summary>
    public async Task AddStandbyAsync() => _standby = await _server.FollowAsync();

    public Task SwitchOverAsync() => _server.SwitchOverAsync(_standby!);

    /// <summary>An empty database of its own.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await using var connection = new NpgsqlConnection(_server.Connection);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await create.ExecuteNonQueryAsync();
        var builder = new NpgsqlConnectionStringBuilder(_server.Connection) { Database = name, MaxPoolSize = 20, Timeout = 60 };
        if (_standby is not null)
            builder.Host = $"{_server.Address},{_standby.Address}";
        return builder.ToString();
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await _server.DisposeAsync();
        await (_standby?.DisposeAsync() ?? ValueTask.CompletedTask);
    }
}
