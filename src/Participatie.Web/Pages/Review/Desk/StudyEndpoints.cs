using Participatie.Surveys.Definition;
using Participatie.Surveys.Review.Criteria;
using Participatie.Surveys.Review.Studies;
using Participatie.Web.FormParts;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Review.Desk;

/// <summary>A study: begun or taken from a file, filled in, looked at and published.</summary>
internal static class StudyEndpoints
{
    public static void MapStudies(this IEndpointRouteBuilder desk)
    {
        desk.MapGet(Within(Addresses.NewStudy), () => PageResult.Of<NewStudyPage>(new NewStudyView("", [])));
        desk.MapPost(Within(Addresses.NewStudy), PostNew).WithMetadata(FormLimits.Upload);
        desk.MapGet(Within(Addresses.Patterns.DeskStudy), Get);
        desk.MapPost(Within(Addresses.Patterns.DeskStudy), Post);
        desk.MapGet(Within(Addresses.Patterns.StudyDetails), GetDetails);
        desk.MapPost(Within(Addresses.Patterns.StudyDetails), PostDetails);
        desk.MapGet(Within(Addresses.Patterns.StudySample), GetSample);
        desk.MapPost(Within(Addresses.Patterns.StudySample), PostSample);
        desk.MapGet(Within(Addresses.Patterns.StudyCriterion), GetCriterion);
        desk.MapPost(Within(Addresses.Patterns.StudyCriterion), PostCriterion);
        desk.MapGet(Within(Addresses.Patterns.StudyDraft), GetDraft);
        desk.MapGet(Within(Addresses.Patterns.StudyRevisionFile), GetFile);
    }

    public static Task<IResult> PostNew(HttpContext context, IFormCollection form, StudyDesk desk) => desk.BeginAsync(context, form);

    public static async Task<IResult> Get(int number, HttpContext context, StudyDesk desk) =>
        await desk.FindAsync(number, context) is { } found
            ? PageResult.Of<StudyPage>(await desk.ViewAsync(found, context))
            : Results.NotFound();

    public static async Task<IResult> Post(int number, HttpContext context, IFormCollection form, StudyDesk desk) =>
        await desk.FindAsync(number, context) is { } found ? await desk.PublishAsync(context, form, found) : Results.NotFound();

    public static async Task<IResult> GetDetails(int number, HttpContext context, StudyDesk desk) =>
        await desk.FindAsync(number, context) is { } found
            ? PageResult.Of<StudyDetailsPage>(new StudyDetailsView(
                found, found.Study, found.Study.On is { } day ? DayFields.Of(day) : DayFields.Nothing))
            : Results.NotFound();

    public static async Task<IResult> PostDetails(int number, HttpContext context, IFormCollection form, StudyDesk desk) =>
        await desk.FindAsync(number, context) is { } found ? await desk.SaveDetailsAsync(context, form, found) : Results.NotFound();

    public static async Task<IResult> GetSample(int number, HttpContext context, StudyDesk desk) =>
        await desk.FindAsync(number, context) is { } found
            ? PageResult.Of<StudySamplePage>(new StudySampleView(found))
            : Results.NotFound();

    public static async Task<IResult> PostSample(int number, HttpContext context, IFormCollection form, StudyDesk desk) =>
        await desk.FindAsync(number, context) is { } found ? await desk.SaveSampleAsync(context, form, found) : Results.NotFound();

    public static async Task<IResult> GetCriterion(int number, string criterion, HttpContext context, StudyDesk desk) =>
        await desk.CriterionAsync(number, criterion, context) is { } view
            ? PageResult.Of<StudyCriterionPage>(view)
            : Results.NotFound();

    public static async Task<IResult> PostCriterion(
        int number, string criterion, HttpContext context, IFormCollection form, StudyDesk desk) =>
        await desk.CriterionAsync(number, criterion, context) is { } view ? await desk.JudgeAsync(context, form, view) : Results.NotFound();

    public static async Task<IResult> GetDraft(int number, HttpContext context, StudyDesk desk) =>
        await desk.FindAsync(number, context) is { } found ? PageResult.Of<StudyDraftPage>(found) : Results.NotFound();

    public static async Task<IResult> GetFile(int number, int revision, ReadStudies studies, CancellationToken cancellationToken) =>
        await studies.OneAsync(number, revision, cancellationToken) is { } found
            ? StudyReportEndpoints.FileOf(found)
            : Results.NotFound();

    private static string Within(string address) => AccessibilityDeskEndpoints.Within(address);
}

/// <param name="Title">As it was typed.</param>
/// <param name="Problems">With it, or with the file.</param>
public sealed record NewStudyView(string Title, IReadOnlyList<Problem> Problems);

/// <param name="Latest">As it stands.</param>
/// <param name="History">The newest first.</param>
/// <param name="Public">As everybody reads it; null when nobody does.</param>
/// <param name="Proposals">What others found, by W3C's short name of the criterion.</param>
public sealed record StudyView(
    StudyRevision Latest, PageOf<StudyLine> History, StudyRevision? Public, IReadOnlyDictionary<string, Proposal> Proposals)
{
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public string? Refusal { get; init; }

    /// <summary>Whether others found something about it, and nobody decided yet.</summary>
    public bool IsProposed(Criterion criterion) =>
        Proposals.ContainsKey(criterion.Id) && Latest.Study.VerdictOf(criterion.Id) == Verdict.NotTested;
}

/// <param name="Latest">As it stands.</param>
/// <param name="Typed">As the form has it.</param>
/// <param name="Day">When it was finished, as the form has it.</param>
public sealed record StudyDetailsView(StudyRevision Latest, Study Typed, DayFields Day)
{
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public string? Refusal { get; init; }
}

/// <param name="Latest">As it stands.</param>
public sealed record StudySampleView(StudyRevision Latest)
{
    public string Title { get; init; } = "";

    public string Place { get; init; } = "";

    public SampleKind? Kind { get; init; } = SampleKind.Public;

    public bool IsRandom { get; init; }

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public string? Refusal { get; init; }
}

/// <summary>One criterion in a study, on all that is studied or on one page.</summary>
public sealed record StudyCriterionView
{
    public required StudyRevision Latest { get; init; }

    public required Criterion Criterion { get; init; }

    /// <summary>Null: all that is studied.</summary>
    public required SamplePage? Page { get; init; }

    public required Verdict? Verdict { get; init; }

    public required string Explanation { get; init; }

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    public string? Refusal { get; init; }

    /// <summary>What others found; null when they found nothing.</summary>
    public required Proposal? Proposal { get; init; }

    /// <summary>Verdict and explanation are a proposal, which nobody decided.</summary>
    public required bool IsProposed { get; init; }

    /// <summary>The one after it; null after the last.</summary>
    public Criterion? Next => SuccessCriteria.All.SkipWhile(one => one != Criterion).Skip(1).FirstOrDefault();

    /// <returns>Null when there is no such criterion or page.</returns>
    internal static StudyCriterionView? Of(
        StudyRevision found,
        string number,
        HttpContext context,
        IReadOnlyDictionary<string, Proposal> proposals,
        Func<Proposal, string> explain)
    {
        var asked = context.Request.Query[StudyForm.Part].ToString();
        var page = found.Study.Sample.FirstOrDefault(one => FormattableString.Invariant($"{one.Number}") == asked);
        if (SuccessCriteria.All.FirstOrDefault(one => one.Number == number) is not { } criterion || (page is null && asked.Length > 0))
            return null;
        var judgement = found.Study.Of(criterion.Id, page?.Number);
        // Of one page of the sample nobody said anything.
        var proposal = page is null ? proposals.GetValueOrDefault(criterion.Id) : null;
        var isProposed = judgement is null && proposal is not null;
        return new StudyCriterionView
        {
            Latest = found,
            Criterion = criterion,
            Page = page,
            Verdict = isProposed ? Surveys.Review.Studies.Verdict.Failed : judgement?.Verdict,
            Explanation = isProposed ? explain(proposal!) : judgement?.Explanation ?? "",
            Proposal = proposal,
            IsProposed = isProposed,
        };
    }
}
