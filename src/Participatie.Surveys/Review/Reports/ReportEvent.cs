using Participatie.Surveys.Review.Findings;

namespace Participatie.Surveys.Review.Reports;

/// <summary>
/// One step of staff with a visitor's report, or what the reporter says more. Rows are added and never changed, but for the words of what
/// was no report, which are taken out.
/// </summary>
public sealed record ReportEvent
{
    public required int Report { get; init; }

    /// <summary>1, 2, 3, … within the report.</summary>
    public required int Number { get; init; }

    public required ReportStep Step { get; init; }

    /// <summary>Milliseconds since 1970, UTC.</summary>
    public required long At { get; init; }

    /// <summary>As the audit log says people; empty of the reporter. Never for the public.</summary>
    public required string Who { get; init; }

    public AnswerKind? Answer { get; init; }

    /// <summary>By which it will be solved, as <see cref="DateOnly.DayNumber"/>.</summary>
    public int? Day { get; init; }

    /// <summary>For the reporter, or of the reporter: as typed.</summary>
    public string Text { get; init; } = "";

    /// <summary>The same in easy Dutch.</summary>
    public string EasyText { get; init; } = "";

    public bool IsOfReporter => Step is ReportStep.SaidMore or ReportStep.StillThere;

    public DateTimeOffset Moment => DateTimeOffset.FromUnixTimeMilliseconds(At);
}

/// <summary>What can happen with a visitor's report. The numbers are stored.</summary>
public enum ReportStep : short
{
    Answered = 1,

    /// <summary>It is no report: spam, or not about this site.</summary>
    SetAside = 2,

    /// <summary>It is one after all.</summary>
    TakenUp = 3,

    /// <summary>The reporter says more about it.</summary>
    SaidMore = 4,

    /// <summary>The reporter says that it is not done, whatever staff answered.</summary>
    StillThere = 5,
}
