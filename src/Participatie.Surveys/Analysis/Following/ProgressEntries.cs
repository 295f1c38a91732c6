namespace Participatie.Surveys.Analysis.Following;

/// <summary>How often something happened at a question of a version, by everybody together.</summary>
public sealed class ProgressEntry
{
    public required int ConsultationId { get; init; }

    public required int Version { get; init; }

    public required string QuestionId { get; init; }

    /// <summary>A <see cref="Answering.ProgressMeasure"/>.</summary>
    public required short Measure { get; init; }

    public required long Number { get; init; }
}

/// <summary>What staff see of it, until ten more people came to the question or got past it.</summary>
public sealed class ShownProgressEntry
{
    public required int ConsultationId { get; init; }

    public required int Version { get; init; }

    public required string QuestionId { get; init; }

    /// <summary>The numbers it was made from, see <see cref="ShownProgress"/>.</summary>
    public required string Basis { get; set; }

    /// <summary>What is shown.</summary>
    public required string Shown { get; set; }
}
