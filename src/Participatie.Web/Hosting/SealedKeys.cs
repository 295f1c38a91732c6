using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Participatie.Surveys.Codes;

namespace Participatie.Web.Hosting;

/// <summary>
/// Encrypts the framework's keys under the code key where they stand in a database and no certificate does it: whoever has a copy of the
/// database can make neither a session nor a form.
/// </summary>
public sealed class SealedKeys(CodeKeys keys) : IXmlEncryptor
{
    private const string Purpose = "framework keys";

    internal static byte[] Owner { get; } = Encoding.ASCII.GetBytes(Purpose);

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var whole = SealOf(keys).Close(Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)), Owner);
        return new EncryptedXmlInfo(new XElement("sealed", Convert.ToBase64String(whole)), typeof(OpenSealedKeys));
    }

    internal static Seal SealOf(CodeKeys keys) => new(keys, Purpose);
}

/// <summary>Opens what <see cref="SealedKeys"/> encrypted. The name of this type stands beside each key.</summary>
/// <param name="services">As the framework gives them.</param>
public sealed class OpenSealedKeys(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => XElement.Parse(Encoding.UTF8.GetString(
        SealedKeys.SealOf(services.GetRequiredService<CodeKeys>())
            .Open(Convert.FromBase64String(encryptedElement.Value), SealedKeys.Owner)));
}
