using System.Runtime.CompilerServices;

namespace Participatie.Surveys.Reporting.Export;

/// <summary>Gathers bytes into big chunks and hands each on when it is full.</summary>
/// <param name="first">The chunk to begin with.</param>
/// <param name="handOn">Takes a chunk with that many bytes in it, and gives an empty one for it.</param>
public sealed class ChunkedOutput(byte[] first, Func<byte[], int, byte[]> handOn)
{
    private const int Nowhere = -1;

    private byte[] _chunk = first;
    private int _length;
    private int _begun = Nowhere;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(byte value)
    {
        if (_length == _chunk.Length)
        {
            Flush();
        }

        _chunk[_length++] = value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _chunk.Length - _length)
        {
            AppendOver(bytes);
            return;
        }

        bytes.CopyTo(_chunk.AsSpan(_length));
        _length += bytes.Length;
    }

    /// <summary>At least that many bytes to write into; <see cref="Advance"/> says how many were used.</summary>
    public Span<byte> Room(int least)
    {
        if (_chunk.Length - _length < least)
        {
            Flush();
        }

        return _chunk.AsSpan(_length);
    }

    public void Advance(int used) => _length += used;

    /// <summary>Begins something that can be taken back as long as it is no longer than that.</summary>
    public void Begin(int most)
    {
        Room(most);
        _begun = _length;
    }

    /// <returns>False when a part of it was handed on.</returns>
    public bool TakeBack()
    {
        if (_begun == Nowhere)
        {
            return false;
        }

        _length = _begun;
        return true;
    }

    public void Flush()
    {
        _chunk = handOn(_chunk, _length);
        (_length, _begun) = (0, Nowhere);
    }

    private void AppendOver(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > _chunk.Length - _length)
        {
            var fits = _chunk.Length - _length;
            bytes[..fits].CopyTo(_chunk.AsSpan(_length));
            _length += fits;
            bytes = bytes[fits..];
            Flush();
        }

        Append(bytes);
    }
}
