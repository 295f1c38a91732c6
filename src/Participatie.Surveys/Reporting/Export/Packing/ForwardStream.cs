namespace Participatie.Surveys.Reporting.Export.Packing;

/// <summary>
/// Only goes forward, whatever it writes to: a package on a disk is made in the same way as a download, byte for byte. The stream below is
/// not closed with it. The framework ends each entry without awaiting, which a web server's stream refuses: those few bytes wait here for the
/// next write.
/// </summary>
internal sealed class ForwardStream(Stream target) : ForwardOnlyStream
{
    private readonly MemoryStream _waiting = new();

    public override void Flush()
    {
        // With the next write.
    }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        await SendWaitingAsync(cancellationToken);
        await target.FlushAsync(cancellationToken);
    }

    public override void Write(byte[] buffer, int offset, int count) => _waiting.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => _waiting.Write(buffer);

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await SendWaitingAsync(cancellationToken);
        await target.WriteAsync(buffer, cancellationToken);
    }

    private async ValueTask SendWaitingAsync(CancellationToken cancellationToken)
    {
        if (_waiting.Length > 0)
        {
            await target.WriteAsync(_waiting.GetBuffer().AsMemory(0, (int)_waiting.Length), cancellationToken);
            _waiting.SetLength(0);
        }
    }
}
