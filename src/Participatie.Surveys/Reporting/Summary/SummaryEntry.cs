namespace Participatie.Surveys.Reporting.Summary;

/// <summary>A summary as it was made. Rows are added and never changed: its figures and words stay what they were.</summary>
public sealed class SummaryEntry
{
    public required int ConsultationId { get; init; }

    /// <summary>1, 2, 3, … of this consultation.</summary>
    public required int Number { get; init; }

    /// <summary>A <see cref="SummaryDocument"/> as <see cref="SummaryJson"/> writes it.</summary>
    public required string Document { get; init; }

    /// <summary>SHA-256 of the document's UTF-8 bytes, in small hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long MadeAt { get; init; }

    /// <summary>As the audit log says people. Never for the public.</summary>
    public required string MadeBy { get; init; }
}

/// <summary>That a summary was published. Rows are added and never changed: two people at one moment collide on the key.</summary>
public sealed class PublishedSummaryEntry
{
    public required int ConsultationId { get; init; }

    /// <summary>1, 2, 3, … of what everybody can read of this consultation.</summary>
    public required int PublicNumber { get; init; }

    /// <summary>Of the <see cref="SummaryEntry"/>.</summary>
    public required int Number { get; init; }

    /// <summary>What is different from the one before, for everybody; empty of the first.</summary>
    public required string Note { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long At { get; init; }

    /// <summary>As the audit log says people. Never for the public.</summary>
    public required string Who { get; init; }
}
