using System.Globalization;
using System.Text;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Comparing;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Language;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Members;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;
using Participatie.Web.Access;
using Participatie.Web.Pages.Definition.Desk;
using Participatie.Web.Pages.Review.Members;

namespace Participatie.Web.Pages.Review.Desk.Council;

/// <summary>Loads what the desk's pages about the council show, and runs what they ask for.</summary>
internal sealed class CouncilDesk(
    Catalogue catalogue,
    WorkingCopies copies,
    ReadReviews reviews,
    ReadVisits visits,
    FindingChanges changes,
    SignedOffForms forms,
    FindMember members,
    Database database,
    RunAudited run,
    InterfaceWords words,
    TimeProvider clock)
{
    private const int RowsOnPage = 20;

    /// <returns>Null when there is no such consultation.</returns>
    public async Task<RoundsView?> RoundsAsync(string slug, HttpContext context)
    {
        if (await DeskConsultation.FindAsync(slug, catalogue, copies, context.RequestAborted) is not { } found)
            return null;
        var review = await reviews.OfAsync(found.Life.ConsultationId, context.RequestAborted);
        var search = PageOf.SearchIn(context);
        var canAsk = WantsRound(found) && review.Rounds.All(round => round.Revision != found.RevisionNumber)
            && Staff.IsAuthorOf(context.User, slug);
        var length = RoundLength.For(canAsk ? await forms.NewInAsync(found.Document, context.RequestAborted) : null);
        return new RoundsView
        {
            Life = found.Life,
            Title = found.Title,
            Revision = found.RevisionNumber,
            Review = review,
            CanAsk = canAsk,
            Length = length,
            Typed = TypedRound.Nothing with { Days = length.Days.ToString(CultureInfo.InvariantCulture) },
            Search = search,
            Findings = PageOf.Take(
                [.. review.Findings.Reverse().Where(one => one.Report.Text.Contains(search, StringComparison.CurrentCultureIgnoreCase))],
                context.Request.Query[PageOf.Name],
                RowsOnPage),
        };
    }

    /// <returns>Null when there is no such round.</returns>
    public async Task<RoundView?> RoundAsync(string slug, int number, HttpContext context)
    {
        if (await DeskConsultation.FindAsync(slug, catalogue, copies, context.RequestAborted) is not { } found)
            return null;
        var review = await reviews.OfAsync(found.Life.ConsultationId, context.RequestAborted);
        if (review.Round(number) is not { } round)
            return null;
        return new RoundView
        {
            Life = found.Life,
            Title = found.Title,
            Review = review,
            Round = round,
            Length = await forms.OfAsync(found.Life.ConsultationId, round, context.RequestAborted),
            Visits = await visits.OfAsync(found.Life.ConsultationId, number, context.RequestAborted),
            Members = await members.ListAsync(found.Life.ConsultationId, number, context.RequestAborted),
            Pages = await PagesAsync(found.Life.ConsultationId, round.Revision, context.RequestAborted),
            CanGoOn = round.IsMissed(Amsterdam.DayOf(clock.GetUtcNow())) && !review.BlockingOf(number).Any()
                && found.Life.State == LifeState.InReview && found.RevisionNumber == round.Revision,
            MayWrite = Staff.IsAuthorOf(context.User, slug),
            Council = await CouncilRole.ListAsync(context, database),
        };
    }

    /// <returns>Null when there is no such round.</returns>
    public async Task<WriteDownView?> WriteDownAsync(string slug, int number, HttpContext context) =>
        await RoundAsync(slug, number, context) is { } round
            ? new WriteDownView { Life = round.Life, Round = round.Round, Members = round.Members, Pages = round.Pages }
            : null;

    /// <returns>Null when there is no such finding.</returns>
    public async Task<FindingView?> FindingAsync(string slug, int number, HttpContext context)
    {
        if (await DeskConsultation.FindAsync(slug, catalogue, copies, context.RequestAborted) is not { } found)
            return null;
        var review = await reviews.OfAsync(found.Life.ConsultationId, context.RequestAborted);
        if (review.Finding(number) is not { } finding)
            return null;
        return new FindingView
        {
            Life = found.Life,
            Review = review,
            Finding = finding,
            Pages = await PagesAsync(found.Life.ConsultationId, finding.Report.Revision!.Value, context.RequestAborted),
            MayWrite = Staff.IsAuthorOf(context.User, slug),
            Newest = found.RevisionNumber,
            Since = await changes.OfAsync(finding, found.RevisionNumber, context.RequestAborted),
            Solved = finding.Answer?.Revision is { } solved ? await changes.OfAsync(finding, solved, context.RequestAborted) : null,
        };
    }

    /// <param name="context">Of who does it.</param>
    /// <param name="slug">Of the consultation.</param>
    /// <param name="action">For the audit log.</param>
    /// <param name="work">What is done.</param>
    /// <param name="said">What came of it, for the audit log: never what a member wrote. Its number, when nothing else is said.</param>
    public Task<T> RunAsync<T>(
        HttpContext context, string slug, string action, Func<WriteScope, ValueTask<T>> work, Func<T, string>? said = null) => run.RunAsync(
        async scope =>
        {
            var done = await work(scope);
            var after = said?.Invoke(done) ?? string.Create(CultureInfo.InvariantCulture, $"{done}");
            return (done, Doer.Of(context).Note(action, slug) with { After = after });
        },
        context.RequestAborted);

    public static StepRequest Request(HttpContext context, ConsultationLife life) =>
        new() { ConsultationId = life.ConsultationId, Who = Staff.SaidOf(context.User), Seen = life.LastNumber };

    public FindingAnswer Read(TypedAnswer typed) => new(typed.Kind!.Value, typed.Words, typed.Easy)
    {
        Revision = typed.Version.Length == 0 ? null : CouncilForm.Number(typed.Version),
        Day = typed.Day.Read(words.Culture),
    };

    public Refused Missing(TypedFinding typed) => new(
    [
        .. At(PerceivedText.ShowsNothing(typed.Words), CouncilForm.Words, "staff.council.NoText"),
        .. At(typed.Severity is null, CouncilForm.Severity, "staff.council.severity.none"),
        .. At(typed.Subject is null, CouncilForm.Subject, "staff.council.subject.none"),
    ]);

    public Refused Missing(TypedAnswer typed, string way) => way switch
    {
        CouncilForm.Join or CouncilForm.Apart or CouncilForm.Unclassify => Refused.Nothing,
        CouncilForm.Classify => new(
        [
            .. At(TypedAnswer.CriterionOf(typed.Criterion) is null, CouncilForm.Criterion, "staff.statement.fault.criterion.wrong"),
        ]),
        _ => new(
        [
            .. At(typed.Kind is null, CouncilForm.Kind, "staff.council.answer.none"),
            .. At(PerceivedText.ShowsNothing(typed.Words), CouncilForm.Words, "staff.council.NoText"),
            .. At(PerceivedText.ShowsNothing(typed.Easy), CouncilForm.Easy, "staff.council.NoText"),
            .. At(typed.Kind == AnswerKind.Later && typed.Day.Read(words.Culture) is null, CouncilForm.Day, "staff.council.NoDay"),
        ]),
    };

    /// <summary>Why the domain did not take it, at the field that it is about or for the whole form.</summary>
    /// <param name="refused">A refusal of the council's rounds or of the life.</param>
    /// <param name="text">The field of the words.</param>
    public Refused Because(Exception refused, string text) => refused switch
    {
        ReviewException { Refusal: ReviewRefusal.NoText } => new([new Problem(text, words["staff.council.NoText"])]),
        ReviewException { Refusal: ReviewRefusal.TextTooLong } => new([new Problem(text, words["staff.council.TextTooLong"])]),
        ReviewException { Refusal: ReviewRefusal.NoConsent } => new([new Problem(CouncilForm.Consent, words["staff.council.NoConsent"])]),
        ReviewException { Refusal: ReviewRefusal.NoDay } => new([new Problem(CouncilForm.Day, words["staff.council.NoDay"])]),
        ReviewException { Refusal: ReviewRefusal.NoVersion } => new([new Problem(CouncilForm.Version, words["staff.council.NoVersion"])]),
        ReviewException { Refusal: ReviewRefusal.Unknown } => new([new Problem(text, words["staff.council.Unknown"])]),
        ReviewException { Refusal: var other } => new([]) { Why = words[$"staff.council.{other}"] },
        LifeException { Refusal: var other } => new([]) { Why = words[$"staff.refused.{other}"] },
        _ => throw new ArgumentOutOfRangeException(nameof(refused), refused, "No refusal."),
    };

    /// <summary>Of what is open, only a correction that changes more than words.</summary>
    private static bool WantsRound(DeskConsultation found) => AskRound.IsThereFor(found.Life, found.RevisionNumber)
        && (found.Life.State == LifeState.InReview || found is not { Latest.Definition: { } open }
            || DefinitionReader.Read(Encoding.UTF8.GetBytes(found.Document)).Definition is not { } next || !TextsOnly.Differ(open, next));

    private Problem[] At(bool isMissing, string field, string key) => isMissing ? [new Problem(field, words[key])] : [];

    /// <summary>What a member can walk through, in the order of the walk.</summary>
    private async Task<IReadOnlyList<MemberPage>> PagesAsync(int consultationId, int revision, CancellationToken cancellationToken)
    {
        var copy = await copies.OneAsync(consultationId, revision, cancellationToken);
        var (definition, _) = DefinitionReader.Read(Encoding.UTF8.GetBytes(copy?.Document ?? ""));
        return MemberWalk.Of(definition, words, "staff.council.page.start", "staff.council.page.check");
    }
}
