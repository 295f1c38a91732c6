using System.Text.Json;
using System.Text.Json.Serialization;

namespace Participatie.Surveys.Reporting.Export.Packing;

/// <summary>What a package for others holds. Without who took it and what for: it is given away.</summary>
public sealed record TablesManifest
{
    private static readonly TablesManifestJson Json = new(new JsonSerializerOptions
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
    });

    public required string Consultation { get; init; }

    public required DateTimeOffset Made { get; init; }

    /// <summary>Of the table of numbers.</summary>
    public required int Rows { get; init; }

    public required IReadOnlyList<ExportedFile> Files { get; init; }

    public static TablesManifest Of(ExportSource source, int rows, IReadOnlyList<ExportedFile> files) => new()
    {
        Consultation = source.Codebook.Consultation,
        Made = source.Made,
        Rows = rows,
        Files = [.. files],
    };

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json.TablesManifest);
}

[JsonSerializable(typeof(TablesManifest))]
internal sealed partial class TablesManifestJson : JsonSerializerContext;
