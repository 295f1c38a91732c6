using System.Text;
using Participatie.Surveys.Codes;

namespace Participatie.Web.Access;

/// <summary>
/// What accounts need the code key for: it is not in the database, so whoever has a copy of that can neither make codes nor mend the audit
/// log.
/// </summary>
public sealed class AccessKey(CodeKeys keys)
{
    private readonly Seal _seal = new(keys, "seal");

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
    public byte[] Seal(byte[] secret, Guid account) => _seal.Close(secret, account.ToByteArray());

    /// <exception cref="System.Security.Cryptography.CryptographicException">It was changed, or is another account's.</exception>
    public byte[] Open(byte[] whole, Guid account) => _seal.Open(whole, account.ToByteArray());
}
