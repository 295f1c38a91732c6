using Participatie.Surveys.Review.Findings;

namespace Participatie.Surveys.Review.Reports;

/// <summary>How a visitor's report stands. The numbers are stored.</summary>
public enum ReportState : short
{
    /// <summary>Staff have to answer.</summary>
    Open = 1,

    /// <summary>Staff solve it by a day.</summary>
    Promised = 2,

    /// <summary>It is solved, or will not be for a reason.</summary>
    Answered = 3,

    /// <summary>It was no report.</summary>
    SetAside = 4,
}

/// <summary>Something that a visitor reported: a finding that blocks nothing by itself, with all that was done about it.</summary>
/// <param name="Entry">As it came in, and how it stands.</param>
/// <param name="Events">Oldest first.</param>
public sealed record VisitorReport(VisitorReportEntry Entry, IReadOnlyList<ReportEvent> Events)
{
    /// <summary>Working days within which staff answer.</summary>
    public const int AnswerDays = 10;

    public int Number => Entry.Number;

    public FindingSubject Subject => (FindingSubject)Entry.Subject;

    public ReportState State => (ReportState)Entry.State;

    public DateTimeOffset Moment => DateTimeOffset.FromUnixTimeMilliseconds(Entry.At);

    public DateOnly DueOn => DateOnly.FromDayNumber(Entry.DueOn);

    /// <summary>A form that was made before another change is not taken.</summary>
    public int LastNumber => Events is [.., var last] ? last.Number : 0;

    /// <summary>What staff say now; null while they say nothing.</summary>
    public ReportEvent? Answer => State is ReportState.Promised or ReportState.Answered
        ? Events.LastOrDefault(one => one.Step == ReportStep.Answered)
        : null;

    /// <summary>Of the reporter, oldest first: the report and what was said more.</summary>
    public IEnumerable<string> Words => [Entry.Text, .. Events.Where(one => one.IsOfReporter).Select(one => one.Text)];

    /// <summary>Somebody waits, and the day is past.</summary>
    public bool IsLate(DateOnly today) => State is ReportState.Open or ReportState.Promised && today > DueOn;
}
