using Participatie.Surveys.Definition;

namespace Participatie.Surveys.Reporting.Export;

public enum ExportFormat
{
    Csv,
    Json,
}

/// <summary>A published version of the consultation's definition.</summary>
public sealed record ExportVersion(int Number, Consultation Definition);

public sealed record ExportRequest
{
    /// <summary>Every version that a response may name, in order of publishing.</summary>
    public required IReadOnlyList<ExportVersion> Versions { get; init; }

    public required ScanResponses Scan { get; init; }

    public required ExportFormat Format { get; init; }

    /// <summary>The file with the rows; codebook and manifest come beside it.</summary>
    public required string Target { get; init; }
}
