using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;
using Participatie.Web.Access;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Review.Desk.Council;

/// <summary>Staff ask the council to look, see how that goes, write down what a member says by telephone, and answer.</summary>
internal static class CouncilDeskEndpoints
{
    public static void AddCouncilDesk(this IServiceCollection services) => services
        .AddScoped<CouncilDesk>().AddScoped<FindingChanges>().AddScoped<InviteToRound>();

    /// <param name="desk">The group of staff.</param>
    public static void MapCouncilDesk(this IEndpointRouteBuilder desk)
    {
        Map(Addresses.Patterns.Rounds, GetAll, PostAll);
        Map(Addresses.Patterns.Round, Get, Post);
        Map(Addresses.Patterns.WriteDown, GetWriteDown, PostWriteDown, Staff.Author);
        Map(Addresses.Patterns.DeskFinding, GetFinding, PostFinding);

        void Map(string pattern, Delegate get, Delegate post, string who = Staff.OnConsultation)
        {
            var address = pattern[Addresses.Desk.Length..];
            desk.MapGet(address, get).RequireAuthorization(who);
            desk.MapPost(address, post).RequireAuthorization(Staff.Author);
        }
    }

    public static async Task<IResult> GetAll(string slug, HttpContext context, CouncilDesk desk) =>
        await desk.RoundsAsync(slug, context) is { } view ? PageResult.Of<RoundsPage>(view) : Results.NotFound();

    public static async Task<IResult> PostAll(string slug, HttpContext context, IFormCollection form, CouncilDesk desk, AskRound ask)
    {
        if (await desk.RoundsAsync(slug, context) is not { } view)
            return Results.NotFound();
        var typed = TypedRound.From(form);
        try
        {
            var number = await desk.RunAsync(
                context,
                slug,
                "adviesraad gevraagd",
                scope => ask.AskAsync(scope, new RoundRequest
                {
                    ConsultationId = view.Life.ConsultationId,
                    Who = Staff.SaidOf(context.User),
                    Revision = CouncilForm.Number(form, CouncilForm.Seen),
                    LookAt = typed.LookAt,
                    Days = CouncilForm.Number(typed.Days),
                    Consent = typed.Consent,
                }));
            return new SeeOther(Addresses.Round(slug, number));
        }
        catch (ReviewException refused)
        {
            var now = (await desk.RoundsAsync(slug, context))! with { Typed = typed, Refused = desk.Because(refused, CouncilForm.LookAt) };
            return PageResult.Of<RoundsPage>(now, StatusCodes.Status422UnprocessableEntity);
        }
    }

    public static async Task<IResult> Get(string slug, int number, HttpContext context, CouncilDesk desk) =>
        await desk.RoundAsync(slug, number, context) is { } view ? PageResult.Of<RoundPage>(view) : Results.NotFound();

    public static async Task<IResult> Post(
        string slug,
        int number,
        HttpContext context,
        IFormCollection form,
        CouncilDesk desk,
        InviteToRound invite,
        RecordCall call,
        ApproveConsultation approve)
    {
        if (await desk.RoundAsync(slug, number, context) is not { } view)
            return Results.NotFound();
        if (form[CouncilForm.Way].ToString() is CouncilForm.Invite or CouncilForm.NewLink or CouncilForm.EndLink)
            return await invite.RunAsync(view, form, context);
        var said = CouncilForm.Text(form, CouncilForm.Call);
        try
        {
            if (form[CouncilForm.Way] == CouncilForm.Unseen)
            {
                await desk.RunAsync(context, slug, "adviesraad keek niet", async scope =>
                {
                    await approve.ApproveAsync(scope, CouncilDesk.Request(context, view.Life));
                    return number;
                });
                return new SeeOther(Addresses.DeskConsultation(slug));
            }

            await desk.RunAsync(context, slug, "gesprek met adviesraad", async scope =>
            {
                await call.RecordAsync(scope, view.Life.ConsultationId, number, Staff.SaidOf(context.User), said);
                return number;
            });
            return new SeeOther(Addresses.Round(slug, number));
        }
        catch (Exception refused) when (refused is ReviewException or LifeException)
        {
            var now = (await desk.RoundAsync(slug, number, context))!;
            return PageResult.Of<RoundPage>(
                now with { Said = said, Refused = desk.Because(refused, CouncilForm.Call) }, StatusCodes.Status422UnprocessableEntity);
        }
    }

    public static async Task<IResult> GetWriteDown(string slug, int number, HttpContext context, CouncilDesk desk) =>
        await desk.WriteDownAsync(slug, number, context) is { } view ? PageResult.Of<WriteDownPage>(view) : Results.NotFound();

    public static async Task<IResult> PostWriteDown(
        string slug, int number, HttpContext context, IFormCollection form, CouncilDesk desk, ReportFinding report)
    {
        if (await desk.WriteDownAsync(slug, number, context) is not { } view)
            return Results.NotFound();
        view = view with { Typed = TypedFinding.From(form) };
        view = view with { Refused = desk.Missing(view.Typed) };
        if (view.Refused.IsNothing)
        {
            try
            {
                var finding = await desk.RunAsync(context, slug, "punt opgeschreven", scope => report.ForMemberAsync(
                    scope,
                    view.Life.ConsultationId,
                    number,
                    view.Typed.Member.Length == 0 ? null : CouncilForm.Number(view.Typed.Member),
                    view.Typed.Read(view.Pages.Select(page => page.Address)),
                    Staff.SaidOf(context.User)));
                return new SeeOther(Addresses.DeskFinding(slug, finding));
            }
            catch (ReviewException refused)
            {
                view = view with { Refused = desk.Because(refused, CouncilForm.Words) };
            }
        }

        return PageResult.Of<WriteDownPage>(view, StatusCodes.Status422UnprocessableEntity);
    }

    public static async Task<IResult> GetFinding(string slug, int number, HttpContext context, CouncilDesk desk) =>
        await desk.FindingAsync(slug, number, context) is { } view ? PageResult.Of<FindingPage>(view) : Results.NotFound();

    public static async Task<IResult> PostFinding(
        string slug,
        int number,
        HttpContext context,
        IFormCollection form,
        CouncilDesk desk,
        FindingChanges changes,
        AnswerFinding answer,
        JoinFindings join,
        TakeApart apart,
        ClassifyFinding classify)
    {
        if (await desk.FindingAsync(slug, number, context) is not { } view)
            return Results.NotFound();
        var typed = TypedAnswer.From(form);
        var way = form[CouncilForm.Way].ToString();
        var refused = desk.Missing(typed, way);
        if (refused.IsNothing && way.Length == 0)
            refused = await changes.DoubtAsync(view, typed, context);
        if (refused.IsNothing)
        {
            try
            {
                var request = new FindingRequest(
                    view.Life.ConsultationId, number, CouncilForm.Number(form, CouncilForm.Seen), Staff.SaidOf(context.User));
                await desk.RunAsync(context, slug, ActionOf(way), async scope =>
                {
                    await (way switch
                    {
                        CouncilForm.Join => join.JoinAsync(scope, request, CouncilForm.Number(typed.Other)),
                        CouncilForm.Apart => apart.TakeAsync(scope, request),
                        CouncilForm.Classify => classify.ClassifyAsync(scope, request, TypedAnswer.CriterionOf(typed.Criterion)!.Id),
                        CouncilForm.Unclassify => classify.ClassifyAsync(scope, request, ""),
                        _ => answer.AnswerAsync(scope, request, desk.Read(typed)),
                    });
                    return number;
                });
                return new SeeOther(Addresses.DeskFinding(slug, number));
            }
            catch (ReviewException why)
            {
                refused = desk.Because(why, way == CouncilForm.Join ? CouncilForm.Other : CouncilForm.Words);
            }
        }

        var now = (await desk.FindingAsync(slug, number, context))!;
        return PageResult.Of<FindingPage>(now with { Typed = typed, Refused = refused }, StatusCodes.Status422UnprocessableEntity);
    }

    private static string ActionOf(string way) => way switch
    {
        CouncilForm.Join => "punten samengevoegd",
        CouncilForm.Apart => "punten uit elkaar",
        CouncilForm.Classify or CouncilForm.Unclassify => "regel bij punt",
        _ => "punt beantwoord",
    };
}
