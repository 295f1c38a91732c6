namespace Participatie.Surveys.Definition.Life;

/// <summary>The row of a <see cref="LifeEvent"/>. Rows are added and never changed: two people at one moment collide on the key.</summary>
public sealed class LifeEventEntry
{
    public required int ConsultationId { get; init; }

    public required int Number { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long At { get; init; }

    public required string Who { get; init; }

    public required short Step { get; init; }

    /// <summary>As <see cref="DateOnly.DayNumber"/>.</summary>
    public int? Day { get; init; }

    public int? Version { get; init; }

    public int? Revision { get; init; }

    public required string Reason { get; init; }

    public short? Answers { get; init; }

    public short? SignOff { get; init; }

    public LifeEvent Event => new(
        Number,
        DateTimeOffset.FromUnixTimeMilliseconds(At),
        Who,
        (LifeStep)Step,
        Day is { } day ? DateOnly.FromDayNumber(day) : null,
        Version,
        Revision,
        Reason,
        (AnswersOnWithdrawal?)Answers)
    {
        SignOff = (SignOff?)SignOff,
    };
}
