using System.Text;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Definition.Previews;
using Participatie.Surveys.Language;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Members;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;
using Participatie.Web.Access;
using Participatie.Web.Frame;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Review.Members;

/// <summary>Loads what a member's pages show.</summary>
internal sealed class MemberDesk(
    FindMember members,
    ReadReviews reviews,
    MemberWalk walk,
    ReadTwoVersions versions,
    SignedOffForms forms,
    PreviewLinks previews,
    ReadVisits visits,
    HalfWrittenTexts halfWritten,
    ComeIn comeIn,
    GroupedWriter writer,
    Database database,
    InterfaceWords words,
    TimeProvider clock)
{
    private const int PreviewDays = 30;

    /// <summary>As the list of preview links says it.</summary>
    private const string MadeBy = "Adviesraad";

    public Task<ReviewMember?> FindAsync(string token, HttpContext context) => members.ByTokenAsync(token, context.RequestAborted);

    public async Task<MemberWelcomeView> WelcomeAsync(string token, ReviewMember member, HttpContext context)
    {
        var review = await reviews.OfAsync(member.ConsultationId, context.RequestAborted);
        var today = Amsterdam.DayOf(clock.GetUtcNow());
        var remembered = RememberedWays.Of(context, today);
        return new MemberWelcomeView(
            token,
            await walk.TitleAsync(review, member, context),
            // Never beside how this person reads, on no page.
            remembered.Ways.Count > 0 ? "" : member.Name,
            review.Events.LastOrDefault(one => one.Step == ReviewStep.CameIn && one.Round == member.Round && one.Member == member.Number)
                ?.Moment,
            RememberedWays.LastDay(today))
        {
            Remembered = remembered,
        };
    }

    public async Task ComeInAsync(string token, IEnumerable<string?> ways, bool remember, HttpContext context)
    {
        var chosen = ways.Select(RememberedWays.Read).OfType<WayOfReading>().Distinct().ToList();
        var (came, preview) = await writer.WriteAsync(
            async scope =>
            {
                var came = await comeIn.ComeAsync(scope, token, chosen);
                var revision = (await reviews.OfAsync(came.Member.ConsultationId, CancellationToken.None)).Round(came.Member.Round)!.Revision;
                return (came, await previews.MakeAsync(scope, came.Member.ConsultationId, revision, PreviewDays, MadeBy, token));
            },
            context.RequestAborted);
        new MemberCookie(token, preview, came.VisitId).Remember(context);
        if (remember && chosen.Count > 0)
            RememberedWays.Keep(context, chosen, Amsterdam.DayOf(clock.GetUtcNow()));
        else
            RememberedWays.Forget(context);
    }

    public async Task<MemberRoundView> RoundAsync(string token, ReviewMember member, MemberCookie cookie, HttpContext context)
    {
        var review = await reviews.OfAsync(member.ConsultationId, context.RequestAborted);
        var today = Amsterdam.DayOf(clock.GetUtcNow());
        var definition = await walk.DefinitionAsync(member, context, review);
        var pages = walk.Of(definition);
        var seen = await visits.OfAsync(member.ConsultationId, member.Round, context.RequestAborted);
        var said = review.Round(member.Round)!.Events.Select(one => one.Page).ToHashSet(StringComparer.Ordinal);
        return new MemberRoundView
        {
            Token = token,
            Title = walk.TitleOf(definition),
            HalfWritten = await halfWritten.ListAsync(token, member, review, pages, context),
            Untried = [.. Enum.GetValues<WayOfReading>().Where(way => !seen.Ways.ContainsKey(way))],
            Unseen = [.. pages.Where(page => !seen.Pages.ContainsKey(page.Address) && !said.Contains(page.Address))],
            Preview = cookie.Preview,
            Round = review.Round(member.Round)!,
            Length = await forms.OfAsync(member.ConsultationId, review.Round(member.Round)!, context.RequestAborted),
            Review = review,
            Own = [.. review.Findings.Where(one => ConsultationReview.IsOf(one, member))],
            // Only those that somebody else had the first turn at, and what stands open from before this round.
            Others =
            [
                .. review.Findings.Where(one => one.JoinedWith is null && !ConsultationReview.IsOf(one, member)
                    && (review.MayLookAgain(one, member, today) || review.MaySayStillThere(one, member))),
            ],
            MayApprove = member.IsCouncil && review.Round(member.Round)!.Approval is null,
            IsBlocked = review.BlockingOf(member.Round).Any(),
            HasAccount = member.IsCouncil,
            Left = review.LeftBefore(member.Round).Count(),
        };
    }

    /// <summary>What was begun about that page, or nothing.</summary>
    public async Task<MemberReportView> BegunReportAsync(string token, ReviewMember member, string place, HttpContext context)
    {
        var page = await walk.KnownAsync(member, place, context);
        var begun = await halfWritten.FindAsync(member, page, context);
        return await ReportAsync(
            token,
            member,
            begun is null ? TypedReport.Nothing with { Place = page } : new TypedReport(page, begun.Words, begun.Severity, begun.Subject),
            context) with { IsBegun = begun is not null };
    }

    /// <summary>As it is reported from here.</summary>
    public static NewFinding Finding(MemberReportView view, HttpContext context)
    {
        var looked = MemberWalk.LookedAt(view.Page, context);
        return new NewFinding(looked.Page, view.Typed.Words, view.Typed.Severity!.Value, view.Typed.Subject!.Value)
        {
            Language = looked.Language,
            Settings = looked.Settings,
        };
    }

    public async Task<MemberReportView> ReportAsync(string token, ReviewMember member, TypedReport typed, HttpContext context)
    {
        var page = await walk.KnownAsync(member, typed.Place, context);
        return new MemberReportView(
            token,
            page,
            await walk.NameOfAsync(member, page, context),
            typed,
            MemberWalk.BackTo(token, page, context),
            (await reviews.OfAsync(member.ConsultationId, context.RequestAborted)).LastNumber);
    }

    /// <returns>Null when there is none that this member may see.</returns>
    public async Task<MemberFindingView?> FindingAsync(string token, ReviewMember member, int number, HttpContext context)
    {
        var review = await reviews.OfAsync(member.ConsultationId, context.RequestAborted);
        if (review.Finding(number) is not { } own)
            return null;
        var main = review.MainOf(own);
        var today = Amsterdam.DayOf(clock.GetUtcNow());
        var mayLook = review.MayLookAgain(main, member, today);
        var maySay = review.MaySayStillThere(main, member);
        if (!mayLook && !maySay && !review.JoinedWith(main).Prepend(main).Any(one => ConsultationReview.IsOf(one, member)))
            return null;
        var begun = await halfWritten.FindAsync(member, HalfWrittenPlace.OfFinding(number), context);
        return new MemberFindingView
        {
            Token = token,
            Own = own,
            Main = main,
            PageName = await walk.NameOfAsync(member, own.Report.Page, context),
            MayLook = mayLook && main.Number == own.Number,
            MaySayStillThere = maySay && main.Number == own.Number,
            // What was joined is looked at again where it is answered.
            LookAt = mayLook && main.Number != own.Number ? main.Number : null,
            MayClose = mayLook && main.Number == own.Number && today > main.LookAgainBy && member.Account is { } account
                && await CouncilRole.IsChairAsync(context, database, account),
            WalkTo = MemberCookie.Of(context, token) is null ? null : MemberWalk.BackTo(token, own.Report.Page, context),
            Changes = await ChangesAsync(own, main, context),
            Typed = begun?.Words ?? "",
            IsBegun = begun is not null,
        };
    }

    /// <summary>
    /// Of the page where this member was stuck, as it was read there: in that language and variety. What was answered together with
    /// another one may have been mended on the page of that one.
    /// </summary>
    private async Task<IReadOnlyDictionary<int, IReadOnlyList<PageChange>>> ChangesAsync(Finding own, Finding main, HttpContext context)
    {
        var changes = new Dictionary<int, IReadOnlyList<PageChange>>();
        foreach (var answer in main.Events.Where(one => one is { Step: ReviewStep.Answered, Revision: not null }))
        {
            foreach (var report in new[] { own.Report, main.Report }.DistinctBy(one => one.Number))
            {
                if (await versions.OfAsync(
                        report.ConsultationId, report.Revision!.Value, answer.Revision!.Value, context.RequestAborted) is { } two
                    && ComparePage.In(two, report.Page, own.Report.Language is { Length: > 0 } read ? read : words.Language) is { } found
                    && changes.GetValueOrDefault(answer.Number) is not { Count: > 0 })
                    changes[answer.Number] = found;
            }
        }

        return changes;
    }

    /// <summary>For a finding that is not this member's turn, or not any more.</summary>
    /// <param name="token">Of the link.</param>
    /// <param name="member">Whose.</param>
    /// <param name="number">Of the finding.</param>
    /// <param name="typed">What was just written about it: it is shown, because nobody keeps it.</param>
    /// <param name="context">Of the request.</param>
    public async Task<IResult> NotYoursAsync(string token, ReviewMember member, int number, string typed, HttpContext context)
    {
        var review = await reviews.OfAsync(member.ConsultationId, context.RequestAborted);
        if (review.Finding(number) is not { } other)
            return Results.NotFound();
        var isDone = review.StateOf(other) == FindingState.Closed;
        var why = !isDone ? "council.NotYours" : typed.Length > 0 ? "council.ChangedMeanwhile" : "council.state.Closed";
        var begun = (await halfWritten.FindAsync(member, HalfWrittenPlace.OfFinding(number), context))?.Words ?? "";
        return PageResult.Of<MemberNotYoursPage>(
            new MemberNotYoursView(token, number, words[why], typed == begun ? "" : typed, begun), StatusCodes.Status403Forbidden);
    }

    public IReadOnlyList<Problem> Missing(TypedReport typed) =>
    [
        .. PerceivedText.ShowsNothing(typed.Words) ? [new Problem(MemberEndpoints.Words, words["council.NoText"])] : Array.Empty<Problem>(),
        .. typed.Severity is null ? [new Problem(MemberEndpoints.Severity, words["council.severity.none"])] : Array.Empty<Problem>(),
        .. typed.Subject is null ? [new Problem(MemberEndpoints.Subject, words["council.subject.none"])] : Array.Empty<Problem>(),
    ];

    /// <param name="refused">By the domain.</param>
    /// <param name="isClosing">The chair closes something, which needs a reason.</param>
    public string Why(Exception refused, bool isClosing = false) => refused switch
    {
        ReviewException { Refusal: ReviewRefusal.NoText } when isClosing => words["council.again.close.NoText"],
        ReviewException { Refusal: ReviewRefusal.NoText } => words["council.NoText"],
        ReviewException { Refusal: ReviewRefusal.TextTooLong } => words["council.TextTooLong"],
        ReviewException { Refusal: ReviewRefusal.ChangedMeanwhile or ReviewRefusal.NotNow } => words["council.ChangedMeanwhile"],
        ReviewException { Refusal: ReviewRefusal.NotYours } => words["council.NotYours"],
        ReviewException { Refusal: ReviewRefusal.NotCouncil } => words["council.NotCouncil"],
        ReviewException { Refusal: ReviewRefusal.NotChair } => words["council.NotChair"],
        ReviewException { Refusal: ReviewRefusal.FindingsOpen } or LifeException { Refusal: LifeRefusal.SomebodyCannotGoOn } =>
            words["council.FindingsOpen"],
        _ => words["council.TooLate"],
    };
}
