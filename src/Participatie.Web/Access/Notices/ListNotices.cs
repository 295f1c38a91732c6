using System.Globalization;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Intake.Queue;
using Participatie.Surveys.Review.Reports;
using Participatie.Surveys.Review.Statement;
using Participatie.Web.Hosting;

namespace Participatie.Web.Access.Notices;

/// <summary>What waits for whom now. It follows from where each consultation stands; a trial waits for nobody.</summary>
public sealed class ListNotices(
    Catalogue catalogue, IResponseQueue queue, ReadCompliance compliance, ReadReports reports, Settings settings, TimeProvider clock)
{
    private const int DaysAhead = 7;

    public async Task<IReadOnlyList<Notice>> ListAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var dead = await queue.CountDeadAsync(cancellationToken);
        return
        [
            .. catalogue.Lives.Where(life => !life.IsTrial)
                .SelectMany(life => Of(life, now, dead.GetValueOrDefault(life.ConsultationId))),
            .. StatementWarnings.Of(await compliance.NowAsync(settings.AccessibilityStudy, cancellationToken), Amsterdam.DayOf(now)).Select(Of),
            .. await reports.WaitingAsync(cancellationToken) is { } waiting ? [Of(waiting)] : Array.Empty<Notice>(),
            .. OfAuthors(await reports.WaitingPagesAsync(cancellationToken)),
        ];
    }

    /// <summary>The same for the authors of each consultation that visitors reported something about.</summary>
    private IEnumerable<Notice> OfAuthors(IReadOnlyList<(string Page, DateOnly DueOn)> waiting) =>
        from life in catalogue.Lives
        where life is { IsTrial: false, HasOpened: true }
        let place = Addresses.Consultation(life.Slug)
        let own = waiting.Where(one => one.Page == place || one.Page.StartsWith(place + "/", StringComparison.Ordinal)).ToList()
        where own.Count > 0
        select About(life, NoticeKind.ReportsWait, NoticeFor.Authors, own.Min(one => one.DueOn)) with { Count = own.Count };

    /// <summary>Once for each day on which the first one is due: not for every report.</summary>
    private static Notice Of((int Count, DateOnly First) waiting) => new(
        string.Create(CultureInfo.InvariantCulture, $"{NoticeKind.ReportsWait}:{waiting.First:yyyy-MM-dd}"),
        NoticeKind.ReportsWait,
        Notice.OfSite,
        "",
        NoticeFor.Administrators)
    {
        Day = waiting.First,
        Count = waiting.Count,
    };

    private static Notice Of(StatementDue due)
    {
        var kind = due.Warning switch
        {
            StatementWarning.Differs => NoticeKind.StatementDiffers,
            StatementWarning.Old => NoticeKind.StatementOld,
            _ => NoticeKind.StatementEnds,
        };
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{kind}:{due.Day:yyyy-MM-dd}"), kind, Notice.OfSite, "", NoticeFor.Administrators)
        {
            Day = due.Day,
        };
    }

    private IEnumerable<Notice> Of(ConsultationLife life, DateTimeOffset now, int dead)
    {
        var today = Amsterdam.DayOf(now);
        if (Turn(life) is { } turn)
            yield return turn;
        if (life.MissedOpening(now))
            yield return About(life, NoticeKind.OpeningMissed, NoticeFor.Authors | NoticeFor.Administrators, life.OpensOn!.Value);
        // Each day anew, and once a day however many come.
        if (dead > 0)
            yield return About(life, NoticeKind.DeadLetters, NoticeFor.Administrators, today) with { Count = dead };
        if (catalogue.Latest(life.Slug) is not { } latest || !life.HasOpened)
            yield break;
        if (life.State == LifeState.Open && life.ClosesOn(latest) is var last && IsNear(last, today))
            yield return About(life, last == today ? NoticeKind.ClosesToday : NoticeKind.ClosesSoon, NoticeFor.Authors, last);
        foreach (var promise in Promise.Of(life, latest, today).Where(one => one.State == PromiseState.Due && IsNear(one.Day, today)))
            yield return About(
                life,
                promise.Kind == PromiseKind.Results ? NoticeKind.ResultsDue : NoticeKind.DecisionDue,
                NoticeFor.Authors,
                promise.Day);
    }

    /// <summary>The last step, when somebody else goes on from there.</summary>
    private static Notice? Turn(ConsultationLife life) => life.Events is not [.., var last]
        ? null
        : last.Step switch
        {
            LifeStep.ReviewAsked => AfterStep(life, last, NoticeKind.ReviewAsked, NoticeFor.Administrators),
            LifeStep.SentBack => AfterStep(life, last, NoticeKind.SentBack, NoticeFor.Authors),
            LifeStep.Approved => AfterStep(life, last, NoticeKind.Approved, NoticeFor.Authors),
            _ => null,
        };

    private static Notice AfterStep(ConsultationLife life, LifeEvent last, NoticeKind kind, NoticeFor who) =>
        // With its time: after a restore another step may get that number.
        new(
            string.Create(
                CultureInfo.InvariantCulture, $"{kind}:{life.ConsultationId}:{last.Number}:{last.At.ToUnixTimeMilliseconds()}"),
            kind,
            life.ConsultationId,
            life.Slug,
            who)
        {
            Who = last.Who,
        };

    private static Notice About(ConsultationLife life, NoticeKind kind, NoticeFor who, DateOnly day) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{kind}:{life.ConsultationId}:{day:yyyy-MM-dd}"), kind, life.ConsultationId,
            life.Slug, who)
        {
            Day = day,
        };

    private static bool IsNear(DateOnly day, DateOnly today) => day >= today && day <= today.AddDays(DaysAhead);
}
