using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Analysis.OpenAnswers;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Reports;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;
using Participatie.Web.Access;
using Participatie.Web.FormParts;
using Participatie.Web.Hosting;
using Participatie.Web.Pages.Review.Desk.Council;

namespace Participatie.Web.Pages.Review.Desk.Reports;

/// <summary>
/// What visitors report: a list, and one with its answer. Each look is in the audit log: there may be something about a person in it.
/// </summary>
internal sealed class ReportsDesk(
    Database database,
    ReadReports reports,
    AnswerReport answer,
    SetReportAside aside,
    Catalogue catalogue,
    RunAudited run,
    AuditLog audit,
    InterfaceWords words,
    TimeProvider clock)
{
    private const int RowsOnPage = 20;

    /// <param name="slug">Of the consultation that they are about; null for all.</param>
    /// <param name="context">Of the request.</param>
    /// <returns>Null when there is no such consultation.</returns>
    public async Task<ReportsView?> ListAsync(string? slug, HttpContext context)
    {
        if (slug is not null && catalogue.Lives.All(life => life.Slug != slug))
            return null;
        var search = PageOf.SearchIn(context);
        var shown = TypedFinding.EnumOf<ReportsShown>(context.Request.Query[ReportsView.Shown]) ?? ReportsShown.Waiting;
        await using var db = database.NewContext();
        var rows = await PageOf.TakeAsync(
            ReadReports.Matching(db, search, shown, slug is null ? null : Addresses.Consultation(slug)),
            context.Request.Query[PageOf.Name],
            RowsOnPage,
            context.RequestAborted);
        await audit.WriteAsync(
            Doer.Of(context).Note("meldingen bekeken", Subject(slug)) with
            {
                After = string.Create(CultureInfo.InvariantCulture, $"{rows.Rows.Count} meldingen"),
            },
            context.RequestAborted);
        return new ReportsView(rows, search, shown, Amsterdam.DayOf(clock.GetUtcNow())) { Slug = slug };
    }

    /// <returns>Null when there is no such report, or it is not about that consultation.</returns>
    public async Task<DeskReportView?> OneAsync(int number, string? slug, HttpContext context)
    {
        if (slug is not null)
        {
            await using var db = database.NewContext();
            if (!await ReadReports.Matching(db, "", ReportsShown.All, Addresses.Consultation(slug))
                .AnyAsync(one => one.Number == number, context.RequestAborted))
                return null;
        }

        return await reports.OneAsync(number, context.RequestAborted) is { } report
            ? new DeskReportView(report, report.Words.Any(words => FindPersonalData.In(words).Count > 0)) { Slug = slug }
            : null;
    }

    public async Task<IResult> ShowAsync(DeskReportView view, HttpContext context)
    {
        await audit.WriteAsync(
            Doer.Of(context).Note("melding bekeken", Subject(view.Slug)) with
            {
                After = view.Report.Number.ToString(CultureInfo.InvariantCulture),
            },
            context.RequestAborted);
        return PageResult.Of<DeskReportPage>(
            view, view.Refused.IsNothing ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    public async Task<IResult> PostAsync(DeskReportView view, IFormCollection form, HttpContext context)
    {
        var typed = TypedAnswer.From(form);
        var subject = TypedFinding.EnumOf<FindingSubject>(form[CouncilForm.Subject]);
        var way = form[CouncilForm.Way].ToString();
        var isAnswer = way is not (DeskReportView.Aside or DeskReportView.TakeUp);
        var refused = isAnswer ? Missing(typed) : Refused.Nothing;
        if (refused.IsNothing)
        {
            try
            {
                var number = view.Report.Number;
                var request = new ReportRequest(number, CouncilForm.Number(form, CouncilForm.Seen), Staff.SaidOf(context.User));
                await run.RunAsync(
                    async scope =>
                    {
                        await (isAnswer
                            ? answer.AnswerAsync(
                                scope,
                                request,
                                new FindingAnswer(typed.Kind!.Value, typed.Words, typed.Easy) { Day = typed.Day.Read(words.Culture) },
                                subject ?? view.Report.Subject)
                            : aside.SetAsync(scope, request, isReport: way == DeskReportView.TakeUp));
                        return (number, Doer.Of(context).Note(ActionOf(way), Subject(view.Slug)) with
                        {
                            After = number.ToString(CultureInfo.InvariantCulture),
                        });
                    },
                    context.RequestAborted);
                return new SeeOther(view.Address);
            }
            catch (ReviewException why)
            {
                refused = Because(why);
            }
        }

        var now = (await OneAsync(view.Report.Number, view.Slug, context))!;
        return await ShowAsync(now with { Typed = typed, Subject = subject, Refused = refused }, context);
    }

    private Refused Missing(TypedAnswer typed) => new(
    [
        .. At(typed.Kind is null, CouncilForm.Kind, "staff.council.answer.none"),
        .. At(typed.Kind == AnswerKind.Later && typed.Day.Read(words.Culture) is null, CouncilForm.Day, "staff.council.NoDay"),
        .. At(PerceivedText.ShowsNothing(typed.Words), CouncilForm.Words, "staff.council.NoText"),
        .. At(PerceivedText.ShowsNothing(typed.Easy), CouncilForm.Easy, "staff.council.NoText"),
    ]);

    private Refused Because(ReviewException refused) => refused.Refusal switch
    {
        ReviewRefusal.NoDay => new(At(true, CouncilForm.Day, "staff.council.NoDay")),
        ReviewRefusal.TextTooLong => new(At(true, CouncilForm.Words, "staff.council.TextTooLong")),
        ReviewRefusal.NotNow => new([]) { Why = words["staff.reports.not-now"] },
        var other => new([]) { Why = words[$"staff.council.{other}"] },
    };

    private Problem[] At(bool isMissing, string field, string key) => isMissing ? [new Problem(field, words[key])] : [];

    /// <summary>As other lines of the log about that consultation; of all: "melding".</summary>
    private static string Subject(string? slug) => slug is null ? "melding" : $"{slug}/melding";

    private static string ActionOf(string way) => way switch
    {
        DeskReportView.Aside => "geen melding",
        DeskReportView.TakeUp => "toch een melding",
        _ => "melding beantwoord",
    };
}

/// <param name="Rows">Of this page.</param>
/// <param name="Search">What was searched.</param>
/// <param name="Which">Of which the list is.</param>
/// <param name="Today">By which something is late.</param>
public sealed record ReportsView(PageOf<VisitorReportEntry> Rows, string Search, ReportsShown Which, DateOnly Today)
{
    public const string Shown = "toon";

    /// <summary>Of the consultation that they are about; null for all.</summary>
    public string? Slug { get; init; }

    public string Address => Slug is null ? Addresses.DeskReports : Addresses.ConsultationReports(Slug);

    public string PageAt(int page) => $"{PageOf.AddressOf(Address, Search, page)}&{Shown}={Which}";

    public string AddressOf(int number) => Slug is null ? Addresses.DeskReport(number) : Addresses.ConsultationReport(Slug, number);
}

/// <param name="Report">With all that was done about it.</param>
/// <param name="MayNamePeople">Something in the words looks like an address or a number of a person.</param>
public sealed record DeskReportView(VisitorReport Report, bool MayNamePeople)
{
    public const string Aside = "geen-melding";
    public const string TakeUp = "toch-melding";

    /// <summary>Of the consultation whose author looks; null for an administrator's list of all.</summary>
    public string? Slug { get; init; }

    public string List => Slug is null ? Addresses.DeskReports : Addresses.ConsultationReports(Slug);

    public string Address =>
        Slug is null ? Addresses.DeskReport(Report.Number) : Addresses.ConsultationReport(Slug, Report.Number);

    public TypedAnswer Typed { get; init; } = TypedAnswer.Nothing;

    /// <summary>As it was chosen; null for as it stands.</summary>
    public FindingSubject? Subject { get; init; }

    public Refused Refused { get; init; } = Refused.Nothing;
}
