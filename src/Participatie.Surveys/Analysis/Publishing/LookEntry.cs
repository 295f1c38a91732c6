namespace Participatie.Surveys.Analysis.Publishing;

/// <summary>The counts of one version and population at the moment when there were so many responses.</summary>
public sealed class LookEntry
{
    public required int ConsultationId { get; init; }

    public required int Version { get; init; }

    public required short Population { get; init; }

    public required long Responses { get; init; }

    /// <summary>A <see cref="LookStage"/>.</summary>
    public required short Stage { get; init; }

    /// <summary>By question, as <see cref="CountsText"/> writes them; empty of a look whose counts were not kept.</summary>
    public required string Counts { get; init; }
}

/// <summary>The numbers are stored.</summary>
public enum LookStage
{
    /// <summary>Waits for the next responses.</summary>
    Taken,

    /// <summary>In the public result.</summary>
    Shown,

    /// <summary>What the release before had shown at most: the first look of this one keeps its distance to it.</summary>
    Before,
}
