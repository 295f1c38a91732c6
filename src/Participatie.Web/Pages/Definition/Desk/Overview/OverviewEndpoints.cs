using Participatie.Surveys.Analysis;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Intake.Queue;
using Participatie.Surveys.Language;
using Participatie.Web.Access;
using Participatie.Web.Pages.Access;
using Participatie.Web.Pages.Definition.Desk.Steps;

namespace Participatie.Web.Pages.Definition.Desk.Overview;

/// <summary>What staff see first: what waits for them, and each consultation that they may see with how it stands.</summary>
internal static class OverviewEndpoints
{
    public const string Search = "zoek";

    private const int RowsOnPage = 20;
    private const int LongestSearch = 100;

    /// <summary>Nobody does more at a time, and the list below it has them all.</summary>
    private const int MostWaiting = 20;

    public static async Task<IResult> Get(
        HttpContext context,
        Catalogue catalogue,
        ConceptTitles titles,
        ReadResponseCounts counts,
        IResponseQueue queue,
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
        var typed = context.Request.Query[Search].ToString().Trim();
        var search = typed[..Math.Min(typed.Length, LongestSearch)];
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
        return PageResult.Of<OverviewPage>(new OverviewView
        {
            Waiting = [.. all.SelectMany(one => WaitsFor(one, context, now)).Take(MostWaiting)],
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

    public string PageAt(int page) => FormattableString.Invariant(
        $"{Addresses.Desk}?{OverviewEndpoints.Search}={Uri.EscapeDataString(Search)}&{PageOf.Name}={page}");
}

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
