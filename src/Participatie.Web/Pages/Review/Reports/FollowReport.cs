using Participatie.Surveys.Analysis.OpenAnswers;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.Review.Reports;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Review.Reports;

/// <summary>
/// Shows what became of a report to who has its code, and takes in what that person says more, within the limits of a first report. Each
/// answer is the page itself: the code stands in no address.
/// </summary>
internal sealed class FollowReport(
    ReadReports reports, ReplyToReport reply, GroupedWriter writer, ReportLimit limit, InterfaceWords words, TimeProvider clock)
{
    /// <param name="context">Of the request.</param>
    /// <param name="report">Whose code it is.</param>
    /// <param name="code">As it was typed.</param>
    /// <param name="form">With the code alone, or with what is said more.</param>
    public async Task<IResult> AnswerAsync(HttpContext context, VisitorReport report, string code, IFormCollection form)
    {
        var view = Of(report, code);
        var way = form[ReportFoundView.Way].ToString();
        if (way.Length == 0)
            return PageResult.Of<ReportFoundPage>(view);
        var isStillThere = way == ReportFoundView.StillThere;
        view = view with { Typed = TypedVisitorReport.From(form) };
        if (ReportEndpoints.ProblemsOf(view.Typed, mayBeEmpty: isStillThere, words) is { Count: > 0 } problems)
            return Refused(view with { Problems = problems }, StatusCodes.Status422UnprocessableEntity);
        if (!view.Typed.IsAnyway && FindPersonalData.In(view.Typed.Words).Count > 0)
            return Refused(
                view with { Problems = [At(words["report.personal"])], AsksAnyway = true }, StatusCodes.Status422UnprocessableEntity);
        if (limit.ProblemOf(context, words) is { } tooMuch)
            return Refused(view with { Problems = [tooMuch] }, StatusCodes.Status429TooManyRequests);
        try
        {
            var due = await writer.WriteAsync(
                scope => reply.ReplyAsync(scope, new ReportReply(report.Number, view.Typed.Words, isStillThere)), context.RequestAborted);
            if (due is null)
                return Refused(view with { Problems = [At(words["report.most"])] }, StatusCodes.Status503ServiceUnavailable);
        }
        catch (ReviewException refused) when (refused.Refusal == ReviewRefusal.NotNow)
        {
            // Staff did something meanwhile: the page says what, with the words still in it.
            return Refused(
                Of((await reports.OneAsync(report.Number, context.RequestAborted))!, code) with
                {
                    Typed = view.Typed,
                    Problems = [At(words["report.changed"])],
                },
                StatusCodes.Status409Conflict);
        }

        return PageResult.Of<ReportFoundPage>(
            Of((await reports.OneAsync(report.Number, context.RequestAborted))!, code) with { IsTaken = true });
    }

    private ReportFoundView Of(VisitorReport report, string code) =>
        new(report, code, report.IsLate(Amsterdam.DayOf(clock.GetUtcNow())));

    private static Problem At(string message) => new(TypedVisitorReport.WordsField, message);

    private static IResult Refused(ReportFoundView view, int status) => PageResult.Of<ReportFoundPage>(view, status);
}

/// <param name="Report">Whose code was typed.</param>
/// <param name="Code">As it was typed: the form has it, since no address does.</param>
/// <param name="IsLate">The answer should have been there.</param>
public sealed record ReportFoundView(VisitorReport Report, string Code, bool IsLate)
{
    public const string Way = "doe";
    public const string More = "meer";
    public const string StillThere = "niet-opgelost";

    public TypedVisitorReport Typed { get; init; } = TypedVisitorReport.Nothing;

    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>The words may say something about a person: the form asks whether they stay so.</summary>
    public bool AsksAnyway { get; init; }

    /// <summary>What was said more was just taken in.</summary>
    public bool IsTaken { get; init; }
}
