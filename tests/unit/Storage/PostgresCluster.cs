using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Participatie.Tests.Storage;

/// <summary>A PostgreSQL server of our own on loopback, made once for all tests and gone with them.</summary>
public sealed class PostgresCluster : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("participatie-pg-").FullName;
    private int _port;
    private int _databases;

    /// <summary>Where the server keeps its files.</summary>
    public string DataFolder => Path.Combine(_folder, "data");

    public async ValueTask InitializeAsync()
    {
        _port = FreePort();
        var data = DataFolder;
        // initdb refuses to run as root.
        await RunAsync($"chmod 777 {_folder}");
        await RunAsync(AsOther($"{Programs()}/initdb -D {data} -U postgres -A trust -E UTF8 --no-sync"));
        await StartAsync();
    }

    /// <summary>As after a crash: every connection breaks at once, and for a moment nobody answers.</summary>
    public async Task RestartAsync()
    {
        await RunAsync(AsOther($"{Programs()}/pg_ctl -D {DataFolder} -w -m immediate stop"));
        await StartAsync();
    }

    /// <summary>An empty database of its own.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        var name = $"test_{Interlocked.Increment(ref _databases)}";
        await using var connection = new NpgsqlConnection(ConnectionTo("postgres"));
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await create.ExecuteNonQueryAsync();
        return ConnectionTo(name);
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await RunAsync(AsOther($"{Programs()}/pg_ctl -D {DataFolder} -m immediate stop"));
        Directory.Delete(_folder, recursive: true);
    }

    private Task StartAsync() => RunAsync(
        AsOther($"{Programs()}/pg_ctl -D {DataFolder} -w -l {_folder}/log -o \"-p {_port} -h 127.0.0.1 -k {_folder}\" start"));

    private string ConnectionTo(string database) =>
        $"Host=127.0.0.1;Port={_port};Username=postgres;Database={database};Maximum Pool Size=20;Timeout=60";

    private static string AsOther(string command) => Environment.UserName == "root" ? $"runuser -u postgres -- {command}" : command;

    private static string Programs() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(version => version + "/bin")
                .First(bin => File.Exists(bin + "/initdb"))
            : throw new InvalidOperationException("PostgreSQL's server programs are missing: ./test installs them.");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task RunAsync(string command)
    {
        // Output goes nowhere: the server inherits the pipes and would keep them open.
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", $"{command} >/dev/null 2>&1 </dev/null"]))!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"Failed ({process.ExitCode}): {command}");
        }
    }
}
