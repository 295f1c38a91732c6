using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Participatie.Surveys.Codes;

namespace Participatie.Web.Access;

/// <summary>
/// What accounts need the code key for: it is not in the database, so whoever has a copy of that can neither make codes nor mend the audit
/// log.
/// </summary>
public sealed class AccessKey(CodeKeys keys)
{
    private const int NumberBytes = sizeof(short);

    /// <summary>Of the key that makes what is made now.</summary>
    public short Number => keys.Newest.Number;

    /// <summary>Of a line of the audit log, with the hash of the one before it.</summary>
    /// <param name="before">The hash of the line before it.</param>
    /// <param name="line">All of the line.</param>
    /// <param name="number">Of the key: an older one made older lines. A number that no key has is one that somebody wrote there.</param>
    /// <returns>Null when there is no such key.</returns>
    public byte[]? Chain(byte[] before, string line, short number) =>
        keys.NewestFirst.FirstOrDefault(key => key.Number == number)?.Keyed("audit", [.. before, .. Encoding.UTF8.GetBytes(line)]);

    /// <summary>Tells one from another without saying who it is.</summary>
    public byte[] HashOfTry(string who) => keys.Newest.Keyed("sign-in", Encoding.UTF8.GetBytes(who));

    /// <summary>Seals a secret of an account; what it holds opens for that account alone.</summary>
    public byte[] Seal(byte[] secret, Guid account)
    {
        var whole = new byte[NumberBytes + AesGcm.NonceByteSizes.MaxSize + AesGcm.TagByteSizes.MaxSize + secret.Length];
        BinaryPrimitives.WriteInt16BigEndian(whole, Number);
        var (nonce, tag, sealedUp) = PartsOf(whole);
        RandomNumberGenerator.Fill(nonce.Span);
        using var aes = Cipher(Number);
        aes.Encrypt(nonce.Span, secret, sealedUp.Span, tag.Span, account.ToByteArray());
        return whole;
    }

    /// <exception cref="CryptographicException">It was changed, or is another account's.</exception>
    public byte[] Open(byte[] whole, Guid account)
    {
        var (nonce, tag, sealedUp) = PartsOf(whole);
        var secret = new byte[sealedUp.Length];
        using var aes = Cipher(BinaryPrimitives.ReadInt16BigEndian(whole));
        aes.Decrypt(nonce.Span, sealedUp.Span, tag.Span, secret, account.ToByteArray());
        return secret;
    }

    /// <summary>An older key opens what it sealed.</summary>
    private AesGcm Cipher(short number) => new(keys.Of(number).Keyed("seal", []), AesGcm.TagByteSizes.MaxSize);

    private static (Memory<byte> Nonce, Memory<byte> Tag, Memory<byte> Sealed) PartsOf(byte[] whole)
    {
        var rest = whole.AsMemory(NumberBytes);
        return (rest[..AesGcm.NonceByteSizes.MaxSize],
            rest.Slice(AesGcm.NonceByteSizes.MaxSize, AesGcm.TagByteSizes.MaxSize),
            rest[(AesGcm.NonceByteSizes.MaxSize + AesGcm.TagByteSizes.MaxSize)..]);
    }
}
