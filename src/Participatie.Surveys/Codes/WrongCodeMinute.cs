namespace Participatie.Surveys.Codes;

/// <summary>How many codes were typed in one minute that nobody has: a number and nothing about who typed them. Kept for an hour.</summary>
public sealed class WrongCodeMinute
{
    /// <summary>Minutes since 1970, UTC.</summary>
    public required long Minute { get; init; }

    public required int Count { get; init; }
}
