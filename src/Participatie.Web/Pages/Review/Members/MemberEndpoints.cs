using System.Globalization;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Language;
using Participatie.Surveys.Review.Approvals;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Members;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;
using Participatie.Web.Access;
using Participatie.Web.Frame;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Review.Members;

/// <summary>The pages of a member of the council, behind the personal link. Opening the link changes nothing: a button comes in.</summary>
internal static class MemberEndpoints
{
    public const string Ways = "hoe";
    public const string Place = "pagina";
    public const string Words = "woorden";
    public const string Severity = "hoe-erg";
    public const string Subject = "waarover";
    public const string Seen = "gezien";
    public const string Way = "doe";
    public const string Solved = "opgelost";
    public const string Close = "sluiten";
    public const string Remember = "onthoud";

    /// <summary>Keeps what was written, without reporting it: by the button, and by the script while it is typed.</summary>
    public const string Later = "later";
    public const string Meanwhile = "tussendoor";

    public static void AddMembers(this IServiceCollection services) => services
        .AddScoped<MemberDesk>().AddScoped<MemberWalk>().AddScoped<HalfWrittenTexts>().AddScoped<AskForLink>().AddScoped<OwnRounds>()
        .AddScoped<TellOfPasskey>();

    /// <param name="pages">The group of who has a link.</param>
    public static void MapMembers(this RouteGroupBuilder pages)
    {
        pages.MapGet(Addresses.CouncilStart, CouncilStartEndpoints.Get);
        pages.MapPost(Addresses.CouncilStart, CouncilStartEndpoints.Post).RequireRateLimiting(RateLimits.CodeEntry);
        pages.MapGet(Addresses.CouncilSignIn, CouncilSignInEndpoints.Get);
        pages.MapPost(Addresses.CouncilSignIn, CouncilSignInEndpoints.Post).RequireRateLimiting(RateLimits.CodeEntry);
        pages.MapGet(Addresses.Patterns.MemberKey, MemberKeyEndpoints.Get);
        pages.MapPost(Addresses.Patterns.MemberKey, MemberKeyEndpoints.Post).RequireRateLimiting(RateLimits.CodeEntry);
        pages.AddEndpointFilter(new CouncilOnly());
        pages.MapGet(Addresses.Patterns.Member, Get);
        pages.MapPost(Addresses.Patterns.Member, ComeInAsync);
        pages.MapGet(Addresses.Patterns.MemberRound, GetRound);
        pages.MapPost(Addresses.Patterns.MemberRound, ApproveAsync);
        pages.MapGet(Addresses.Patterns.MemberReport, GetReport);
        pages.MapPost(Addresses.Patterns.MemberReport, ReportAsync);
        pages.MapGet(Addresses.Patterns.MemberGoesWell, GetGoesWell);
        pages.MapPost(Addresses.Patterns.MemberGoesWell, GoesWellAsync);
        pages.MapGet(Addresses.Patterns.MemberFinding, GetFinding);
        pages.MapPost(Addresses.Patterns.MemberFinding, LookAgainAsync);
    }

    public static async Task<IResult> Get(string member, HttpContext context, MemberDesk desk) =>
        await desk.FindAsync(member, context) is { } found
            ? PageResult.Of<MemberWelcomePage>(await desk.WelcomeAsync(member, found, context))
            : await MemberRight.GoneAsync(context);

    public static async Task<IResult> ComeInAsync(string member, HttpContext context, IFormCollection form, MemberDesk desk)
    {
        try
        {
            await desk.ComeInAsync(member, form[Ways], form[Remember].Count > 0, context);
            return new SeeOther(Addresses.MemberRound(member));
        }
        catch (ReviewException)
        {
            return await MemberRight.GoneAsync(context);
        }
    }

    public static async Task<IResult> GetRound(string member, HttpContext context, MemberDesk desk)
    {
        if (await desk.FindAsync(member, context) is not { } found)
            return await MemberRight.GoneAsync(context);
        return MemberCookie.Of(context, member) is { } cookie
            ? PageResult.Of<MemberRoundPage>(await desk.RoundAsync(member, found, cookie, context))
            : new SeeOther(Addresses.Member(member));
    }

    public static async Task<IResult> ApproveAsync(
        string member, HttpContext context, MemberDesk desk, ApproveRound approve, GroupedWriter writer, Catalogue catalogue)
    {
        if (await desk.FindAsync(member, context) is not { } found)
            return await MemberRight.GoneAsync(context);
        if (MemberCookie.Of(context, member) is not { } cookie)
            return new SeeOther(Addresses.Member(member));
        try
        {
            await writer.WriteAsync(scope => approve.ApproveAsync(scope, member, CouncilRole.IsHeldAsync(context)), context.RequestAborted);
            await catalogue.RefreshAsync(CancellationToken.None);
            return new SeeOther(Addresses.MemberRound(member));
        }
        catch (Exception refused) when (refused is ReviewException or LifeException)
        {
            var view = await desk.RoundAsync(member, found, cookie, context);
            return PageResult.Of<MemberRoundPage>(view with { Why = desk.Why(refused) }, StatusCodes.Status422UnprocessableEntity);
        }
    }

    public static async Task<IResult> GetReport(string member, HttpContext context, MemberDesk desk) =>
        await desk.FindAsync(member, context) is { } found
            ? PageResult.Of<MemberReportPage>(await desk.BegunReportAsync(member, found, context.Request.Query[Place].ToString(), context))
            : await MemberRight.GoneAsync(context);

    public static async Task<IResult> ReportAsync(
        string member,
        HttpContext context,
        IFormCollection form,
        MemberDesk desk,
        HalfWrittenTexts halfWritten,
        ReportFinding report,
        GroupedWriter writer)
    {
        if (await desk.FindAsync(member, context) is not { } found)
            return await MemberRight.GoneAsync(context);
        var view = await desk.ReportAsync(member, found, TypedReport.From(form), context);
        try
        {
            if (await halfWritten.KeepAsync(member, view.HalfWritten, form, context) is { } kept)
                return kept;
            view = view with { Problems = desk.Missing(view.Typed) };
            if (view.Problems.Count == 0)
            {
                await writer.WriteAsync(
                    scope => report.ByLinkAsync(scope, member, MemberDesk.Finding(view, context)), context.RequestAborted);
                return new SeeOther(MemberWalk.BackTo(member, view.Page, context, MemberBar.Kept));
            }
        }
        catch (ReviewException refused)
        {
            if (refused.Refusal == ReviewRefusal.LinkEnded)
                return await MemberRight.GoneAsync(context);
            view = view with { Problems = [new Problem(Words, desk.Why(refused))] };
        }

        await halfWritten.KeepRefusedAsync(member, view.HalfWritten, context);
        return PageResult.Of<MemberReportPage>(view, StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Whoever comes back to the address of the button.</summary>
    public static async Task<IResult> GetGoesWell(string member, HttpContext context, MemberDesk desk) =>
        await desk.FindAsync(member, context) is null ? await MemberRight.GoneAsync(context) : new SeeOther(Addresses.MemberRound(member));

    public static async Task<IResult> GoesWellAsync(
        string member, HttpContext context, IFormCollection form, MemberDesk desk, MemberWalk walk, SayGoesWell say, GroupedWriter writer)
    {
        if (await desk.FindAsync(member, context) is not { } found)
            return await MemberRight.GoneAsync(context);
        if (await walk.KnownAsync(found, form[Place].ToString(), context) is not { Length: > 0 } page)
            return new SeeOther(Addresses.MemberRound(member));
        try
        {
            await writer.WriteAsync(scope => say.SayAsync(scope, member, MemberWalk.LookedAt(page, context)), context.RequestAborted);
            return new SeeOther(MemberWalk.BackTo(member, page, context, MemberBar.Kept));
        }
        catch (ReviewException)
        {
            return await MemberRight.GoneAsync(context);
        }
    }

    public static async Task<IResult> GetFinding(string member, int number, HttpContext context, MemberDesk desk) =>
        await desk.FindAsync(member, context) is not { } found ? await MemberRight.GoneAsync(context)
        : await desk.FindingAsync(member, found, number, context) is { } view ? PageResult.Of<MemberFindingPage>(view)
        : await desk.NotYoursAsync(member, found, number, typed: "", context);

    public static async Task<IResult> LookAgainAsync(
        string member,
        int number,
        HttpContext context,
        IFormCollection form,
        MemberDesk desk,
        HalfWrittenTexts halfWritten,
        LookAgain look,
        CloseFinding close,
        GroupedWriter writer)
    {
        if (await desk.FindAsync(member, context) is not { } found)
            return await MemberRight.GoneAsync(context);
        var typed = form[Words].ToString().ReplaceLineEndings("\n");
        if (await desk.FindingAsync(member, found, number, context) is null)
            return await desk.NotYoursAsync(member, found, number, typed, context);
        var (seen, begun) = (SeenIn(form), new HalfWritten(HalfWrittenPlace.OfFinding(number), typed, Severity: null, Subject: null));
        try
        {
            if (await halfWritten.KeepAsync(member, begun, form, context) is { } kept)
                return kept;
            await writer.WriteAsync(
                scope => form[Way] == Close
                    ? close.CloseAsync(scope, member, number, seen, typed, CouncilRole.IsChairAsync(context))
                    : look.LookAsync(scope, member, number, seen, isSolved: form[Way] == Solved, typed),
                context.RequestAborted);
            return new SeeOther(Addresses.MemberFinding(member, number));
        }
        catch (ReviewException refused)
        {
            if (refused.Refusal == ReviewRefusal.LinkEnded)
                return await MemberRight.GoneAsync(context);
            await halfWritten.KeepRefusedAsync(member, begun, context);
            // As it stands now, not as it stood when this request began.
            if (await desk.FindingAsync(member, found, number, context) is not { } view)
                return await desk.NotYoursAsync(member, found, number, typed, context);
            view = view with { Typed = typed, IsBegun = false };
            return PageResult.Of<MemberFindingPage>(
                refused.Refusal is ReviewRefusal.NoText or ReviewRefusal.TextTooLong
                    ? view with { Problems = [new Problem(Words, desk.Why(refused, isClosing: form[Way] == Close))] }
                    : view with { Why = desk.Why(refused) },
                StatusCodes.Status422UnprocessableEntity);
        }
    }

    /// <returns>0, which nothing is numbered by, when it is no number.</returns>
    internal static int SeenIn(IFormCollection form) =>
        int.TryParse(form[Seen], NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : 0;
}

/// <summary>What a member typed, kept whatever it is.</summary>
public sealed record TypedReport(string Place, string Words, Severity? Severity, FindingSubject? Subject)
{
    public static TypedReport Nothing { get; } = new("", "", null, FindingSubject.Questions);

    internal static TypedReport From(IFormCollection form) => new(
        form[MemberEndpoints.Place].ToString(),
        form[MemberEndpoints.Words].ToString().ReplaceLineEndings("\n"),
        EnumOf<Severity>(form[MemberEndpoints.Severity]),
        EnumOf<FindingSubject>(form[MemberEndpoints.Subject]));

    private static T? EnumOf<T>(string? text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) && value.ToString() == text ? value : null;
}
