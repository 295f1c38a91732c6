namespace Participatie.Surveys.Review.Advising;

/// <summary>What the council advises, as it was given. What the province answers stands in <see cref="AdviceEvent"/>s.</summary>
public sealed class AdviceEntry
{
    /// <summary>1, 2, 3, ….</summary>
    public required int Number { get; init; }

    /// <summary>The consultation that it is about, as it is called in addresses; empty for the whole product.</summary>
    public required string Slug { get; init; }

    /// <summary>The province asked for it.</summary>
    public required bool IsAsked { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long At { get; init; }

    /// <summary>Of staff who wrote it down, as the audit log says people; empty when a member did. Never for the public.</summary>
    public required string Who { get; init; }

    /// <summary>As it was given.</summary>
    public required string Text { get; init; }

    /// <summary>The <see cref="AdviceState"/>: what follows from the events, kept so that a long list can be searched.</summary>
    public required short State { get; set; }

    /// <summary>As <see cref="DateOnly.DayNumber"/>: by which the council waits for an answer, or for what was promised.</summary>
    public required int DueOn { get; set; }
}
