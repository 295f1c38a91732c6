using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Participatie.Load.Serving;

/// <summary>A program that dotnet runs, in a process of its own.</summary>
internal sealed class Child : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<Child, bool> Running = new();

    private readonly Process _process;
    private readonly TaskCompletionSource _said = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // None outlives this program, however it ends.
    static Child() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var child in Running.Keys)
        {
            child.Kill();
        }
    };

    private Child(Process process, string? awaited)
    {
        _process = process;
        // Also when nobody waits for a line: a full pipe would stop the program.
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is null)
            {
                _said.TrySetException(new InvalidOperationException("The program ended."));
            }
            else if (line.Data == awaited)
            {
                _said.TrySetResult();
            }
        };
        process.BeginOutputReadLine();
        Running[this] = true;
    }

    public int Id => _process.Id;

    public bool IsRunning => !_process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>The most memory that it ever had resident, in bytes.</summary>
    public long PeakMemory => Status("VmHWM:");

    public long Memory => Status("VmRSS:");

    /// <param name="program">A .dll that dotnet runs.</param>
    /// <param name="arguments">Of the program.</param>
    /// <param name="awaited">A line for which <see cref="SaidAsync"/> waits.</param>
    public static Child Start(string program, IEnumerable<string> arguments, string? awaited = null)
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
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        // So that espeak-ng is not found: making recordings takes a processor, and is done once.
        start.Environment["PATH"] = "";
        return new Child(Process.Start(start)!, awaited);
    }

    /// <summary>Ends when the line came.</summary>
    public Task SaidAsync(CancellationToken cancellationToken) => _said.Task.WaitAsync(cancellationToken);

    /// <summary>SIGKILL: nothing of it gets a chance to finish.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    public Task SignalAsync(string signal) => SignalAsync(signal, _process.Id);

    public async ValueTask DisposeAsync()
    {
        if (IsRunning)
        {
            await SignalAsync("TERM");
            await _process.WaitForExitAsync();
        }

        Running.TryRemove(this, out _);
        _process.Dispose();
    }

    private static async Task SignalAsync(string signal, int process)
    {
        using var kill = Process.Start("kill", ["-" + signal, process.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private long Status(string field)
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith(field, StringComparison.Ordinal));
        return long.Parse(line[field.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture) * 1024;
    }
}
