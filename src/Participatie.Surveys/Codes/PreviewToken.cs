using System.Security.Cryptography;
using System.Text;

namespace Participatie.Surveys.Codes;

/// <summary>
/// The secret in the address of a preview: whoever has it may look. It stands there where the name of a consultation stands otherwise, so
/// it begins with a digit and a name begins with a letter: the one is never taken for the other.
/// </summary>
public static class PreviewToken
{
    private const char Mark = '0';

    // Nobody guesses 128 bits, and an address that is sent on should not be longer than it has to be.
    private const int Bytes = 16;

    /// <summary>In small letters and digits: an address is made small before it is looked for.</summary>
    public static string New() => Mark + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Whether it has the form of one; what it opens is another question.</summary>
    public static bool Fits(string text) => text.Length == 1 + (2 * Bytes) && text[0] == Mark && text.All(char.IsAsciiHexDigitLower);

    /// <summary>What is stored in its place.</summary>
    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.ASCII.GetBytes(token));
}
