using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Participatie.Web.Hosting;

/// <summary>The certificate that the framework's keys are encrypted with: a PKCS#12 file with an RSA key.</summary>
internal static class KeyCertificate
{
    /// <exception cref="WrongSettingException">There is no such file, or the password does not open it.</exception>
    public static X509Certificate2 Read(string file, string? password)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(file, password);
            using var key = certificate.GetRSAPrivateKey();
            return key is not null
                ? certificate
                : throw new WrongSettingException($"Participatie:KeyCertificate names '{file}', which has no private RSA key.");
        }
        catch (Exception wrong) when (wrong is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new WrongSettingException(
                $"Participatie:KeyCertificate names '{file}', which is no PKCS#12 file that Participatie:KeyCertificatePassword opens.");
        }
    }
}
