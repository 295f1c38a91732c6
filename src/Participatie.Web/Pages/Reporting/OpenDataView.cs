using Participatie.Surveys.Definition;

namespace Participatie.Web.Pages.Reporting;

/// <summary>What the page with the files of one consultation shows.</summary>
public sealed record OpenDataView
{
    public required Consultation Definition { get; init; }

    /// <summary>Numbers of the versions of the questions.</summary>
    public required IReadOnlyList<int> Versions { get; init; }

    /// <summary>When a number changed last; null when there is none yet.</summary>
    public required DateTimeOffset? Changed { get; init; }

    /// <summary>Nobody gave these answers: a trial or a sample.</summary>
    public required bool IsMadeUp { get; init; }

    /// <summary>The day until which no result is shown; null when it only waits for more answers.</summary>
    public required DateOnly? ResultsAfter { get; init; }
}
