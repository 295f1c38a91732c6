using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Intake.Queue;
using Participatie.Surveys.Language;
using Participatie.Web.Access;

namespace Participatie.Web.Pages.Intake.Desk;

/// <summary>
/// What waits to be counted and what could not be, for administrators, and another try for one, some or all of it. Whatever was tried again
/// already is not tried twice, so the answer to a POST is the page itself.
/// </summary>
internal static class QueueEndpoints
{
    public const string Way = "keuze";
    public const string Some = "gekozen";
    public const string All = "alle";
    public const string Chosen = "reactie";

    public static void MapQueue(this IEndpointRouteBuilder desk)
    {
        var address = Addresses.Queue[Addresses.Desk.Length..];
        desk.MapGet(address, Get).RequireAuthorization(Staff.Administrator);
        desk.MapPost(address, Post).RequireAuthorization(Staff.Administrator);
    }

    public static async Task<IResult> Get(HttpContext context, QueueDesk desk) =>
        PageResult.Of<QueuePage>(await desk.ViewAsync(context));

    public static async Task<IResult> Post(HttpContext context, IFormCollection form, QueueDesk desk)
    {
        var chosen = PostedIds.In(form[Chosen], QueueDesk.LettersAPage).Select(Convert.ToHexStringLower).ToHashSet(StringComparer.Ordinal);
        return form[Way].ToString() switch
        {
            All => PageResult.Of<QueuePage>(await desk.TryAllAsync(context)),
            Some when chosen.Count > 0 => PageResult.Of<QueuePage>(await desk.TryAsync(context, chosen)),
            _ => PageResult.Of<QueuePage>(await desk.NoneChosenAsync(context), StatusCodes.Status422UnprocessableEntity),
        };
    }
}

/// <summary>Shows the queue and gives back what could not be counted, whichever queue is in use.</summary>
internal sealed class QueueDesk(
    IResponseQueue queue, RequeueDeadLetters requeue, Catalogue catalogue, ConceptTitles concepts, InterfaceWords words)
{
    public const int LettersAPage = 25;

    public async Task<QueueView> ViewAsync(HttpContext context)
    {
        await catalogue.RefreshAsync(context.RequestAborted);
        var search = PageOf.SearchIn(context);
        var titles = await TitlesAsync(context.RequestAborted);
        var dead = await queue.ListDeadAsync(context.RequestAborted);
        var found = dead.Where(letter => IsFound(letter, search, titles)).ToList();
        return new QueueView
        {
            Waiting = await queue.CountWaitingAsync(context.RequestAborted),
            OldestDue = await queue.OldestDueAsync(context.RequestAborted),
            Dead = dead.Count,
            Letters = PageOf.Take(found, context.Request.Query[PageOf.Name], LettersAPage).Select(
                letters => letters.Select(letter => new LetterRow(
                    QueueView.IdOf(letter), Named(letter, titles), DeadLetterWords.Why(letter.Failure, words), letter.Attempts))),
            Search = search,
        };
    }

    public async Task<QueueView> NoneChosenAsync(HttpContext context) => await ViewAsync(context) with
    {
        Problems = [new Problem(QueueEndpoints.Chosen, words["staff.queue.none-chosen"])],
    };

    public async Task<QueueView> TryAsync(HttpContext context, HashSet<string> chosen)
    {
        var done = await RunAsync(context, letter => chosen.Contains(QueueView.IdOf(letter)));
        var said = words.Count("staff.queue.done", done, words.Number(done));
        // A colleague was first, or the program itself.
        var left = chosen.Count - done;
        return await ViewAsync(context) with
        {
            Done = left == 0 ? said : $"{said} {words.Count("staff.queue.gone", left, words.Number(left))}",
        };
    }

    /// <summary>All that the list shows: of what is searched for, when something is.</summary>
    public async Task<QueueView> TryAllAsync(HttpContext context)
    {
        var search = PageOf.SearchIn(context);
        var titles = await TitlesAsync(context.RequestAborted);
        var done = await RunAsync(context, letter => IsFound(letter, search, titles));
        return await ViewAsync(context) with { Done = words.Count("staff.queue.done", done, words.Number(done)) };
    }

    private Task<int> RunAsync(HttpContext context, Func<DeadLetter, bool> which)
    {
        var doer = Doer.Of(context);
        return requeue.RunAsync(which, doer.Said, doer.Network, context.RequestAborted);
    }

    private bool IsFound(DeadLetter letter, string search, IReadOnlyDictionary<int, (string Slug, string Title)> titles) =>
        search.Length == 0
        || Named(letter, titles).Contains(search, StringComparison.OrdinalIgnoreCase)
        || titles.GetValueOrDefault(letter.ConsultationId).Slug == search
        || DeadLetterWords.Why(letter.Failure, words).Contains(search, StringComparison.OrdinalIgnoreCase);

    private string Named(DeadLetter letter, IReadOnlyDictionary<int, (string Slug, string Title)> titles) =>
        titles.TryGetValue(letter.ConsultationId, out var named) ? named.Title : words["staff.queue.unknown"];

    /// <summary>Also of those whose newest version cannot be read: these are here most.</summary>
    private async Task<IReadOnlyDictionary<int, (string Slug, string Title)>> TitlesAsync(CancellationToken cancellationToken)
    {
        var lives = catalogue.Lives;
        var titles = await concepts.OfAsync(
            [.. lives.Where(life => catalogue.Latest(life.Slug) is null).Select(life => life.ConsultationId)], cancellationToken);
        return lives.ToDictionary(
            life => life.ConsultationId,
            life => (
                life.Slug,
                catalogue.Latest(life.Slug)?.Definition.Title.Dutch ?? titles.GetValueOrDefault(life.ConsultationId, life.Slug)));
    }
}

/// <summary>The queue as its page shows it: never an answer.</summary>
public sealed record QueueView
{
    public required int Waiting { get; init; }

    /// <summary>Since when the oldest of those is due, or when its next try comes; null when none waits.</summary>
    public required DateTimeOffset? OldestDue { get; init; }

    /// <summary>How many could not be counted, whatever was searched.</summary>
    public required int Dead { get; init; }

    public required PageOf<LetterRow> Letters { get; init; }

    public required string Search { get; init; }

    /// <summary>What was done just now; null when somebody only looks.</summary>
    public string? Done { get; init; }

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public static string IdOf(DeadLetter letter) => Convert.ToHexStringLower(letter.ResponseId);

    public string PageAt(int page) => PageOf.AddressOf(Addresses.Queue, Search, page);
}

/// <param name="Id">Of the response; random.</param>
/// <param name="Title">Of the consultation.</param>
/// <param name="Why">In plain words.</param>
/// <param name="Attempts">How often it was tried.</param>
public sealed record LetterRow(string Id, string Title, string Why, int Attempts);
