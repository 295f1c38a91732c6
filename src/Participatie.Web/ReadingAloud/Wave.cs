using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Participatie.Web.ReadingAloud;

/// <summary>The sound that espeak-ng writes: a WAV header of fixed length, then 16-bit samples of one channel.</summary>
internal static class Wave
{
    private const int HeaderLength = 44;
    private const int RateAt = 24;

    /// <summary>A hundredth of the loudest: below it a voice says nothing.</summary>
    private const int Quiet = short.MaxValue / 100;

    /// <returns>Samples a second and the samples; null when nobody can be heard in it.</returns>
    public static (int Rate, ReadOnlyMemory<byte> Samples)? Read(byte[] file)
    {
        if (file.Length <= HeaderLength || !file.AsSpan(0, 4).SequenceEqual("RIFF"u8))
        {
            return null;
        }

        var samples = file.AsMemory(HeaderLength..(file.Length - ((file.Length - HeaderLength) % sizeof(short))));
        var isHeard = false;
        foreach (var sample in MemoryMarshal.Cast<byte, short>(samples.Span))
        {
            isHeard |= sample > Quiet;
        }

        return isHeard ? (BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(RateAt)), samples) : null;
    }
}
