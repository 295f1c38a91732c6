using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Participatie.Surveys.Reporting.Export.Packing;

/// <summary>
/// What a package holds, so that somebody who gets it can check that it is whole: the last file in it, with what was really written.
/// </summary>
public sealed record Manifest
{
    private static readonly ManifestJson Json = new(new JsonSerializerOptions
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public required string Consultation { get; init; }

    public required string Title { get; init; }

    public required DateTimeOffset Made { get; init; }

    public required string Format { get; init; }

    /// <summary>Which responses are rows.</summary>
    public string Population { get; } = "Ingestuurd en niet ingetrokken, ook als ze nog niet geteld zijn.";

    /// <summary>As <see cref="ExportFilters"/> says them.</summary>
    public required string Filters { get; init; }

    public required string Purpose { get; init; }

    /// <summary>How many responses there are.</summary>
    public required long Rows { get; init; }

    /// <summary>Lines of the file with a line for each response and part of a question.</summary>
    public long? LongRows { get; init; }

    /// <summary>Withdrawn while the package was made: they stand in the wide file and not in the long one.</summary>
    public long? WithdrawnMeanwhile { get; init; }

    /// <summary>Responses without a row, because what is stored of them cannot be read any more.</summary>
    public long? Damaged { get; init; }

    /// <summary>The last file of this consultation that the same person took; null when there is none.</summary>
    public WithdrawnSince? WithdrawnSincePrevious { get; init; }

    public required IReadOnlyList<ExportedVersion> Versions { get; init; }

    public required IReadOnlyList<ExportedFile> Files { get; init; }

    public static Manifest Of(ExportSource source, ResponseTable table, IReadOnlyList<ExportedFile> files) => new()
    {
        Consultation = source.Codebook.Consultation,
        Title = source.Codebook.Title,
        Made = source.Made,
        Format = source.Request.Format.Key,
        Filters = source.Request.Filters.ToString(),
        Purpose = source.Request.Purpose,
        Rows = table.Rows,
        Damaged = table.Damaged == 0 ? null : table.Damaged,
        WithdrawnSincePrevious = source.Previous,
        Versions =
        [
            .. source.Versions.Select(
                version => new ExportedVersion(version.Number, version.Definition.Title.Dutch, table.RowsOf(version.Number))),
        ],
        Files = [.. files],
    };

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json.Manifest);
}

public sealed record ExportedVersion(int Version, string Title, long Rows);

/// <param name="Name">In the package.</param>
/// <param name="Bytes">Its length when it is unpacked.</param>
/// <param name="Sha256">In lower-case hexadecimal.</param>
public sealed record ExportedFile(string Name, long Bytes, string Sha256);

[JsonSerializable(typeof(Manifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
