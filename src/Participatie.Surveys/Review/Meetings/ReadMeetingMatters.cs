using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.Review.Advising;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Reports;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Meetings;

/// <summary>Reads what the council found in all consultations that are no trial, what it advised, and when it met.</summary>
public sealed class ReadMeetingMatters(Database database, ReadAdvice advice, ReadTwoVersions versions)
{
    public async Task<MeetingMatters> ReadAsync(CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return new MeetingMatters(
            await MeetingsAsync(context, cancellationToken),
            await advice.AllAsync(cancellationToken),
            await FoundAsync(context, cancellationToken),
            await ReadReports.Matching(context, "", ReportsShown.Waiting).ToListAsync(cancellationToken));
    }

    /// <summary>The same paper, with what changed beside each answer that says in which version something is solved.</summary>
    public async Task<MeetingPaper> WithChangesAsync(MeetingPaper paper, CancellationToken cancellationToken)
    {
        var done = new List<FoundThing>(paper.FoundDone.Count);
        foreach (var one in paper.FoundDone)
        {
            done.Add(one with { Changes = await ChangesAsync(one, cancellationToken) });
        }

        return paper with { FoundDone = done };
    }

    /// <summary>In the language in which somebody was hindered, as that page was read.</summary>
    private async Task<IReadOnlyList<PageChange>?> ChangesAsync(FoundThing one, CancellationToken cancellationToken)
    {
        var report = one.Finding.Report;
        return one.Finding.Answer?.Revision is { } solved
            && await versions.OfAsync(one.ConsultationId, report.Revision!.Value, solved, cancellationToken) is { } two
            ? ComparePage.In(two, report.Page, report.Language.Length > 0 ? report.Language : Languages.Dutch)
            : null;
    }

    /// <summary>Findings about the product of all consultations, that are not closed: they stay open over consultations.</summary>
    public async Task<IReadOnlyList<FoundThing>> OpenOnProductAsync(CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return
        [
            .. (await FoundAsync(context, cancellationToken)).Where(one =>
                one.Finding is { Subject: FindingSubject.Product, JoinedWith: null } && one.State != FindingState.Closed),
        ];
    }

    private static async Task<IReadOnlyList<DateOnly>> MeetingsAsync(ParticipatieDb context, CancellationToken cancellationToken) =>
        (await context.CouncilMeetings.AsNoTracking().OrderByDescending(one => one.Day).Select(one => one.Day)
            .ToListAsync(cancellationToken)).ConvertAll(DateOnly.FromDayNumber);

    private static async Task<IReadOnlyList<FoundThing>> FoundAsync(ParticipatieDb context, CancellationToken cancellationToken)
    {
        var events = await context.ReviewEvents.AsNoTracking().Where(one => one.ConsultationId < ConsultationEntry.FirstTrial)
            .OrderBy(one => one.ConsultationId).ThenBy(one => one.Number).ToListAsync(cancellationToken);
        return
        [
            .. events.GroupBy(one => one.ConsultationId).Select(own => ConsultationReview.Of(own.Key, [.. own]))
                .SelectMany(review => review.Findings.Select(one => new FoundThing(review.ConsultationId, one, review.StateOf(one))))
                .OrderBy(one => one.Finding.Report.At),
        ];
    }
}
