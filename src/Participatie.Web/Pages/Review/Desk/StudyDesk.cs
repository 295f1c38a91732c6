using System.Globalization;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.Review.Checks;
using Participatie.Surveys.Review.Criteria;
using Participatie.Surveys.Review.Studies;
using Participatie.Surveys.Review.Studies.Report;
using Participatie.Web.Access;
using Participatie.Web.FormParts;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Review.Desk;

/// <summary>What an administrator does to a study: each change is a revision with a line in the audit log.</summary>
internal sealed class StudyDesk(
    ReadStudies studies,
    ReadProposals proposals,
    SaveStudy save,
    SuggestSample suggest,
    RunAudited run,
    InterfaceWords words,
    TimeProvider clock)
{
    private const int RowsOnPage = 20;

    public Task<StudyRevision?> FindAsync(int number, HttpContext context) => studies.OneAsync(number, context.RequestAborted);

    public async Task<StudyView> ViewAsync(StudyRevision found, HttpContext context) => new(
        found,
        PageOf.Take(
            await studies.HistoryAsync(found.Number, context.RequestAborted), context.Request.Query[PageOf.Name], RowsOnPage),
        await studies.PublicOneAsync(found.Number, context.RequestAborted),
        await proposals.OfAsync(found.Study.On, context.RequestAborted));

    /// <returns>Null when there is no such study, criterion or page.</returns>
    public async Task<StudyCriterionView?> CriterionAsync(int number, string criterion, HttpContext context) =>
        await FindAsync(number, context) is { } found
            ? StudyCriterionView.Of(
                found, criterion, context, await proposals.OfAsync(found.Study.On, context.RequestAborted), Explained)
            : null;

    /// <summary>From a name, or from a file of W3C's tool.</summary>
    public async Task<IResult> BeginAsync(HttpContext context, IFormCollection form)
    {
        var title = StudyForm.Words(form, StudyForm.Name);
        var (study, problem) = form.Files.GetFile(StudyForm.File) is { Length: > 0 } file
            ? await ReadAsync(file, title, context.RequestAborted)
            : (Empty(title), null);
        if (problem is null)
            problem = StudyCheck.ForDraft(study!).FirstOrDefault();
        if (problem is not null)
        {
            var at = problem.At == nameof(Study.Title) ? StudyForm.Name : StudyForm.File;
            return PageResult.Of<NewStudyPage>(
                new NewStudyView(title, [problem with { At = at }]), StatusCodes.Status422UnprocessableEntity);
        }

        var doer = Doer.Of(context);
        var number = await run.RunAsync(
            async scope =>
            {
                var number = await save.BeginAsync(scope, study!, doer.Said);
                return (number, doer.Note("onderzoek begonnen", Subject(number)) with { After = Counts(study!) });
            },
            context.RequestAborted);
        return new SeeOther(Addresses.DeskStudy(number));
    }

    public async Task<IResult> PublishAsync(HttpContext context, IFormCollection form, StudyRevision found)
    {
        var refused = await SaveAsync(context, form, found, study => study, StudyState.Published, "onderzoek openbaar gemaakt");
        return refused is null
            ? new SeeOther(Addresses.DeskStudy(found.Number))
            : PageResult.Of<StudyPage>(
                await ViewAsync(await NowAsync(found, context), context) with
                {
                    Problems = refused.Problems,
                    Refusal = Meanwhile(refused),
                },
                StatusCodes.Status422UnprocessableEntity);
    }

    public async Task<IResult> SaveDetailsAsync(HttpContext context, IFormCollection form, StudyRevision found)
    {
        var day = DayFields.From(form, StudyForm.On);
        var typed = StudyForm.Fields.Aggregate(found.Study, (study, field) => field.Set(study, StudyForm.Words(form, field.Name))) with
        {
            On = day.Read(words.Culture),
            Kind = Enum.TryParse<StudyKind>(form[StudyForm.Kind], out var kind) && Enum.IsDefined(kind) ? kind : StudyKind.Full,
            IsOfWholeSite = form[StudyForm.Whole] == StudyForm.Yes,
        };
        var view = new StudyDetailsView(found, typed, day);
        if (!day.IsEmpty && typed.On is null)
            return Refused(view with { Problems = [new Problem(StudyForm.On, words["staff.refused.NotADay"])] });
        // The sample and the verdicts stand on other pages: as they are now.
        var refused = await SaveAsync(
            context,
            form,
            found,
            now => typed with { Sample = now.Sample, Judgements = now.Judgements },
            StudyState.Draft,
            "onderzoek gewijzigd");
        return refused is null
            ? new SeeOther(Addresses.DeskStudy(found.Number))
            : Refused(view with
            {
                Latest = await NowAsync(found, context),
                Problems = [.. refused.Problems.Select(StudyForm.AtField)],
                Refusal = Meanwhile(refused),
            });

        static IResult Refused(StudyDetailsView view) =>
            PageResult.Of<StudyDetailsPage>(view, StatusCodes.Status422UnprocessableEntity);
    }

    public async Task<IResult> SaveSampleAsync(HttpContext context, IFormCollection form, StudyRevision found)
    {
        var way = form[StudyForm.Way].ToString();
        var view = new StudySampleView(found)
        {
            Title = StudyForm.Words(form, StudyForm.Name),
            Place = StudyForm.Words(form, StudyForm.Place),
            Kind = Enum.TryParse<SampleKind>(form[StudyForm.Kind], out var kind) && Enum.IsDefined(kind) ? kind : null,
            IsRandom = form[StudyForm.Random] == StudyForm.Yes,
        };
        Func<Study, Study> change;
        if (way.StartsWith(StudyForm.Remove, StringComparison.Ordinal)
            && int.TryParse(way[StudyForm.Remove.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var page))
        {
            change = study => study.Without(page);
        }
        else if (way == StudyForm.Suggest)
        {
            var pages = suggest.For(found.Study, PublicAddress.Of(context));
            change = study => pages.Aggregate(study, (all, one) => all.WithPage(one.Title, one.Place, one.Kind, one.IsRandom));
        }
        else
        {
            var problems = ProblemsOf(view).ToList();
            if (problems.Count > 0)
                return Refused(view with { Problems = problems });
            change = study => study.WithPage(view.Title, view.Place, view.Kind!.Value, view.IsRandom);
        }

        var refused = await SaveAsync(context, form, found, change, StudyState.Draft, "steekproef gewijzigd");
        return refused is null
            ? new SeeOther(Addresses.StudySample(found.Number))
            : Refused(view with
            {
                Latest = await NowAsync(found, context),
                Problems = [.. refused.Problems.Select(problem => problem with { At = StudyForm.Name })],
                Refusal = Meanwhile(refused),
            });

        static IResult Refused(StudySampleView view) =>
            PageResult.Of<StudySamplePage>(view, StatusCodes.Status422UnprocessableEntity);
    }

    public async Task<IResult> JudgeAsync(HttpContext context, IFormCollection form, StudyCriterionView view)
    {
        var typed = view with
        {
            Verdict = Enum.TryParse<Verdict>(form[StudyForm.Verdict], out var verdict) && Enum.IsDefined(verdict) ? verdict : null,
            Explanation = StudyForm.Words(form, StudyForm.Explanation),
        };
        if (typed.Verdict is null)
            return Refused(typed with { Problems = [new Problem(StudyForm.Verdict, words["staff.verdict.choose"])] });
        if (typed.Verdict == Verdict.Failed && PerceivedText.ShowsNothing(typed.Explanation))
            return Refused(typed with { Problems = [new Problem(StudyForm.Explanation, words["staff.verdict.why"])] });
        var judgement = new Judgement(
            view.Criterion.Id, view.Page?.Number, typed.Verdict.Value, typed.Explanation, clock.GetUtcNow());
        var refused = await SaveAsync(
            context, form, view.Latest, study => study.With(judgement), StudyState.Draft, $"oordeel over {view.Criterion.Number}");
        if (refused is not null)
        {
            return Refused(typed with
            {
                Latest = await NowAsync(view.Latest, context),
                Problems = [.. refused.Problems.Select(problem => problem with { At = StudyForm.Explanation })],
                Refusal = Meanwhile(refused),
            });
        }

        return new SeeOther(view switch
        {
            { Page: not null } => Addresses.StudyCriterion(view.Latest.Number, view.Criterion.Number),
            { Next: { } next } => Addresses.StudyCriterion(view.Latest.Number, next.Number),
            _ => Addresses.DeskStudy(view.Latest.Number),
        });

        static IResult Refused(StudyCriterionView view) =>
            PageResult.Of<StudyCriterionPage>(view, StatusCodes.Status422UnprocessableEntity);
    }

    /// <returns>Null when it was done.</returns>
    private async Task<StudyException?> SaveAsync(
        HttpContext context, IFormCollection form, StudyRevision found, Func<Study, Study> change, StudyState state, string action)
    {
        // As the form saw it: what a colleague wrote since is not written over.
        var seen = int.TryParse(form[StudyForm.Seen], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var study = change(found.Study);
        var doer = Doer.Of(context);
        try
        {
            await run.RunAsync(
                async scope =>
                {
                    await save.SaveAsync(scope, found with { Revision = seen }, study, state, doer.Said);
                    return (true, doer.Note(action, Subject(found.Number)) with { Before = Counts(found.Study), After = Counts(study) });
                },
                context.RequestAborted);
            return null;
        }
        catch (StudyException refused)
        {
            return refused;
        }
    }

    /// <summary>For everybody, so without the words of whoever was hindered.</summary>
    private string Explained(Proposal proposal) => string.Join(
        '\n',
        [
            .. proposal.Findings.Select(one => words.Format("staff.proposal.text.finding", one.Slug + one.Page)),
            .. proposal.Checks.Select(one => $"{(CheckRules.Find(one.Rule) is { } rule
                ? words.Format("staff.proposal.text.check", rule.What, rule.Whom, string.Join(", ", one.Pages.Select(page => one.Slug + page)))
                : words.Format("staff.proposal.text.unknown", one.Rule))} {VersionInWords(one.Version, words)}"),
        ]);

    /// <summary>Of which version a computer looked, and when.</summary>
    public static string VersionInWords(CheckedVersion version, InterfaceWords words) => words.Format(
        version.IsPublished ? "staff.proposal.version" : "staff.proposal.revision", version.Number, words.Day(version.On));

    private async Task<StudyRevision> NowAsync(StudyRevision found, HttpContext context) =>
        (await studies.OneAsync(found.Number, context.RequestAborted))!;

    private string? Meanwhile(StudyException refused) =>
        refused.Refusal == StudyRefusal.ChangedMeanwhile ? words["staff.study.meanwhile"] : null;

    private async Task<(Study? Study, Problem? Problem)> ReadAsync(IFormFile file, string title, CancellationToken cancellationToken)
    {
        if (file.Length > WcagEmReader.MostBytes)
            return (null, Wrong(WcagEmFault.TooLarge));
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancellationToken);
        var reading = WcagEmReader.Read(bytes.ToArray(), clock.GetUtcNow());
        return reading.Fault is { } fault ? (null, Wrong(fault))
            : (title.Length > 0 ? reading.Study! with { Title = title } : reading.Study, null);

        Problem Wrong(WcagEmFault fault) => new(StudyForm.File, words.Format($"staff.study.file.{fault}", WcagEmReader.MostBytes / 1024 / 1024));
    }

    private IEnumerable<Problem> ProblemsOf(StudySampleView view)
    {
        if (PerceivedText.ShowsNothing(view.Title))
            yield return new Problem(StudyForm.Name, words["staff.study.sample.name.wrong"]);
        if (PerceivedText.ShowsNothing(view.Place))
            yield return new Problem(StudyForm.Place, words["staff.study.sample.place.wrong"]);
        if (view.Kind is null)
            yield return new Problem(StudyForm.Kind, words["staff.study.sample.kind.wrong"]);
    }

    /// <summary>With what is the same in every study of this site.</summary>
    private Study Empty(string title) => new()
    {
        Title = title,
        Client = words["frame.organisation"],
        Norm = words["staff.study.usual.norm"],
        Version = "1.0",
        Method = words["staff.study.usual.method"],
        Site = words["frame.name"],
        Scope = words["staff.study.usual.scope"],
        Technologies = "HTML\nCSS\nJavaScript\nSVG\nWAI-ARIA",
        Functionality = words["staff.study.usual.functionality"],
        PageTypes = words["staff.study.usual.pagetypes"],
        Requirements = words["staff.study.usual.requirements"],
    };

    private static string Subject(int number) => string.Create(CultureInfo.InvariantCulture, $"toegankelijkheid/{number}");

    private static string Counts(Study study) => string.Create(
        CultureInfo.InvariantCulture, $"{study.Score} van {SuccessCriteria.OfLaw.Count}, {study.Sample.Count} pagina's");
}
