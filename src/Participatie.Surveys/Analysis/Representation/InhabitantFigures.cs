using System.Text.Json;
using System.Text.Json.Serialization;

namespace Participatie.Surveys.Analysis.Representation;

/// <summary>How many people live in each municipality, in which year, and who says so.</summary>
public sealed record InhabitantFigures
{
    /// <summary>The number of what comes with the program; uploaded ones count from 1.</summary>
    public const int BuiltInNumber = 0;

    /// <summary>Older ones are marked so, and stay out of a summary unless somebody says yes.</summary>
    public const int MostYears = 5;

    private const string File = "Participatie.Surveys.Analysis.Representation.drenthe.json";

    public static readonly InhabitantFigures BuiltIn = ReadBuiltIn();

    public int Number { get; init; } = BuiltInNumber;

    /// <summary>On the first of January, as CBS counts.</summary>
    public required int Year { get; init; }

    public required string Source { get; init; }

    /// <summary>By the id of the municipality: all twelve.</summary>
    public required IReadOnlyDictionary<string, long> Inhabitants { get; init; }

    public long Total => Inhabitants.Values.Sum();

    public bool IsOld(DateOnly today) => today.Year - Year > MostYears;

    internal string WriteInhabitants() =>
        JsonSerializer.Serialize(new Dictionary<string, long>(Inhabitants, StringComparer.Ordinal), InhabitantsContext.Default.Dictionary);

    internal static Dictionary<string, long> ReadInhabitants(string text) =>
        JsonSerializer.Deserialize(text, InhabitantsContext.Default.Dictionary)!;

    private static InhabitantFigures ReadBuiltIn()
    {
        using var file = typeof(InhabitantFigures).Assembly.GetManifestResourceStream(File)!;
        return JsonSerializer.Deserialize(file, InhabitantsContext.Default.InhabitantFigures)!;
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(InhabitantFigures))]
[JsonSerializable(typeof(Dictionary<string, long>), TypeInfoPropertyName = "Dictionary")]
[JsonSerializable(typeof(IReadOnlyDictionary<string, long>))]
internal sealed partial class InhabitantsContext : JsonSerializerContext;
