using System.Diagnostics;

namespace Participatie.Load.Serving;

/// <summary>A PostgreSQL server of our own on loopback, gone with the measurement or the tests that use it.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("participatie-pg-").FullName;
    private readonly int _port = FreePort.Next();

    private PostgresServer()
    {
    }

    /// <summary>Where it keeps its files.</summary>
    public string Data => Path.Combine(_folder, "data");

    public string Address => $"127.0.0.1:{_port}";

    public string Connection => $"Host=127.0.0.1;Port={_port};Username=postgres;Database=postgres;Timeout=15";

    public static async Task<PostgresServer> StartAsync()
    {
        var server = new PostgresServer();
        // initdb refuses to run as root.
        await RunAsync($"chmod 777 {server._folder}");
        await RunAsync(AsOther($"{Programs()}/initdb -D {server.Data} -U postgres -A trust -E UTF8 --no-sync"));
        await server.BeginAsync();
        return server;
    }

    /// <summary>A second server that follows this one: what is acknowledged here stands there too.</summary>
    public async Task<PostgresServer> FollowAsync()
    {
        var standby = new PostgresServer();
        await RunAsync($"chmod 777 {standby._folder}");
        await RunAsync(AsOther(
            $"{Programs()}/pg_basebackup -h 127.0.0.1 -p {_port} -U postgres -D {standby.Data} --write-recovery-conf --checkpoint=fast"));
        await standby.BeginAsync();
        await RunAsync($"echo \"synchronous_standby_names = '*'\" >> {Data}/postgresql.conf");
        await ControlAsync("reload", "");
        return standby;
    }

    /// <summary>The other one takes over; this one comes back as its standby, and takes no changes any more.</summary>
    public async Task SwitchOverAsync(PostgresServer standby)
    {
        await ControlAsync("stop", "-m fast");
        await standby.ControlAsync("promote", "");
        await RunAsync(
            $"echo \"primary_conninfo = 'host=127.0.0.1 port={standby._port} user=postgres'\" >> {Data}/postgresql.conf");
        await RunAsync(AsOther($"touch {Data}/standby.signal"));
        await BeginAsync();
    }

    /// <param name="mode"><c>fast</c> breaks off what is under way; <c>immediate</c> is a crash, after which it recovers.</param>
    public Task RestartAsync(string mode) => ControlAsync("restart", $"-m {mode} -l {_folder}/log");

    public async ValueTask DisposeAsync()
    {
        await ControlAsync("stop", "-m immediate");
        Directory.Delete(_folder, recursive: true);
    }

    private Task BeginAsync() => ControlAsync("start", $"-l {_folder}/log -o \"-p {_port} -h 127.0.0.1 -k {_folder}\"");

    private Task ControlAsync(string what, string options) => RunAsync(AsOther($"{Programs()}/pg_ctl -D {Data} -w {options} {what}"));

    private static string AsOther(string command) => Environment.UserName == "root" ? $"runuser -u postgres -- {command}" : command;

    private static string Programs() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending(StringComparer.Ordinal).Select(version => version + "/bin")
                .First(bin => File.Exists(bin + "/initdb"))
            : throw new InvalidOperationException("PostgreSQL's server programs are missing: ./test installs them.");

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
