using Participatie.Surveys.Definition;
using Participatie.Surveys.Reporting.Results;

namespace Participatie.Web.Pages.Reporting;

/// <summary>What the result page shows of one consultation.</summary>
public sealed record ResultsView
{
    public required Consultation Definition { get; init; }

    /// <summary>Null or without questions: nothing was published yet.</summary>
    public required ResultPage? Page { get; init; }

    /// <summary>It is closed, and what stands here is the last word.</summary>
    public required bool Final { get; init; }

    /// <summary>The day until which nothing will be shown; null when only too few people answered so far.</summary>
    public required DateOnly? NotBefore { get; init; }

    /// <summary>The day of the promised decision is over, and nothing was told.</summary>
    public required bool DecisionLate { get; init; }
}
