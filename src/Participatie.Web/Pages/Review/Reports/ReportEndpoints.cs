using Participatie.Surveys.Analysis.OpenAnswers;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.Review.Reports;
using Participatie.Surveys.Storage;
using Participatie.Web.Frame;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Review.Reports;

/// <summary>
/// Everybody may report what does not work, without an account, and follow it by a code. The code stands in no address: what shows it is the
/// answer to a POST, and the same form sent once more is the same report with the same code.
/// </summary>
internal static class ReportEndpoints
{
    public static void AddReports(this IServiceCollection services) => services.AddSingleton<ReportLimit>().AddScoped<FollowReport>();

    /// <param name="pages">The group of who may see it: everybody.</param>
    public static void MapReports(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Addresses.Report, (HttpRequest request) =>
            PageResult.Of<ReportPage>(new VisitorReportView(TypedVisitorReport.From(request))));
        pages.MapPost(Addresses.Report, PostAsync).WithMetadata(new SameOriginOnly(), new NeverKept(), new NeverCompressed());
        var follow = pages.MapGroup("").WithMetadata(new NeverKept(), new NeverCompressed());
        follow.MapGet(Addresses.ReportFollow, () => PageResult.Of<ReportCodePage>(new ReportCodeView("", [])));
        follow.MapPost(Addresses.ReportFollow, FollowAsync).RequireRateLimiting(RateLimits.CodeEntry);
    }

    private static async Task<IResult> PostAsync(
        HttpContext context,
        IFormCollection form,
        MakeReport make,
        GroupedWriter writer,
        ReportLimit limit,
        InterfaceWords words,
        ReadingSettings reading)
    {
        var typed = TypedVisitorReport.From(form);
        var problems = ProblemsOf(typed, mayBeEmpty: false, words);
        if (problems.Count > 0)
            return Refused(new VisitorReportView(typed) { Problems = problems }, StatusCodes.Status422UnprocessableEntity);
        if (!typed.IsAnyway && FindPersonalData.In(typed.Words).Count > 0)
            return Refused(
                new VisitorReportView(typed) { Problems = [At(TypedVisitorReport.WordsField, words["report.personal"])], AsksAnyway = true },
                StatusCodes.Status422UnprocessableEntity);
        if (limit.ProblemOf(context, words) is { } tooMuch)
            return Refused(new VisitorReportView(typed) { Problems = [tooMuch] }, StatusCodes.Status429TooManyRequests);

        var made = await writer.WriteAsync(
            scope => make.MakeAsync(scope, new NewReport(typed.Words, typed.Page, ReportedPage.SubjectOf(typed.Page))
            {
                Form = typed.Form,
                Phone = typed.Phone,
                Mail = typed.Mail,
                Language = words.Language,
                Settings = reading.IsDefault ? "" : reading.ToString(),
            }),
            context.RequestAborted);
        return made is not null
            ? PageResult.Of<ReportMadePage>(made)
            : Refused(
                new VisitorReportView(typed) { Problems = [At(TypedVisitorReport.WordsField, words["report.full"])] },
                StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<IResult> FollowAsync(
        HttpContext context, IFormCollection form, ReadReports reports, TypedCodes codes, FollowReport follow, InterfaceWords words)
    {
        var typed = form[ReportCodeView.Field].ToString();
        var tried = await codes.LookUpAsync(context, typed, words, code => reports.ByCodeAsync(code, context.RequestAborted));
        return tried.Found is { } report
            ? await follow.AnswerAsync(context, report, typed, form)
            : PageResult.Of<ReportCodePage>(
                new ReportCodeView(typed, [tried.ProblemAt(ReportCodeView.Field, words["receipt.unknown"])]), tried.Status);
    }

    /// <summary>What is wrong with what a visitor filled in, of a report and of what is said more about it alike.</summary>
    /// <param name="typed">As it was typed.</param>
    /// <param name="mayBeEmpty">A button says enough.</param>
    /// <param name="words">Of the page.</param>
    internal static List<Problem> ProblemsOf(TypedVisitorReport typed, bool mayBeEmpty, InterfaceWords words)
    {
        var problems = new List<Problem>();
        if (!mayBeEmpty && PerceivedText.ShowsNothing(typed.Words))
            problems.Add(At(TypedVisitorReport.WordsField, words["report.empty"]));
        else if (PerceivedText.IsLongerThan(typed.Words, MakeReport.LongestText) || PerceivedText.IsTooHeavy(typed.Words))
            problems.Add(At(TypedVisitorReport.WordsField, words.Format("report.long", MakeReport.LongestText)));
        if (typed.Phone.Length > MakeReport.LongestContact)
            problems.Add(At(TypedVisitorReport.PhoneField, words["report.contact.long"]));
        if (typed.Mail.Length > MakeReport.LongestContact)
            problems.Add(At(TypedVisitorReport.MailField, words["report.contact.long"]));
        if (typed.Trap.Length > 0)
            problems.Add(At(TypedVisitorReport.TrapField, words["report.trap.filled"]));
        return problems;
    }

    private static Problem At(string field, string message) => new(field, message);

    private static IResult Refused(VisitorReportView view, int status) => PageResult.Of<ReportPage>(view, status);
}

/// <param name="Typed">As it was typed.</param>
/// <param name="Problems">Why it opened nothing.</param>
public sealed record ReportCodeView(string Typed, IReadOnlyList<Problem> Problems)
{
    public const string Field = "code";
}

