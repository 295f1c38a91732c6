using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Participatie.Journeys.Walks;

/// <summary>The app on a telephone that makes codes: RFC 6238 with SHA-1, 30 seconds and six digits, written for the journeys alone.</summary>
internal static class AuthenticatorApp
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <param name="key">Base32, in groups.</param>
    /// <param name="next">The code that comes after the one of now: one that was used works once only.</param>
    public static string CodeOf(string key, bool next = false)
    {
        Span<byte> moment = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(moment, (TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30) + (next ? 1 : 0));
#pragma warning disable CA5350 // What the standard and the apps use.
        var hash = HMACSHA1.HashData(Bytes(key), moment);
#pragma warning restore CA5350
        var code = BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & 0x7FFFFFFF;
        return $"{code % 1_000_000:000000}";
    }

    private static byte[] Bytes(string key)
    {
        var bits = string.Concat(key.Where(letter => letter != ' ').Select(letter => $"{Alphabet.IndexOf(letter, StringComparison.Ordinal):b5}"));
        return [.. bits.Chunk(8).Where(chunk => chunk.Length == 8).Select(chunk => Convert.ToByte(new string(chunk), 2))];
    }
}
