using System.Text.Json;
using System.Text.Json.Serialization;

namespace Participatie.Surveys.Analysis.Publishing;

/// <summary>The stored form of what was published, and of the counts that it was made from.</summary>
public static class PublishedJson
{
    public static string Write(PublishedQuestion question) => JsonSerializer.Serialize(question, PublishedContext.Default.PublishedQuestion);

    public static PublishedQuestion Read(string document) => JsonSerializer.Deserialize(document, PublishedContext.Default.PublishedQuestion)!;

    public static string WriteBasis(Basis basis) => JsonSerializer.Serialize(basis, PublishedContext.Default.Basis);

    public static Basis ReadBasis(string basis) => JsonSerializer.Deserialize(basis, PublishedContext.Default.Basis)!;
}

/// <summary>Private: the full counts at the moment of publication, without which the next one could not be held against it.</summary>
public sealed record Basis(IReadOnlyList<PopulationBasis> Populations);

/// <param name="Population">Whose.</param>
/// <param name="Responses">How many responses there were.</param>
/// <param name="Counts">As <see cref="CountsText"/> writes them.</param>
public sealed record PopulationBasis(Population Population, long Responses, string Counts);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(PublishedQuestion))]
[JsonSerializable(typeof(Basis))]
internal sealed partial class PublishedContext : JsonSerializerContext;
