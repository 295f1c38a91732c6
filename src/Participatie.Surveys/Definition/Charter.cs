using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition;

/// <summary>What the province promises before it asks. A consultation cannot open without it.</summary>
public sealed record Charter
{
    /// <summary>A year outside these is a slip of the pen.</summary>
    public const int FirstYear = 2000;
    public const int LastYear = 2199;

    public const int LongestContact = 200;

    public required Text Why { get; init; }

    /// <summary>What residents can still change.</summary>
    public required Text Room { get; init; }

    /// <summary>What is settled already.</summary>
    public required Text Fixed { get; init; }

    public required Text Decides { get; init; }

    /// <summary>What happens with an answer.</summary>
    public required Text After { get; init; }

    /// <summary>The last day on which one can answer, in Amsterdam.</summary>
    public required DateOnly ClosesOn { get; init; }

    /// <summary>The first day on which one cannot answer any more.</summary>
    public DateOnly ClosedSince => ClosesOn.AddDays(1);

    public required DateOnly ResultsBy { get; init; }

    public required DateOnly DecisionBy { get; init; }

    /// <summary>The day after which the responses are deleted.</summary>
    public required DateOnly KeepUntil { get; init; }

    public required string Contact { get; init; }
}
