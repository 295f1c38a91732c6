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
using Participatie.Web.Pages.Definition.Desk.Comparing;

namespace Participatie.Web.Pages.Review.Desk.Council;

/// <summary>Loads what the desk's pages about the council show, and runs what they ask for.</summary>
internal sealed class CouncilDesk(
    Catalogue catalogue,
    WorkingCopies copies,
    ReadReviews reviews,
    ReadVisits visits,
    ReadTwoVersions versions,
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
            Since = await ChangeAsync(finding, found.RevisionNumber, context.RequestAborted),
            Solved = finding.Answer?.Revision is { } solved ? await ChangeAsync(finding, solved, context.RequestAborted) : null,
        };
    }

    /// <summary>
    /// Whether what is called solved shows on the page where somebody was hindered, in a version that is there. Staff may send it all the
    /// same when nothing shows: they may have changed something that no text says.
    /// </summary>
    /// <param name="view">Of the finding.</param>
    /// <param name="typed">The answer.</param>
    /// <param name="context">Of the request.</param>
    public async Task<Refused> DoubtAsync(FindingView view, TypedAnswer typed, HttpContext context)
    {
        var report = view.Finding.Report;
        if (typed.Kind != AnswerKind.Solved || view.Finding.Subject != FindingSubject.Questions
            || CouncilForm.Number(typed.Version) is not (> 0 and var version))
            return Refused.Nothing;
        if (version > view.Newest)
            return new([new Problem(CouncilForm.Version, words.Format("staff.council.no-version-yet", version, view.Newest))]);
        if (typed.IsAnyway
            || await versions.OfAsync(report.ConsultationId, report.Revision!.Value, version, context.RequestAborted) is not { } two
            || ComparePage.Of(two, report.Page) is not { } differences)
            return Refused.Nothing;
        if (differences.Count == 0)
            return Doubt(words.Format(Unchanged(report), two.From, two.To));
        return report.Language.Length > 0 && ComparePage.In(two, report.Page, report.Language) is { Count: 0 }
            ? Doubt(words.Format(
                "staff.council.unchanged.language", two.From, two.To, InterfaceWords.For(report.Language)["language.name"]))
            : Refused.Nothing;

        Refused Doubt(string said) => new([new Problem(CouncilForm.Version, said)]) { AsksAnyway = true };
    }

    /// <summary>The key of what is said when a version says the same where somebody was hindered.</summary>
    public static string Unchanged(ReviewEvent report) =>
        report.Page.Length == 0 ? "staff.council.unchanged.all" : "staff.council.unchanged";

    private async Task<Comparison?> ChangeAsync(Finding finding, int revision, CancellationToken cancellationToken)
    {
        var report = finding.Report;
        if (await versions.OfAsync(report.ConsultationId, report.Revision!.Value, revision, cancellationToken) is not { } two)
            return null;
        return ComparePage.Of(two, report.Page) is { } differences
            ? Comparison.Of(two.Before, two.After, differences, words)
            : Comparison.Of(two.Before, two.After, words);
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
    private async Task<IReadOnlyList<RoundPlace>> PagesAsync(int consultationId, int revision, CancellationToken cancellationToken)
    {
        var copy = await copies.OneAsync(consultationId, revision, cancellationToken);
        var (definition, _) = DefinitionReader.Read(Encoding.UTF8.GetBytes(copy?.Document ?? ""));
        return
        [
            new RoundPlace("/", words["staff.council.page.start"]),
            .. (definition?.Questions ?? []).Select(question => new RoundPlace(
                Addresses.Question("", question.Id)[Addresses.Consultation("").Length..], question.Text.Dutch)),
            new RoundPlace(Addresses.Patterns.Behind(Addresses.Patterns.Check), words["staff.council.page.check"]),
        ];
    }
}

/// <summary>A page that a member can look at.</summary>
/// <param name="Address">Behind the link of the preview.</param>
/// <param name="Name">The question, or what else it is.</param>
public sealed record RoundPlace(string Address, string Name);

/// <summary>Why a form was not taken.</summary>
/// <param name="Problems">At its fields.</param>
public sealed record Refused(IReadOnlyList<Problem> Problems)
{
    public static Refused Nothing { get; } = new([]);

    /// <summary>Where it is about no field.</summary>
    public string? Why { get; init; }

    /// <summary>Whoever sends it once more, and says so, is taken at their word.</summary>
    public bool AsksAnyway { get; init; }

    public bool IsNothing => Problems.Count == 0 && Why is null;
}

public sealed record RoundsView
{
    public required ConsultationLife Life { get; init; }

    public required string Title { get; init; }

    public required int Revision { get; init; }

    public required ConsultationReview Review { get; init; }

    public required bool CanAsk { get; init; }

    /// <summary>How long a round of it may be, and why.</summary>
    public required RoundLength Length { get; init; }

    public required string Search { get; init; }

    public required PageOf<Finding> Findings { get; init; }

    public required TypedRound Typed { get; init; }

    public Refused Refused { get; init; } = Refused.Nothing;
}

public sealed record RoundView
{
    public required ConsultationLife Life { get; init; }

    public required string Title { get; init; }

    public required ConsultationReview Review { get; init; }

    public required ReviewRound Round { get; init; }

    /// <summary>How long it is, and why.</summary>
    public required RoundLength Length { get; init; }

    public required VisitsOfRound Visits { get; init; }

    public required IReadOnlyList<ReviewMember> Members { get; init; }

    public required IReadOnlyList<RoundPlace> Pages { get; init; }

    /// <summary>Nobody looked in time, and nothing blocks.</summary>
    public required bool CanGoOn { get; init; }

    public required bool MayWrite { get; init; }

    /// <summary>Who is of the council now, and can be invited.</summary>
    public required IReadOnlyList<CouncilAccount> Council { get; init; }

    public string Said { get; init; } = "";

    public TypedInvitee Invited { get; init; } = TypedInvitee.Nothing;

    public MadeLink? Made { get; init; }

    public Refused Refused { get; init; } = Refused.Nothing;
}

public sealed record WriteDownView
{
    public required ConsultationLife Life { get; init; }

    public required ReviewRound Round { get; init; }

    public required IReadOnlyList<ReviewMember> Members { get; init; }

    public required IReadOnlyList<RoundPlace> Pages { get; init; }

    public TypedFinding Typed { get; init; } = TypedFinding.Nothing;

    public Refused Refused { get; init; } = Refused.Nothing;
}

public sealed record FindingView
{
    public required ConsultationLife Life { get; init; }

    public required ConsultationReview Review { get; init; }

    public required Finding Finding { get; init; }

    public required IReadOnlyList<RoundPlace> Pages { get; init; }

    public required bool MayWrite { get; init; }

    /// <summary>The last version that there is.</summary>
    public required int Newest { get; init; }

    /// <summary>What that says otherwise on the page of the finding; null while there is none after it.</summary>
    public required Comparison? Since { get; init; }

    /// <summary>The same of the version in which staff say now that it is solved; null when they do not.</summary>
    public required Comparison? Solved { get; init; }

    public TypedAnswer Typed { get; init; } = TypedAnswer.Nothing;

    public Refused Refused { get; init; } = Refused.Nothing;
}
