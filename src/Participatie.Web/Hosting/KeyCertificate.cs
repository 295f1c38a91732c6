using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Participatie.Web.Hosting;

/// <summary>
/// The certificate that the framework's keys are encrypted with: a PKCS#12 file with an RSA key, as it is or in base64, in which key vaults
/// hand files out.
/// </summary>
internal static class KeyCertificate
{
    /// <summary>Begins every file of that kind; as a letter it is the digit 0, with which base64 of one never begins.</summary>
    private const byte Sequence = 0x30;

    /// <exception cref="WrongSettingException">There is no such file, or the password does not open it.</exception>
    public static X509Certificate2 Read(string file, string? password)
    {
        try
        {
            var bytes = File.ReadAllBytes(file);
            var certificate = X509CertificateLoader.LoadPkcs12(
                bytes is [Sequence, ..] ? bytes : Convert.FromBase64String(Encoding.ASCII.GetString(bytes)), password);
            using var key = certificate.GetRSAPrivateKey();
            return key is not null
                ? certificate
                : throw new WrongSettingException($"Participatie:KeyCertificate names '{file}', which has no private RSA key.");
        }
        catch (Exception wrong) when (wrong is CryptographicException or IOException or UnauthorizedAccessException or FormatException)
        {
            throw new WrongSettingException(
                $"Participatie:KeyCertificate names '{file}', which is no PKCS#12 file that Participatie:KeyCertificatePassword opens.");
        }
    }
}
