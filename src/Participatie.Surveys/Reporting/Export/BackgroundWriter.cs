namespace Participatie.Surveys.Reporting.Export;

/// <summary>
/// Writes one buffer while the next is being filled: packing takes about as long as making the rows. Whoever reads slowly makes the scan
/// wait, so that memory stays the same at any number of responses.
/// </summary>
internal sealed class BackgroundWriter(Stream target)
{
    /// <summary>Fewer bytes wait for more of them.</summary>
    private const int Enough = 1 << 17;

    private OutputBuffer _spare = new();
    private Task _writing = Task.CompletedTask;

    public OutputBuffer Output { get; private set; } = new();

    /// <exception cref="IOException">What was handed on before could not be written.</exception>
    public async ValueTask HandOnAsync(CancellationToken cancellationToken)
    {
        if (Output.Length >= Enough)
        {
            await TurnAsync(cancellationToken);
        }
    }

    /// <summary>Writes what is left and waits for it.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        await TurnAsync(cancellationToken);
        await _writing;
    }

    private async Task TurnAsync(CancellationToken cancellationToken)
    {
        await _writing;
        (Output, _spare) = (_spare, Output);
        Output.CutTo(0);
        _writing = WriteAsync(_spare.Written, cancellationToken);
    }

    private async Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        // On another thread: packing does not wait for anything, so it would be done before this returned.
        await Task.Yield();
        await target.WriteAsync(bytes, cancellationToken);
    }
}
