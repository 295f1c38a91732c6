using System.Globalization;
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

/// <summary>What visitors report, for administrators: a list, and one with its answer.</summary>
internal sealed class ReportsDesk(
    Database database,
    ReadReports reports,
    AnswerReport answer,
    SetReportAside aside,
    RunAudited run,
    InterfaceWords words,
    TimeProvider clock)
{
    private const int RowsOnPage = 20;

    public async Task<ReportsView> ListAsync(HttpContext context)
    {
        var search = PageOf.SearchIn(context);
        var shown = TypedFinding.EnumOf<ReportsShown>(context.Request.Query[ReportsView.Shown]) ?? ReportsShown.Waiting;
        await using var db = database.NewContext();
        return new ReportsView(
            await PageOf.TakeAsync(
                ReadReports.Matching(db, search, shown), context.Request.Query[PageOf.Name], RowsOnPage, context.RequestAborted),
            search,
            shown,
            Amsterdam.DayOf(clock.GetUtcNow()));
    }

    /// <returns>Null when there is no such report.</returns>
    public async Task<DeskReportView?> OneAsync(int number, HttpContext context) =>
        await reports.OneAsync(number, context.RequestAborted) is { } report
            ? new DeskReportView(report, FindPersonalData.In(report.Entry.Text).Count > 0)
            : null;

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
                        return (number, Doer.Of(context).Note(ActionOf(way), "melding") with
                        {
                            After = number.ToString(CultureInfo.InvariantCulture),
                        });
                    },
                    context.RequestAborted);
                return new SeeOther(Addresses.DeskReport(number));
            }
            catch (ReviewException why)
            {
                refused = Because(why);
            }
        }

        var now = (await OneAsync(view.Report.Number, context))!;
        return PageResult.Of<DeskReportPage>(
            now with { Typed = typed, Subject = subject, Refused = refused }, StatusCodes.Status422UnprocessableEntity);
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

    public string PageAt(int page) => $"{PageOf.AddressOf(Addresses.DeskReports, Search, page)}&{Shown}={Which}";
}

/// <param name="Report">With all that was done about it.</param>
/// <param name="MayNamePeople">Something in the words looks like an address or a number of a person.</param>
public sealed record DeskReportView(VisitorReport Report, bool MayNamePeople)
{
    public const string Aside = "geen-melding";
    public const string TakeUp = "toch-melding";

    public TypedAnswer Typed { get; init; } = TypedAnswer.Nothing;

    /// <summary>As it was chosen; null for as it stands.</summary>
    public FindingSubject? Subject { get; init; }

    public Refused Refused { get; init; } = Refused.Nothing;
}
