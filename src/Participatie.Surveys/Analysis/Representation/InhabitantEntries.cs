namespace Participatie.Surveys.Analysis.Representation;

/// <summary>Figures that somebody uploaded. They stay, also when they are taken back: a summary may have been made with them.</summary>
public sealed class InhabitantFiguresEntry
{
    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required int Year { get; init; }

    public required string Source { get; init; }

    /// <summary>By municipality, JSON.</summary>
    public required string Inhabitants { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long At { get; init; }

    public required string Who { get; init; }

    public required bool IsTakenBack { get; set; }
}

/// <summary>Somebody's yes: figures that are older than they should be may be used in the summary of a consultation.</summary>
public sealed class InhabitantConsentEntry
{
    public required int ConsultationId { get; init; }

    /// <summary>Of the figures: a yes to these is no yes to others.</summary>
    public required int Figures { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long At { get; init; }

    public required string Who { get; init; }
}
