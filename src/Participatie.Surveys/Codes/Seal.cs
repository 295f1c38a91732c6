using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Participatie.Surveys.Codes;

/// <summary>
/// Encrypts what the program has to read again and whoever has a copy of the database may not: under the code key, which is not in it.
/// </summary>
/// <param name="keys">The newest seals; an older one opens what it sealed.</param>
/// <param name="purpose">What is sealed for one opens for no other.</param>
public sealed class Seal(CodeKeys keys, string purpose)
{
    private const int NumberBytes = sizeof(short);

    /// <param name="secret">What nobody may read.</param>
    /// <param name="owner">Whose it is: in the row of another one it does not open.</param>
    public byte[] Close(byte[] secret, byte[] owner)
    {
        var whole = new byte[NumberBytes + AesGcm.NonceByteSizes.MaxSize + AesGcm.TagByteSizes.MaxSize + secret.Length];
        BinaryPrimitives.WriteInt16BigEndian(whole, keys.Newest.Number);
        var (nonce, tag, sealedUp) = PartsOf(whole);
        RandomNumberGenerator.Fill(nonce.Span);
        using var aes = Cipher(keys.Newest.Number);
        aes.Encrypt(nonce.Span, secret, sealedUp.Span, tag.Span, owner);
        return whole;
    }

    /// <exception cref="CryptographicException">It was changed, or is another owner's.</exception>
    public byte[] Open(byte[] whole, byte[] owner)
    {
        var (nonce, tag, sealedUp) = PartsOf(whole);
        var secret = new byte[sealedUp.Length];
        using var aes = Cipher(BinaryPrimitives.ReadInt16BigEndian(whole));
        aes.Decrypt(nonce.Span, sealedUp.Span, tag.Span, secret, owner);
        return secret;
    }

    private AesGcm Cipher(short number) => new(keys.Of(number).Keyed(purpose, []), AesGcm.TagByteSizes.MaxSize);

    private static (Memory<byte> Nonce, Memory<byte> Tag, Memory<byte> Sealed) PartsOf(byte[] whole)
    {
        var rest = whole.AsMemory(NumberBytes);
        return (rest[..AesGcm.NonceByteSizes.MaxSize],
            rest.Slice(AesGcm.NonceByteSizes.MaxSize, AesGcm.TagByteSizes.MaxSize),
            rest[(AesGcm.NonceByteSizes.MaxSize + AesGcm.TagByteSizes.MaxSize)..]);
    }
}
