using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace Participatie.Surveys.Codes;

/// <summary>The secret in a resident's cookie that opens one draft: 256 random bits, stored only as a hash.</summary>
public sealed class DraftToken
{
    private const int Bytes = 32;
    private readonly byte[] _secret;

    private DraftToken(byte[] secret) => _secret = secret;

    /// <summary>What stands in the cookie.</summary>
    public string Cookie => Base64Url.EncodeToString(_secret);

    public byte[] Hash => SHA256.HashData(_secret);

    /// <summary>
    /// Tells two drafts on one device apart in a page. 24 bits of a digest of its own: nothing of the token or its hash follows from them.
    /// </summary>
    public string Mark => Convert.ToHexStringLower(HMACSHA256.HashData(_secret, "mark"u8)[..3]);

    internal ReadOnlySpan<byte> Secret => _secret;

    public static DraftToken New() => new(RandomNumberGenerator.GetBytes(Bytes));

    /// <returns>Null when it is not the form of a token; whether a draft belongs to it is another question.</returns>
    public static DraftToken? Parse(string? cookie)
    {
        Span<byte> secret = stackalloc byte[Bytes];
        // Not TryDecodeFromChars: that throws on a sign that is not of this alphabet.
        return cookie is { Length: 43 }
            && Base64Url.DecodeFromChars(cookie, secret, out _, out var written) == OperationStatus.Done
            && written == Bytes
            ? new DraftToken(secret.ToArray())
            : null;
    }
}
