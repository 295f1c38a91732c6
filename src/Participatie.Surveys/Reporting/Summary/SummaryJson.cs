using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Participatie.Surveys.Reporting.Summary;

/// <summary>The stored form of a summary.</summary>
public static class SummaryJson
{
    public static string Write(SummaryDocument document) => JsonSerializer.Serialize(document, SummaryContext.Default.SummaryDocument);

    /// <exception cref="InvalidDataException">It is not what was stored.</exception>
    public static SummaryDocument Read(string document, string hash) => HashOf(document) == hash
        ? JsonSerializer.Deserialize(document, SummaryContext.Default.SummaryDocument)!
        : throw new InvalidDataException("A stored summary is not what was made.");

    public static string HashOf(string document) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document)));
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SummaryDocument))]
internal sealed partial class SummaryContext : JsonSerializerContext;
