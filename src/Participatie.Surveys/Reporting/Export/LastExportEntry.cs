namespace Participatie.Surveys.Reporting.Export;

/// <summary>The last file of a consultation that somebody took: the next one says how many answers were withdrawn since.</summary>
public sealed class LastExportEntry
{
    public required int ConsultationId { get; init; }

    /// <summary>Name and mail address, as the audit log says people.</summary>
    public required string Who { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long At { get; init; }

    /// <summary>How many had withdrawn in that hour already: withdrawals are known by the hour.</summary>
    public required long WithdrawnInHour { get; init; }
}
