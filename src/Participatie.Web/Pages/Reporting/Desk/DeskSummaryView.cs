using Participatie.Surveys.Definition;
using Participatie.Surveys.Reporting.Summary;

namespace Participatie.Web.Pages.Reporting.Desk;

/// <summary>The summaries that were made of a consultation, and the button for a new one.</summary>
public sealed record DeskSummariesView
{
    public required PublishedVersion Latest { get; init; }

    /// <summary>The newest first.</summary>
    public required IReadOnlyList<SummaryLine> Made { get; init; }

    /// <summary>Why none was made now; null when somebody only looks.</summary>
    public string? Refusal { get; init; }

    /// <summary>What can be said all the same.</summary>
    public IReadOnlyList<string> Arrivals { get; init; } = [];

    public string Slug => Latest.Definition.Slug;
}

/// <summary>One of them.</summary>
public sealed record DeskSummaryView
{
    public required PublishedVersion Latest { get; init; }

    public required StoredSummary Summary { get; init; }

    /// <summary>How many are public.</summary>
    public required int Public { get; init; }

    public required bool MayPublish { get; init; }

    /// <summary>What is different, as it was typed.</summary>
    public string Note { get; init; } = "";

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>Why it was not published, where that is about no field.</summary>
    public string? Refusal { get; init; }

    public string Slug => Latest.Definition.Slug;
}
