using Participatie.Surveys.Definition;
using Participatie.Surveys.Review.Advising;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Reports;
using Participatie.Surveys.Review.Rounds;

namespace Participatie.Surveys.Review.Meetings;

/// <summary>A finding of some consultation, without who found it.</summary>
/// <param name="ConsultationId">Whose.</param>
/// <param name="Finding">With what was done.</param>
/// <param name="State">As it stands now; of a joined one: how the other stands.</param>
public sealed record FoundThing(int ConsultationId, Finding Finding, FindingState State)
{
    /// <summary>What its page says otherwise in the version in which it is solved; null where no answer says one.</summary>
    public IReadOnlyList<PageChange>? Changes { get; init; }
}

/// <summary>All that a meeting is about, read at one moment.</summary>
/// <param name="Meetings">The days on which the council met or will, the newest first.</param>
/// <param name="Advice">The newest first.</param>
/// <param name="Found">Of all consultations, oldest first.</param>
/// <param name="WaitingReports">Of visitors, for which somebody still waits.</param>
public sealed record MeetingMatters(
    IReadOnlyList<DateOnly> Meetings,
    IReadOnlyList<CouncilAdvice> Advice,
    IReadOnlyList<FoundThing> Found,
    IReadOnlyList<VisitorReportEntry> WaitingReports);

/// <summary>
/// What the council has before it at a meeting: what it said since the last one, what was done, what is late and what is open. It says no
/// member's name or number, and nothing about how anybody reads.
/// </summary>
public sealed record MeetingPaper
{
    /// <summary>The first day that is told of: that of the last meeting. Null before the first one: then all is told.</summary>
    public required DateOnly? Since { get; init; }

    public required DateOnly Today { get; init; }

    /// <summary>Advice that was given since.</summary>
    public required IReadOnlyList<CouncilAdvice> Advised { get; init; }

    /// <summary>Findings that were reported since.</summary>
    public required IReadOnlyList<FoundThing> Reported { get; init; }

    /// <summary>Advice that was answered since, and waits for nothing.</summary>
    public required IReadOnlyList<CouncilAdvice> AdviceDone { get; init; }

    /// <summary>Findings that were answered or closed since, and wait for nothing of staff.</summary>
    public required IReadOnlyList<FoundThing> FoundDone { get; init; }

    public required IReadOnlyList<CouncilAdvice> AdviceLate { get; init; }

    public required IReadOnlyList<FoundThing> FoundLate { get; init; }

    /// <summary>Of visitors.</summary>
    public required int ReportsLate { get; init; }

    /// <summary>That wait, and are not late.</summary>
    public required IReadOnlyList<CouncilAdvice> AdviceOpen { get; init; }

    /// <inheritdoc cref="AdviceOpen"/>
    public required IReadOnlyList<FoundThing> FoundOpen { get; init; }

    /// <inheritdoc cref="AdviceOpen"/>
    public required int ReportsOpen { get; init; }

    public static MeetingPaper Of(MeetingMatters matters, DateOnly today)
    {
        // A meeting of today is what it is for.
        DateOnly? since = matters.Meetings.Where(day => day < today).Select(day => (DateOnly?)day).Max();
        var late = matters.WaitingReports.Count(one => today.DayNumber > one.DueOn);
        var found = matters.Found.Where(one => one.Finding.JoinedWith is null).ToList();
        return new MeetingPaper
        {
            Since = since,
            Today = today,
            Advised = [.. matters.Advice.Where(one => IsSince(one.Moment))],
            Reported = found.FindAll(one => IsSince(one.Finding.Report.Moment)),
            AdviceDone = [.. matters.Advice.Where(one => one.State == AdviceState.Answered && IsSince(one.Answer!.Moment))],
            FoundDone = found.FindAll(one => !Waits(one) && IsSince(SettledAt(one.Finding))),
            AdviceLate = [.. matters.Advice.Where(one => one.IsLate(today))],
            FoundLate = found.FindAll(one => one.Finding.IsLate(today)),
            ReportsLate = late,
            AdviceOpen = [.. matters.Advice.Where(one => one.State != AdviceState.Answered && !one.IsLate(today))],
            FoundOpen = found.FindAll(one => Waits(one) && !one.Finding.IsLate(today)),
            ReportsOpen = matters.WaitingReports.Count - late,
        };

        bool IsSince(DateTimeOffset moment) => since is null || Amsterdam.DayOf(moment) >= since;

        // Whatever else is written down of it later.
        static DateTimeOffset SettledAt(Finding finding) => finding.Events.Last(one =>
            one.Step is ReviewStep.Answered or ReviewStep.Confirmed or ReviewStep.ClosedByChair).Moment;

        static bool Waits(FoundThing one) => one.State is FindingState.Open or FindingState.Promised;
    }
}
