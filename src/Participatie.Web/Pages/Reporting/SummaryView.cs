using Participatie.Surveys.Definition;
using Participatie.Surveys.Reporting.Summary;

namespace Participatie.Web.Pages.Reporting;

/// <summary>A summary that everybody can read.</summary>
public sealed record SummaryView
{
    public required Consultation Definition { get; init; }

    public required StoredSummary Summary { get; init; }

    /// <summary>The one in easy Dutch, on one page.</summary>
    public required bool IsEasy { get; init; }

    /// <summary>All that were published, the newest first.</summary>
    public required IReadOnlyList<SummaryLine> All { get; init; }

    public SummaryText Text => IsEasy ? Summary.Document.Easy : Summary.Document.Dutch;

    public PublicSummary Own => Summary.Line.Public!;

    public bool IsNewest => All[0].Number == Summary.Line.Number;
}
