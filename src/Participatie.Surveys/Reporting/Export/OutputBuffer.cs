using System.Runtime.CompilerServices;

namespace Participatie.Surveys.Reporting.Export;

/// <summary>Bytes on their way to a file. Grows to what one range of responses takes and no further.</summary>
public sealed class OutputBuffer
{
    private byte[] _bytes = new byte[1 << 18];

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, Length);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(byte value)
    {
        if (Length == _bytes.Length)
        {
            Grow(1);
        }

        _bytes[Length++] = value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _bytes.Length - Length)
        {
            Grow(bytes.Length);
        }

        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    /// <summary>At least that many bytes to write into; <see cref="Advance"/> says how many were used.</summary>
    public Span<byte> Room(int least)
    {
        if (_bytes.Length - Length < least)
        {
            Grow(least);
        }

        return _bytes.AsSpan(Length);
    }

    public void Advance(int used) => Length += used;

    /// <summary>Takes back what came after that many bytes.</summary>
    public void CutTo(int length) => Length = length;

    private void Grow(int least) => Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + least));
}
