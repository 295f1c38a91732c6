using System.Security.Cryptography;
using System.Text;
using Participatie.Surveys.Codes;

namespace Participatie.Web.Mail;

/// <summary>
/// Address and text as they stand in the database: sealed, since the text holds a link that lets somebody in, and the address is a
/// person's.
/// </summary>
public sealed class MailContents(CodeKeys keys)
{
    private readonly Seal _seal = new(keys, "mail");

    /// <param name="id">Of the mail: in another's row it does not open.</param>
    /// <param name="address">One line.</param>
    /// <param name="text">Empty when only the address is kept.</param>
    public byte[] Close(byte[] id, string address, string text) => _seal.Close(Encoding.UTF8.GetBytes($"{address}\n{text}"), id);

    /// <returns>Null when no key opens it.</returns>
    public (string Address, string Text)? Open(byte[] id, byte[] content)
    {
        try
        {
            var whole = Encoding.UTF8.GetString(_seal.Open(content, id));
            var end = whole.IndexOf('\n', StringComparison.Ordinal);
            return (whole[..end], whole[(end + 1)..]);
        }
        catch (Exception wrong) when (wrong is CryptographicException or IndexOutOfRangeException)
        {
            return null;
        }
    }
}
