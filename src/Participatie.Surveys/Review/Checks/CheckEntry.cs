namespace Participatie.Surveys.Review.Checks;

/// <summary>A check that was taken in. Rows are added and never changed.</summary>
public sealed class CheckEntry
{
    public required int ConsultationId { get; init; }

    /// <summary>1, 2, 3, … of this consultation.</summary>
    public required int Number { get; init; }

    /// <summary>The <see cref="VersionHash"/> of what was looked at.</summary>
    public required string Hash { get; init; }

    /// <summary>The <see cref="CheckReport"/> as JSON.</summary>
    public required string Document { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long At { get; init; }

    /// <summary>As the audit log says people.</summary>
    public required string Who { get; init; }
}

/// <param name="Number">1, 2, 3, … of this consultation.</param>
/// <param name="Report">All of it.</param>
/// <param name="At">When it was taken in.</param>
/// <param name="Who">As the audit log says people.</param>
public sealed record StoredCheck(int Number, CheckReport Report, DateTimeOffset At, string Who);
