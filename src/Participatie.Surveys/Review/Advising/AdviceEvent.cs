using Participatie.Surveys.Review.Findings;

namespace Participatie.Surveys.Review.Advising;

/// <summary>An answer of the province to an advice. Rows are added and never changed.</summary>
public sealed record AdviceEvent
{
    public required int Advice { get; init; }

    /// <summary>1, 2, 3, … within the advice.</summary>
    public required int Number { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long At { get; init; }

    /// <summary>As the audit log says people. Never for the public.</summary>
    public required string Who { get; init; }

    public required AnswerKind Answer { get; init; }

    /// <summary>By which it will be done, as <see cref="DateOnly.DayNumber"/>.</summary>
    public int? Day { get; init; }

    public required string Text { get; init; }

    /// <summary>The same in easy Dutch.</summary>
    public required string EasyText { get; init; }

    public DateTimeOffset Moment => DateTimeOffset.FromUnixTimeMilliseconds(At);
}
