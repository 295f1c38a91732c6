using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Participatie.Load.Serving;

/// <summary>A server in a process of its own, on a free port of this machine.</summary>
internal sealed class Server : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private Server(Process process, Uri url)
    {
        _process = process;
        Url = url;
    }

    public Uri Url { get; }

    public bool IsRunning => !_process.HasExited;

    /// <summary>The most memory that it ever had resident, in bytes.</summary>
    public long PeakMemory => Status("VmHWM:");

    public long Memory => Status("VmRSS:");

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>The published site, in Production, believing the addresses that this program forwards.</summary>
    public static Task<Server> SiteAsync(string program, int port, IEnumerable<string> settings, CancellationToken cancellationToken) =>
        StartAsync(
            program,
            [
                $"--urls=http://127.0.0.1:{port}",
                "--Participatie:TrustedProxies=127.0.0.1",
                $"--Participatie:PublicUrl=http://127.0.0.1:{port}",
                .. settings,
            ],
            port,
            "/health/ready",
            cancellationToken);

    /// <param name="program">A .dll that dotnet runs.</param>
    /// <param name="arguments">Of the program.</param>
    /// <param name="port">On which it will listen.</param>
    /// <param name="ready">An address that answers 200 when it is ready.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<Server> StartAsync(
        string program, IEnumerable<string> arguments, int port, string ready, CancellationToken cancellationToken)
    {
        // In its own folder, where its content is.
        var path = Path.GetFullPath(program);
        var start = new ProcessStartInfo("dotnet", [path, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetDirectoryName(path),
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        var process = Process.Start(start)!;
        // Nobody reads it, and a full pipe would stop the server.
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var server = new Server(process, new Uri($"http://127.0.0.1:{port}"));
        await server.WaitAsync(ready, cancellationToken);
        return server;
    }

    /// <summary>What a verb of the program prints, when it ends well.</summary>
    public static async Task<string> OutputOfAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(program);
        var start = new ProcessStartInfo("dotnet", [path, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetDirectoryName(path),
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{process.ExitCode}: {output}");
    }

    /// <summary>SIGKILL: nothing of it gets a chance to finish.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public async ValueTask DisposeAsync()
    {
        if (IsRunning)
        {
            using var stop = Process.Start("kill", ["-TERM", _process.Id.ToString(CultureInfo.InvariantCulture)]);
            await stop.WaitForExitAsync();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private async Task WaitAsync(string ready, CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience;)
        {
            if (!IsRunning)
            {
                throw new InvalidOperationException($"The server ended with code {_process.ExitCode}.");
            }

            try
            {
                using var response = await client.GetAsync(new Uri(Url, ready), cancellationToken);
                if (response.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(50, cancellationToken);
        }

        throw new TimeoutException("The server was not ready within a minute.");
    }

    private long Status(string field)
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith(field, StringComparison.Ordinal));
        return long.Parse(line[field.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture) * 1024;
    }
}
