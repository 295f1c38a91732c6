namespace Participatie.Surveys.Reporting.Export;

/// <summary>Gathers bytes into one chunk and hands it on when it is full.</summary>
/// <param name="chunk">Reused: the receiver is done with it when it returns.</param>
/// <param name="handOn">Takes the bytes of a full chunk.</param>
public sealed class ChunkedOutput(byte[] chunk, Action<ReadOnlyMemory<byte>> handOn)
{
    private int _length;

    public void Append(byte value)
    {
        if (_length == chunk.Length)
        {
            Flush();
        }

        chunk[_length++] = value;
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > chunk.Length - _length)
        {
            var fits = chunk.Length - _length;
            bytes[..fits].CopyTo(chunk.AsSpan(_length));
            _length += fits;
            bytes = bytes[fits..];
            Flush();
        }

        bytes.CopyTo(chunk.AsSpan(_length));
        _length += bytes.Length;
    }

    /// <summary>At least that many bytes to write into; <see cref="Advance"/> says how many were used.</summary>
    public Span<byte> Room(int least)
    {
        if (chunk.Length - _length < least)
        {
            Flush();
        }

        return chunk.AsSpan(_length);
    }

    public void Advance(int used) => _length += used;

    public void Flush()
    {
        handOn(chunk.AsMemory(0, _length));
        _length = 0;
    }
}
