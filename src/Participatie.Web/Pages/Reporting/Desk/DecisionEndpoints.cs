using System.Globalization;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Decisions;
using Participatie.Surveys.Reporting.Results;
using Participatie.Web.Access;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Reporting.Desk;

/// <summary>Staff write what they heard and what they do with it, publish it, correct it and take it back.</summary>
internal static class DecisionEndpoints
{
    public static void AddDecisions(this IServiceCollection services) => services.AddScoped<DecisionDesk>();

    /// <param name="desk">The group of staff.</param>
    public static void MapDecisions(this IEndpointRouteBuilder desk)
    {
        desk.MapGet(Within(Addresses.Patterns.Decisions), GetAll).RequireAuthorization(Staff.OnConsultation);
        foreach (var address in new[] { Addresses.Patterns.DecisionOnAll, Addresses.Patterns.Decision })
        {
            desk.MapGet(Within(address), Get).RequireAuthorization(Staff.Author);
            desk.MapPost(Within(address), Post).RequireAuthorization(Staff.Author);
        }

        static string Within(string address) => address[Addresses.Desk.Length..];
    }

    public static async Task<IResult> GetAll(string slug, HttpContext context, Catalogue catalogue, ReadDecisions decisions)
    {
        await catalogue.RefreshAsync(context.RequestAborted);
        if (catalogue.Latest(slug) is not { } latest)
            return Results.NotFound();
        var written = await decisions.OfAsync(latest.ConsultationId, context.RequestAborted);
        return PageResult.Of<DecisionsPage>(new DecisionsView(
            latest,
            catalogue.LifeOf(latest),
            [
                new DecisionRow(null, written.GetValueOrDefault(DecisionEntry.Whole)),
                .. DecisionDesk.QuestionsOf(catalogue, latest.ConsultationId)
                    .Select(question => new DecisionRow(question, written.GetValueOrDefault(question.Id))),
            ]));
    }

    public static async Task<IResult> Get(string slug, string? id, HttpContext context, DecisionDesk desk) =>
        await desk.ViewAsync(slug, id, context) is { } view ? PageResult.Of<DecisionPage>(view) : Results.NotFound();

    public static async Task<IResult> Post(string slug, string? id, HttpContext context, IFormCollection form, DecisionDesk desk) =>
        await desk.ViewAsync(slug, id, context) is { } view
            ? await desk.WriteAsync(view, form, context)
            : Results.NotFound();
}

/// <summary>Shows and writes one decision.</summary>
internal sealed class DecisionDesk(
    Catalogue catalogue,
    ReadDecisions decisions,
    ReadResultPage results,
    SaveDecision save,
    PublishDecision publish,
    TakeBackDecision takeBack,
    RunAudited run,
    InterfaceWords words)
{
    /// <summary>Those that ask for an opinion, in any version, as they were worded last: nothing is decided about who somebody is.</summary>
    public static IReadOnlyList<Question> QuestionsOf(Catalogue catalogue, int consultationId) =>
    [
        .. catalogue.VersionsOf(consultationId).Reverse().SelectMany(version => version.Definition.Numbered)
            .Where(question => question.Why is null).DistinctBy(question => question.Id),
    ];

    /// <returns>Null when there is no such consultation or question.</returns>
    public async Task<DecisionView?> ViewAsync(string slug, string? id, HttpContext context)
    {
        await catalogue.RefreshAsync(context.RequestAborted);
        if (catalogue.Latest(slug) is not { } latest)
            return null;
        var question = id is null ? null : QuestionsOf(catalogue, latest.ConsultationId).FirstOrDefault(question => question.Id == id);
        if (id is not null && question is null)
            return null;
        var decision = (await decisions.OfAsync(latest.ConsultationId, context.RequestAborted))
            .GetValueOrDefault(id ?? DecisionEntry.Whole);
        var page = question is null
            ? null
            : await results.ReadAsync(latest.ConsultationId, Languages.Dutch, whose: null, context.RequestAborted);
        return new DecisionView
        {
            Latest = latest,
            Life = catalogue.LifeOf(latest),
            Question = question,
            Decision = decision,
            Result = page?.Questions.FirstOrDefault(result => result.Key == id),
            Typed = DecisionForm.Of(decision),
        };
    }

    public async Task<IResult> WriteAsync(DecisionView view, IFormCollection form, HttpContext context)
    {
        var typed = DecisionForm.From(form, words.Culture);
        if (!typed.Day.IsEmpty && typed.Text.By is null)
        {
            return Refused(
                view with { Typed = typed, Problems = [new Problem(DecisionForm.By, words["staff.refused.NotADay"])] });
        }

        try
        {
            await RunAsync(view, typed, form[DecisionForm.Way].ToString(), context);
            return new SeeOther(view.Question is { } question
                ? Addresses.Decision(view.Life.Slug, question.Id)
                : Addresses.DecisionOnAll(view.Life.Slug));
        }
        catch (Exception refused) when (refused is DecisionException or LifeException)
        {
            // As it stands now, not as it stood when this request began.
            var now = (await ViewAsync(view.Life.Slug, view.Question?.Id, context))!;
            return Refused(Because(now with { Typed = typed with { SeenRevision = now.Typed.SeenRevision } }, refused));
        }
    }

    private Task<bool> RunAsync(DecisionView view, DecisionForm typed, string way, HttpContext context) => run.RunAsync(
        async scope =>
        {
            var doer = Doer.Of(context);
            var request = new DecisionRequest
            {
                ConsultationId = view.Life.ConsultationId,
                QuestionId = view.Question?.Id ?? DecisionEntry.Whole,
                Text = typed.Text,
                Seen = typed.SeenRevision ?? -1,
                Note = typed.NoteText,
                Who = doer.Said,
            };
            switch (way)
            {
                case DecisionForm.Publish:
                    await publish.PublishAsync(scope, request, view.Life);
                    break;
                case DecisionForm.TakeBack:
                    await takeBack.TakeBackAsync(scope, request);
                    break;
                default:
                    await save.SaveAsync(scope, request);
                    break;
            }

            var action = way switch
            {
                DecisionForm.Publish => "besluit openbaar gemaakt",
                DecisionForm.TakeBack => "besluit weggehaald",
                _ => "besluit bewaard",
            };
            return (true, doer.Note(action, $"{view.Life.Slug}/{(view.Question is { } question ? question.Id : "geheel")}") with
            {
                Before = Said(view.Decision?.Latest.Text.Outcome, request.Seen),
                After = Said(request.Text.Outcome, request.Seen + 1),
            });
        },
        context.RequestAborted);

    private DecisionView Because(DecisionView view, Exception refused) => refused switch
    {
        DecisionException { Refusal: DecisionRefusal.HasProblems } problems =>
            view with { Problems = [.. problems.Problems.Select(DecisionForm.AtField)] },
        DecisionException { Refusal: DecisionRefusal.NoNote or DecisionRefusal.NoteTooLong } note =>
            view with
            {
                Problems = [new Problem(DecisionForm.Note, words.Format($"staff.decision.{note.Refusal}", DecisionRequest.LongestNote))],
            },
        DecisionException { Refusal: DecisionRefusal.ChangedMeanwhile } =>
            view with { Refusal = words["staff.decision.ChangedMeanwhile"], Meanwhile = view.Decision?.Latest },
        DecisionException other => view with { Refusal = words[$"staff.decision.{other.Refusal}"] },
        _ => view with { Refusal = words["staff.decision.ChangedMeanwhile"] },
    };

    private static IResult Refused(DecisionView view) =>
        PageResult.Of<DecisionPage>(view, StatusCodes.Status422UnprocessableEntity);

    private static string Said(DecisionOutcome? outcome, int revision) =>
        string.Create(CultureInfo.InvariantCulture, $"versie {revision}{(outcome is null ? "" : $", {outcome}")}");
}
