using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Participatie.Web.Access;

/// <summary>Codes of an app that change every half minute (RFC 6238, with SHA-1 and six digits: what every app knows).</summary>
internal static class Totp
{
    private const int KeyBytes = 20;
    private const int Seconds = 30;
    private const int Digits = 6;
    private const int Codes = 1_000_000;

    /// <summary>A clock may be half a minute off either way.</summary>
    private const int Beside = 1;

    private const int Group = 4;
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyBytes);

    public static long StepAt(DateTimeOffset now) => now.ToUnixTimeSeconds() / Seconds;

    public static string CodeOf(byte[] key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // What the apps use; nothing is known against it in this construction.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & int.MaxValue;
        return (number % Codes).ToString("D" + Digits, CultureInfo.InvariantCulture);
    }

    /// <summary>The time step of a code, when it is a code of now.</summary>
    /// <param name="key">Of the account.</param>
    /// <param name="typed">As it was typed, spaces and all.</param>
    /// <param name="now">The time.</param>
    public static long? StepOf(byte[] key, string typed, DateTimeOffset now)
    {
        var digits = Encoding.ASCII.GetBytes(string.Concat(typed.Where(sign => !char.IsWhiteSpace(sign) && sign != '-')));
        long? found = null;
        for (var step = StepAt(now) - Beside; step <= StepAt(now) + Beside; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(digits, Encoding.ASCII.GetBytes(CodeOf(key, step))))
                found = step;
        }

        return found;
    }

    /// <summary>The key as it is typed into an app.</summary>
    public static string TextOf(byte[] key)
    {
        var text = new StringBuilder();
        var (bits, value) = (0, 0);
        foreach (var one in key)
        {
            (value, bits) = ((value << 8) | one, bits + 8);
            for (; bits >= 5; bits -= 5)
                text.Append(Letters[(value >> (bits - 5)) & 31]);
            value &= (1 << bits) - 1;
        }

        return text.ToString();
    }

    /// <summary>In groups, so that it can be read off.</summary>
    public static string GroupsOf(byte[] key) => string.Join(' ', TextOf(key).Chunk(Group).Select(group => new string(group)));

    /// <summary>What the QR code holds.</summary>
    public static string AddressOf(byte[] key, string issuer, string mail) =>
        $"otpauth://totp/{Uri.EscapeDataString(issuer)}:{Uri.EscapeDataString(mail)}?secret={TextOf(key)}&issuer={Uri.EscapeDataString(issuer)}";
}
