namespace Participatie.Surveys.Intake.Unlinking;

/// <summary>What is remembered from round to round, a number for each <see cref="UnlinkingMark"/>.</summary>
public sealed class UnlinkingEntry
{
    public required short What { get; init; }

    public required long Value { get; init; }
}
