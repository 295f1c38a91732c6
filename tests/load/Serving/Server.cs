using System.Diagnostics;

namespace Participatie.Load.Serving;

/// <summary>A server in a process of its own, on a free port of this machine.</summary>
internal sealed class Server : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Child _child;

    private Server(Child child, Uri url)
    {
        _child = child;
        Url = url;
    }

    public Uri Url { get; }

    public int Id => _child.Id;

    public bool IsRunning => _child.IsRunning;

    /// <inheritdoc cref="Child.PeakMemory"/>
    public long PeakMemory => _child.PeakMemory;

    public long Memory => _child.Memory;

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
        var server = new Server(Child.Start(program, arguments), new Uri($"http://127.0.0.1:{port}"));
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

    /// <inheritdoc cref="Child.Kill"/>
    public void Kill() => _child.Kill();

    public ValueTask DisposeAsync() => _child.DisposeAsync();

    private async Task WaitAsync(string ready, CancellationToken cancellationToken)
    {
        using var client = new HttpClient();
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < Patience;)
        {
            if (!IsRunning)
            {
                throw new InvalidOperationException($"The server ended with code {_child.ExitCode}.");
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
}
