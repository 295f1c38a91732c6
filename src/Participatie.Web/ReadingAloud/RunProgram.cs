using System.ComponentModel;
using System.Diagnostics;

namespace Participatie.Web.ReadingAloud;

/// <summary>Gives a program something on its standard input and takes what it writes; nothing of it touches the disk.</summary>
internal static class RunProgram
{
    /// <summary>Ten minutes of sound; a program that writes on and on must not fill the memory.</summary>
    private const int MostOutput = 32 * 1024 * 1024;

    /// <returns>What it wrote; null when it failed, hung or wrote without end. It and its children are gone then.</returns>
    public static async Task<byte[]?> Async(
        string program, IReadOnlyList<string> arguments, ReadOnlyMemory<byte> input, TimeSpan within, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(within);
        Process process;
        try
        {
            process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception)
        {
            return null;
        }

        using (process)
        {
            try
            {
                Yield(process);
                // All at once: a full pipe in one direction would hold up the other.
                var output = ReadAsync(process.StandardOutput.BaseStream, limit.Token);
                var complaints = process.StandardError.BaseStream.CopyToAsync(Stream.Null, limit.Token);
                await WriteAsync(process.StandardInput.BaseStream, input, limit.Token);
                var written = await output;
                await complaints;
                await process.WaitForExitAsync(limit.Token);
                return process.ExitCode == 0 ? written : null;
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return null;
            }
            finally
            {
                if (!process.HasExited)
                {
                    process.Kill(entireProcessTree: true);
                }
            }
        }
    }

    /// <summary>Visitors come first.</summary>
    private static void Yield(Process process)
    {
        try
        {
            process.PriorityClass = ProcessPriorityClass.Idle;
        }
        catch (Exception failure) when (failure is InvalidOperationException or Win32Exception)
        {
            // It has ended already, or the platform does not allow it.
        }
    }

    private static async Task WriteAsync(Stream stream, ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        try
        {
            await stream.WriteAsync(input, cancellationToken);
            await stream.DisposeAsync();
        }
        catch (IOException)
        {
            // It ended without reading everything; its exit code says whether that is a failure.
        }
    }

    /// <exception cref="OperationCanceledException">There is no end to it.</exception>
    private static async Task<byte[]> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            whole.Write(buffer, 0, read);
            if (whole.Length > MostOutput)
            {
                throw new OperationCanceledException("More than anybody listens to.");
            }
        }

        return whole.ToArray();
    }
}
