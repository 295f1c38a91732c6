using System.Security.Cryptography;
using Participatie.Surveys.Definition;

namespace Participatie.Surveys.Review.Checks;

/// <summary>Names what a version asks, whatever it was numbered: two revisions with the same content have the same one.</summary>
public static class VersionHash
{
    /// <param name="definition">With the name that its consultation has in addresses.</param>
    /// <returns>SHA-256 of the definition as it is published, in small hexadecimal.</returns>
    public static string Of(Consultation definition) => Convert.ToHexStringLower(SHA256.HashData(DefinitionWriter.Write(definition)));
}
