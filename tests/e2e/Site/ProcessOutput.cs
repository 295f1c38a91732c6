using System.Collections.Concurrent;
using System.Diagnostics;

namespace Participatie.Journeys.Site;

/// <summary>The last lines that a process wrote, for the message of a failure.</summary>
internal sealed class ProcessOutput
{
    private const int Kept = 40;
    private readonly ConcurrentQueue<string> _lines = new();

    public Process Read(Process process)
    {
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    public override string ToString() => string.Join('\n', _lines);

    private void Keep(string? line)
    {
        if (line is null)
            return;
        _lines.Enqueue(line);
        if (_lines.Count > Kept)
            _lines.TryDequeue(out _);
    }
}
