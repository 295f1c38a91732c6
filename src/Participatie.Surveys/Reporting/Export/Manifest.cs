using System.Text.Json;
using System.Text.Json.Serialization;

namespace Participatie.Surveys.Reporting.Export;

/// <summary>What an export holds, so that somebody who gets the files can check that they are whole.</summary>
public sealed record Manifest
{
    public required string Consultation { get; init; }

    public required DateTimeOffset Made { get; init; }

    public required ExportFormat Format { get; init; }

    public required long Rows { get; init; }

    /// <summary>Responses without a row, because what is stored of them cannot be read any more.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long Damaged { get; init; }

    /// <summary>Which responses are rows.</summary>
    public string Population { get; } = "Ingestuurd en niet ingetrokken, ook als ze nog niet geteld zijn.";

    public required IReadOnlyList<ExportedVersion> Versions { get; init; }

    public required IReadOnlyList<ExportedFile> Files { get; init; }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ManifestJson.Default.Manifest);
}

public sealed record ExportedVersion(int Version, string Title, long Rows);

/// <param name="Name">Without its folder.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Sha256">In lower-case hexadecimal.</param>
public sealed record ExportedFile(string Name, long Bytes, string Sha256);

[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Manifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
