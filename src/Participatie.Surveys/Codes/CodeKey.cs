using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Participatie.Surveys.Codes;

/// <summary>
/// The secret with which codes are made and stored: 256 bits that are not in the database. Not a data protection key, because those
/// expire and a receipt must be found as long as the response is kept.
/// </summary>
public sealed class CodeKey(short number, byte[] secret)
{
    public const int Bytes = 32;

    /// <summary>Stands beside each hash (<see cref="CodeKeys"/>).</summary>
    public short Number { get; } = number;

    /// <summary>Tells whether a database was used with this key.</summary>
    public byte[] Proof => Keyed("proof", "participatie"u8);

    public byte[] HashOfReceipt(Code code) => Keyed("receipt", Encoding.ASCII.GetBytes(code.Digits));

    public byte[] HashOfResume(Code code) => Keyed("resume", Encoding.ASCII.GetBytes(code.Digits));

    public byte[] HashOfReport(Code code) => Keyed("report", Encoding.ASCII.GetBytes(code.Digits));

    /// <summary>The code of what a visitor reports: the same at each retry, so that a lost answer shows no second code.</summary>
    /// <param name="form">What is this form's own.</param>
    /// <param name="attempt">0, or more when somebody else has that code.</param>
    public Code ReportCodeOf(byte[] form, short attempt) => Code.Of((long)(
        BinaryPrimitives.ReadUInt64BigEndian(Keyed(FormattableString.Invariant($"report code {attempt}"), form)) % Code.Numbers));

    /// <summary>A code belongs to one consultation, so that a letter for one is no key to another.</summary>
    public byte[] HashOfInvitation(Code code, int consultationId) =>
        Keyed(FormattableString.Invariant($"invitation {consultationId}"), Encoding.ASCII.GetBytes(code.Digits));

    public byte[] ProofOfDraft(DraftToken token) => Keyed("draft", token.Secret);

    /// <summary>The receipt that a draft gets: the same at each retry, so that a lost answer shows no second code.</summary>
    /// <param name="token">The draft's token.</param>
    /// <param name="attempt">0, or more when somebody else has that code.</param>
    public Code ReceiptOf(DraftToken token, short attempt) => Code.OfReceipt((long)(ReceiptNumber(token, attempt) % Code.ReceiptNumbers));

    /// <summary>
    /// The same for a response of which the hash of the receipt is known, which may be from when receipts had twelve digits.
    /// </summary>
    public Code ReceiptOf(DraftToken token, short attempt, byte[] hash)
    {
        var now = ReceiptOf(token, attempt);
        return HashOfReceipt(now).AsSpan().SequenceEqual(hash) ? now : Code.Of((long)(ReceiptNumber(token, attempt) % Code.Numbers));
    }

    /// <summary>A code that nobody can guess from the ones before.</summary>
    public static Code RandomCode()
    {
        Span<byte> random = stackalloc byte[8];
        RandomNumberGenerator.Fill(random);
        return Code.Of((long)(BinaryPrimitives.ReadUInt64BigEndian(random) % Code.Numbers));
    }

    private ulong ReceiptNumber(DraftToken token, short attempt) =>
        BinaryPrimitives.ReadUInt64BigEndian(Keyed(FormattableString.Invariant($"code {attempt}"), token.Secret));

    /// <summary>A keyed hash for another purpose than those above.</summary>
    public byte[] Keyed(string purpose, ReadOnlySpan<byte> value)
    {
        // The purpose ends with a zero byte, so that no purpose and value read as another pair.
        var label = Encoding.ASCII.GetBytes(purpose + "\0");
        return HMACSHA256.HashData(secret, (byte[])[.. label, .. value]);
    }
}
