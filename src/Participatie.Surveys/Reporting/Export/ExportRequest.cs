using System.Text.Json.Serialization;

namespace Participatie.Surveys.Reporting.Export;

public enum ExportFormat
{
    [JsonStringEnumMemberName("csv")]
    Csv,
    [JsonStringEnumMemberName("json")]
    Json,
}

public sealed record ExportRequest
{
    public required string Slug { get; init; }

    public required ExportFormat Format { get; init; }

    /// <summary>The file with the rows; codebook and manifest come beside it.</summary>
    public required string Target { get; init; }
}
