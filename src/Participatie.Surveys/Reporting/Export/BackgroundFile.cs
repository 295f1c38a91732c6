using System.Threading.Channels;

namespace Participatie.Surveys.Reporting.Export;

/// <summary>Writes and hashes full chunks while the next one is being filled: the two take about as long as each other.</summary>
internal sealed class BackgroundFile
{
    // One is filled, one is written, one waits: memory stays the same at any number of responses.
    private const int Chunks = 3;
    private const int ChunkSize = 1 << 18;

    private readonly Channel<(byte[] Chunk, int Length)> _full = Channel.CreateUnbounded<(byte[], int)>();
    private readonly Channel<byte[]> _empty = Channel.CreateUnbounded<byte[]>();
    private readonly Task _writing;

    public BackgroundFile(NewFile file)
    {
        for (var chunk = 1; chunk < Chunks; chunk++)
        {
            _empty.Writer.TryWrite(new byte[ChunkSize]);
        }

        Output = new ChunkedOutput(new byte[ChunkSize], HandOn);
        _writing = WriteAsync(file);
    }

    public ChunkedOutput Output { get; }

    /// <summary>Waits for the last chunk.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public async Task EndAsync()
    {
        _full.Writer.TryComplete();
        await _writing;
    }

    private byte[] HandOn(byte[] chunk, int length)
    {
        _full.Writer.TryWrite((chunk, length));
        if (_empty.Reader.TryRead(out var next))
        {
            return next;
        }

        // The scan that fills chunks runs inside the database's own steps and cannot await.
        var waiting = _empty.Reader.WaitToReadAsync().AsTask();
        return waiting.GetAwaiter().GetResult() && _empty.Reader.TryRead(out next)
            ? next
            : throw new IOException("The file could not be written.");
    }

    private async Task WriteAsync(NewFile file)
    {
        try
        {
            await foreach (var (chunk, length) in _full.Reader.ReadAllAsync())
            {
                file.Write(chunk.AsMemory(0, length));
                _empty.Writer.TryWrite(chunk);
            }
        }
        catch (Exception failure)
        {
            // Whoever waits for a chunk gets it too.
            _empty.Writer.TryComplete(failure);
            throw;
        }
    }
}
