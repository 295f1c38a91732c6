using Participatie.Surveys.Analysis;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Intake.Queue;
using Participatie.Surveys.Language;
using Participatie.Web.Access;
using Participatie.Web.Access.Notices;
using Participatie.Web.Pages.Access;
using Participatie.Web.Pages.Definition.Desk.Steps;

namespace Participatie.Web.Pages.Definition.Desk.Overview;

/// <summary>What staff see first: what waits for them, and each consultation that they may see with how it stands.</summary>
internal static class OverviewEndpoints
{
    private const int RowsOnPage = 20;

    /// <summary>Nobody does more at a time, and the list below it has them all.</summary>
    private const int MostWaiting = 20;

    public static async Task<IResult> Get(
        HttpContext context,
        Catalogue catalogue,
        ConceptTitles titles,
        ReadResponseCounts counts,
        IResponseQueue queue,
        ListOwnNotices notices,
        ReviewOfRights review,
        InterfaceWords words,
        TimeProvider clock)
    {
        await catalogue.RefreshAsync(context.RequestAborted);
        var now = clock.GetUtcNow();
        var seen = catalogue.Lives.Where(life => Staff.MaySee(context.User, life.Slug)).ToList();
        var concepts = await titles.OfAsync(
            [.. seen.Where(life => !life.HasOpened).Select(life => life.ConsultationId)], context.RequestAborted);
        var all = seen.ConvertAll(life => new Listed(
            life,
            catalogue.Latest(life.Slug),
            catalogue.Latest(life.Slug)?.Definition.Title.Dutch ?? concepts.GetValueOrDefault(life.ConsultationId, life.Slug)));
        var search = PageOf.SearchIn(context);
        var page = PageOf.Take(
            [
                .. all.Where(one => IsFound(one, search, words)).OrderBy(one => Turn(one.Life.State))
                    .ThenByDescending(one => one.Life.Events is [.., var last] ? last.At : DateTimeOffset.MinValue),
            ],
            context.Request.Query[PageOf.Name],
            RowsOnPage);
        int[] shown = [.. page.Rows.Select(one => one.Life.ConsultationId)];
        var responses = await counts.OfAsync(shown, context.RequestAborted);
        var dead = await queue.CountDeadAsync(context.RequestAborted);
        var waiting = all.SelectMany(one => WaitsFor(one, context, now)).Take(MostWaiting).ToList();
        var named = all.ToDictionary(one => one.Life.Slug, one => one.Title, StringComparer.Ordinal);
        return PageResult.Of<OverviewPage>(new OverviewView
        {
            Noticed =
            [
                .. (await notices.ListAsync(context.User, context.RequestAborted))
                    .Where(notice => (notice.IsOfSite || named.ContainsKey(notice.Slug))
                        // A turn that comes with a step to take is told by that step.
                        && (notice.Day is not null || !waiting.Exists(one => one.Slug == notice.Slug)))
                    .Take(MostWaiting)
                    .Select(notice => (Notice: notice, Title: named.GetValueOrDefault(notice.Slug, words[notice.SiteTitle])))
                    .Select(one => new NoticeLine(
                        one.Notice.Address,
                        NoticeWords.Subject(one.Notice, one.Title, words),
                        NoticeWords.Text(one.Notice, one.Title, words))),
            ],
            Waiting = waiting,
            Rows = page.Select(rows => rows.Select(one => new OverviewRow(one.Life, one.Title)
            {
                Standing = Standing.Of(one.Life, one.Latest, now, words),
                WaitsFor = NextStep.Of(one.Life, one.Latest, now) is { } next ? DeskSteps.For(next).Name : null,
                Responses = one.Life.HasOpened ? responses.GetValueOrDefault(one.Life.ConsultationId, ResponseCount.None) : null,
                Promises = one.Latest is null ? [] : PromiseLine.Of(one.Life, one.Latest, Amsterdam.DayOf(now)),
                DeadLetters = dead.GetValueOrDefault(one.Life.ConsultationId),
                IsUnreadable = catalogue.UnreadableOf(one.Life.Slug) is not null,
            })),
            Search = search,
            Count = all.Count,
            IsAll = Staff.IsAdministrator(context.User),
            MayBegin = Staff.MayBegin(context.User),
            // Nothing but what came with the program.
            IsFirst = Staff.IsAdministrator(context.User)
                && all.TrueForAll(one => one.Life is { IsTrial: false, IsSample: true }),
            RightsDue = Staff.IsAdministrator(context.User) ? await review.CountDueAsync(context.RequestAborted) : 0,
        });
    }

    private static bool IsFound(Listed one, string search, InterfaceWords words) => search.Length == 0
        || words.Culture.CompareInfo.IndexOf(one.Title, search, System.Globalization.CompareOptions.IgnoreCase | System.Globalization.CompareOptions.IgnoreNonSpace) >= 0
        || one.Life.Slug.Contains(search, StringComparison.OrdinalIgnoreCase)
        || words[$"staff.state.name.{one.Life.State}"].Contains(search, StringComparison.CurrentCultureIgnoreCase);

    /// <summary>What is over stands last.</summary>
    private static int Turn(LifeState state) => state switch
    {
        LifeState.Open => 0,
        LifeState.Archived or LifeState.Withdrawn => 2,
        _ => 1,
    };

    private static IEnumerable<WaitingFor> WaitsFor(Listed one, HttpContext context, DateTimeOffset now)
    {
        // What residents cannot see is over for everybody but its author.
        if (NextStep.Of(one.Life, one.Latest, now) is not { } next || one.Life.State == LifeState.Reported && next == LifeStep.Archived)
            yield break;
        var step = DeskSteps.For(next);
        if (step.IsFor(context.User, one.Life.Slug))
            yield return new WaitingFor(one.Life.Slug, one.Title, step.Name);
    }

    private sealed record Listed(ConsultationLife Life, PublishedVersion? Latest, string Title);
}

public sealed record OverviewView
{
    /// <summary>What this person has to know or to do.</summary>
    public required IReadOnlyList<NoticeLine> Noticed { get; init; }

    /// <summary>Steps that this person takes next.</summary>
    public required IReadOnlyList<WaitingFor> Waiting { get; init; }

    public required PageOf<OverviewRow> Rows { get; init; }

    public required string Search { get; init; }

    /// <summary>That this person may see, whatever was searched.</summary>
    public required int Count { get; init; }

    /// <summary>Whether it can be said that there are no others.</summary>
    public required bool IsAll { get; init; }

    public required bool MayBegin { get; init; }

    /// <summary>An administrator who has nothing to do or to look at yet: there is one way on.</summary>
    public required bool IsFirst { get; init; }

    /// <summary>How many rights an administrator has to look at; 0 for anybody else.</summary>
    public required int RightsDue { get; init; }

    public string PageAt(int page) => PageOf.AddressOf(Addresses.Desk, Search, page);
}

/// <param name="Address">Where something is done about it.</param>
/// <param name="Subject">In a few words.</param>
/// <param name="Text">The same as a mail says it.</param>
public sealed record NoticeLine(string Address, string Subject, string Text);

/// <param name="Slug">Of the consultation.</param>
/// <param name="Title">Of the consultation.</param>
/// <param name="Step">Name of the step that it waits for.</param>
public sealed record WaitingFor(string Slug, string Title, string Step);

public sealed record OverviewRow(ConsultationLife Life, string Title)
{
    public required IReadOnlyList<string> Standing { get; init; }

    /// <summary>Name of the step that comes next; its words say whose turn it is. Null when a day comes first.</summary>
    public required string? WaitsFor { get; init; }

    /// <summary>Null before it opened.</summary>
    public required ResponseCount? Responses { get; init; }

    public required IReadOnlyList<PromiseLine> Promises { get; init; }

    /// <summary>Responses that could not be counted after all tries.</summary>
    public required int DeadLetters { get; init; }

    /// <summary>Another release published it, and this one cannot show it.</summary>
    public required bool IsUnreadable { get; init; }
}
