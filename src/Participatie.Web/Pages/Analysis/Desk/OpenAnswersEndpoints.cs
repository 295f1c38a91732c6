using System.Globalization;
using Participatie.Surveys.Analysis.OpenAnswers;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Web.Access;

namespace Participatie.Web.Pages.Analysis.Desk;

/// <summary>
/// What people wrote, for analysts: read, searched, and put on the result page or taken off it. Each look is in the audit log. Words that
/// are searched for may be somebody's name, so they are posted and stand in no address; nothing is sent twice by a reload, since releasing
/// twice is releasing once.
/// </summary>
internal static class OpenAnswersEndpoints
{
    /// <param name="desk">The group of staff.</param>
    public static void MapOpenAnswers(this IEndpointRouteBuilder desk)
    {
        desk.MapGet(Within(Addresses.Patterns.OpenAnswers), GetQuestions).RequireAuthorization(Staff.Analyst);
        desk.MapGet(Within(Addresses.Patterns.OpenAnswersOf), Get).RequireAuthorization(Staff.Analyst);
        desk.MapPost(Within(Addresses.Patterns.OpenAnswersOf), Post).RequireAuthorization(Staff.Analyst);

        static string Within(string address) => address[Addresses.Desk.Length..];
    }

    public static IResult GetQuestions(string slug, Catalogue catalogue) => catalogue.Latest(slug) is { } latest
        ? PageResult.Of<OpenQuestionsPage>(
            new OpenQuestionsView(slug, latest.Definition.Title, QuestionsOf(catalogue, latest.ConsultationId)))
        : Results.NotFound();

    public static Task<IResult> Get(string slug, string id, HttpContext context, Catalogue catalogue, OpenAnswersDesk desk) =>
        AskedOf(catalogue, slug, id) is { } asked
            ? desk.ShowAsync(context, asked, new Wish())
            : Task.FromResult(Results.NotFound());

    public static async Task<IResult> Post(
        string slug, string id, HttpContext context, IFormCollection form, Catalogue catalogue, OpenAnswersDesk desk)
    {
        if (AskedOf(catalogue, slug, id) is not { } asked)
            return Results.NotFound();
        var wish = new Wish
        {
            Way = form[OpenAnswersForm.Way].ToString(),
            Search = form[OpenAnswersForm.Search].ToString().Trim(),
            Shown = Enum.TryParse<OpenAnswersShown>(form[OpenAnswersForm.Shown].ToString(), out var shown) && Enum.IsDefined(shown)
                ? shown
                : OpenAnswersShown.All,
            After = PostedIds.One(form[OpenAnswersForm.After].ToString()),
            Chosen = PostedIds.In(form[OpenAnswersForm.Chosen], OpenAnswersForm.AnswersAPage),
            ReadAgain = PostedIds.In(form[OpenAnswersForm.ReadAgain], OpenAnswersForm.AnswersAPage),
        };
        return wish.Way is OpenAnswersForm.Release or OpenAnswersForm.Hide
            ? await desk.DecideAsync(context, asked, wish)
            : await desk.ShowAsync(context, asked, wish);
    }

    private static Asked? AskedOf(Catalogue catalogue, string slug, string id) =>
        catalogue.Latest(slug) is { } latest
        && QuestionsOf(catalogue, latest.ConsultationId).FirstOrDefault(question => question.Id == id) is { } question
            ? new Asked(slug, latest.ConsultationId, question)
            : null;

    private static List<Question> QuestionsOf(Catalogue catalogue, int consultationId) =>
    [
        .. catalogue.VersionsOf(consultationId).Reverse().SelectMany(version => version.Definition.Questions)
            .Where(question => question.TakesWords).DistinctBy(question => question.Id),
    ];
}

/// <summary>The question whose answers a page lists.</summary>
internal sealed record Asked(string Slug, int ConsultationId, Question Question);

/// <summary>What somebody wants of the page, as it was posted.</summary>
internal sealed record Wish
{
    public string Way { get; init; } = "";

    public string Search { get; init; } = "";

    public OpenAnswersShown Shown { get; init; }

    public byte[] After { get; init; } = [];

    public IReadOnlyList<byte[]> Chosen { get; init; } = [];

    public IReadOnlyList<byte[]> ReadAgain { get; init; } = [];
}

/// <summary>Shows and decides, with a line in the audit log for either.</summary>
internal sealed class OpenAnswersDesk(
    ListOpenAnswers answers, RunAudited run, AuditLog audit, InterfaceWords words)
{
    public async Task<IResult> ShowAsync(HttpContext context, Asked asked, Wish wish)
    {
        if (wish.Search.Length > OpenAnswersForm.LongestSearch)
            return await ShowAsync(
                context,
                asked,
                wish with { Way = "" },
                view => view with
                {
                    Problems = [new Problem(
                        OpenAnswersForm.Search, words.Format("staff.answers.search.long", OpenAnswersForm.LongestSearch))],
                });
        if (wish.Way == OpenAnswersForm.Find)
            wish = wish with { After = [] };
        return await ShowAsync(context, asked, wish, static view => view);
    }

    /// <summary>Puts what was ticked on the result page or takes it off.</summary>
    public async Task<IResult> DecideAsync(HttpContext context, Asked asked, Wish wish)
    {
        if (wish.Chosen.Count == 0)
            return await ShowAsync(
                context,
                asked,
                wish,
                view => view with { Problems = [new Problem(OpenAnswersForm.Chosen, words["staff.answers.none-chosen"])] });
        var isRelease = wish.Way == OpenAnswersForm.Release;
        if (isRelease && await UnreadAsync(context, asked, wish) is { Count: > 0 } unread)
            return await ShowAsync(
                context,
                asked,
                wish,
                view => view with
                {
                    Problems = [new Problem(OpenAnswersForm.Chosen, words.Count("staff.answers.read-again", unread.Count))],
                    Chosen = wish.Chosen.Select(Convert.ToHexStringLower).ToHashSet(StringComparer.Ordinal),
                    ToReadAgain = unread,
                });
        var done = await run.RunEachAsync(
            async scope =>
            {
                var (done, notes) = (0, new List<AuditNote>());
                // In one order, whatever was posted: two who choose the same never wait for each other.
                foreach (var id in wish.Chosen.DistinctBy(Convert.ToHexStringLower)
                    .OrderBy(Convert.ToHexStringLower, StringComparer.Ordinal))
                {
                    var isDone = isRelease
                        ? await ReleaseAnswer.ReleaseAsync(scope, asked.ConsultationId, id, asked.Question.Id)
                        : await ReleaseAnswer.TakeBackAsync(scope, asked.ConsultationId, id, asked.Question.Id);
                    done += isDone ? 1 : 0;
                    notes.Add(NoteOf(context, asked, isRelease ? "antwoord openbaar gemaakt" : "antwoord verborgen") with
                    {
                        Result = isDone ? AuditNote.Done : AuditNote.Refused,
                        After = Convert.ToHexStringLower(id),
                    });
                }

                return (done, (IReadOnlyList<AuditNote>)notes);
            },
            context.RequestAborted);
        var said = words.Count(isRelease ? "staff.answers.released" : "staff.answers.hidden", done, words.Number(done));
        // Withdrawn meanwhile, or a colleague was first.
        var left = wish.Chosen.Count - done;
        return await ShowAsync(
            context,
            asked,
            wish,
            view => view with { Done = left == 0 ? said : $"{said} {words.Count("staff.answers.gone", left, words.Number(left))}" });
    }

    /// <summary>Those with something marked that nobody was asked to read again yet.</summary>
    private async Task<IReadOnlyList<string>> UnreadAsync(HttpContext context, Asked asked, Wish wish)
    {
        var unread = new List<string>();
        foreach (var id in wish.Chosen.Where(id => !wish.ReadAgain.Any(read => read.AsSpan().SequenceEqual(id))))
        {
            var found = await answers.ListAsync(
                new OpenAnswersRequest
                {
                    ConsultationId = asked.ConsultationId,
                    QuestionId = asked.Question.Id,
                    Only = id,
                    Most = 1,
                },
                context.RequestAborted);
            unread.AddRange(
                found.Where(answer => !answer.IsReleased && FindPersonalData.In(answer.Text).Count > 0).Select(OpenAnswersView.IdOf));
        }

        return unread;
    }

    private async Task<IResult> ShowAsync(HttpContext context, Asked asked, Wish wish, Func<OpenAnswersView, OpenAnswersView> change)
    {
        // One more than is shown tells whether there are more.
        var found = await answers.ListAsync(
            new OpenAnswersRequest
            {
                ConsultationId = asked.ConsultationId,
                QuestionId = asked.Question.Id,
                After = wish.After,
                Most = OpenAnswersForm.AnswersAPage + 1,
                Shown = wish.Shown,
                Search = wish.Search.Length > OpenAnswersForm.LongestSearch ? "" : wish.Search,
            },
            context.RequestAborted);
        var shown = found.Take(OpenAnswersForm.AnswersAPage).ToList();
        await audit.WriteAsync(
            NoteOf(context, asked, "open antwoorden bekeken") with
            {
                After = string.Create(CultureInfo.InvariantCulture, $"{shown.Count} antwoorden"),
            },
            context.RequestAborted);
        var view = change(new OpenAnswersView
        {
            Slug = asked.Slug,
            Question = asked.Question,
            Answers = shown,
            Search = wish.Search,
            Shown = wish.Shown,
            After = wish.After,
            HasMore = found.Count > shown.Count,
        });
        return PageResult.Of<OpenAnswersPage>(
            view, view.Problems.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    private static AuditNote NoteOf(HttpContext context, Asked asked, string action) =>
        Doer.Of(context).Note(action, $"{asked.Slug}/{asked.Question.Id}");
}
