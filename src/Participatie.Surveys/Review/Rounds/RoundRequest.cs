namespace Participatie.Surveys.Review.Rounds;

/// <summary>Staff ask the council to look.</summary>
public sealed record RoundRequest
{
    public required int ConsultationId { get; init; }

    /// <summary>As the audit log says people.</summary>
    public required string Who { get; init; }

    /// <summary>Of the working copy, as it was when the form was made.</summary>
    public required int Revision { get; init; }

    /// <summary>What the council is asked to look at.</summary>
    public required string LookAt { get; init; }

    /// <summary>Working days.</summary>
    public required int Days { get; init; }

    /// <summary>Who of the council agreed to fewer days, and when; empty for the usual number.</summary>
    public string Consent { get; init; } = "";
}
