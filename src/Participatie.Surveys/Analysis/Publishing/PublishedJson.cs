using System.Text.Json;
using System.Text.Json.Serialization;

namespace Participatie.Surveys.Analysis.Publishing;

/// <summary>The stored form of what was published, and of the counts of a look.</summary>
public static class PublishedJson
{
    public static string Write(PublishedQuestion question) =>
        JsonSerializer.Serialize(question, PublishedContext.Default.PublishedQuestion);

    public static PublishedQuestion Read(string document) =>
        JsonSerializer.Deserialize(document, PublishedContext.Default.PublishedQuestion)!;

    /// <param name="counts">By question.</param>
    public static string WriteCounts(Dictionary<string, string> counts) =>
        JsonSerializer.Serialize(counts, PublishedContext.Default.DictionaryStringString);

    public static Dictionary<string, string> ReadCounts(string counts) =>
        JsonSerializer.Deserialize(counts, PublishedContext.Default.DictionaryStringString)!;
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(PublishedQuestion))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class PublishedContext : JsonSerializerContext;
