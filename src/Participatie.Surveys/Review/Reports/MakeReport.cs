using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Reports;

/// <summary>What a visitor reports.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Page">Path of the page that it may be about; empty for none.</param>
/// <param name="Subject">The questions on that page, or the product.</param>
public sealed record NewReport(string Text, string Page, FindingSubject Subject)
{
    /// <summary>
    /// Random, and the same each time that the same form is sent: who presses twice, or whose connection breaks, has one report and one code.
    /// </summary>
    public string Form { get; init; } = "";

    public string Phone { get; init; } = "";

    public string Mail { get; init; } = "";

    public string Language { get; init; } = "";

    public string Settings { get; init; } = "";
}

/// <param name="Code">With which the reporter follows it.</param>
/// <param name="AnswerBy">The last day of the term.</param>
public sealed record MadeReport(Code Code, DateOnly AnswerBy);

/// <summary>Takes in what a visitor reports, once however often its form comes.</summary>
public sealed class MakeReport(CodeKeys keys, TimeProvider clock)
{
    /// <summary>In characters.</summary>
    public const int LongestText = ReviewRecord.LongestText;

    /// <summary>Of telephone number and mail address.</summary>
    public const int LongestContact = 254;

    public const int LongestPage = 300;

    /// <summary>More on one day is no reporting any more: staff could not read them.</summary>
    public const int MostADay = 500;

    /// <summary>Hexadecimal digits of what makes a form its own.</summary>
    public const int FormLength = 32;

    private const int DaysUntilForgotten = 365;

    /// <returns>Null when there were too many on this day.</returns>
    /// <exception cref="ReviewException">It says nothing, or too much.</exception>
    public async ValueTask<MadeReport?> MakeAsync(WriteScope scope, NewReport report)
    {
        var text = ReviewRecord.DemandText(report.Text);
        if (report.Phone.Length > LongestContact || report.Mail.Length > LongestContact || report.Page.Length > LongestPage)
        {
            throw new ReviewException(ReviewRefusal.TextTooLong);
        }

        await SiteLock.TakeAsync(scope);
        var now = clock.GetUtcNow();
        var (code, hash, before) = await CodeForAsync(scope.Context, report, text);
        if (before is not null)
        {
            return new MadeReport(code, WorkingDays.After(Amsterdam.DayOf(Moment(before.At)), VisitorReport.AnswerDays));
        }

        var since = now.AddDays(-1).ToUnixTimeMilliseconds();
        if (await scope.Context.VisitorReports.CountAsync(one => one.At > since) >= MostADay)
        {
            return null;
        }

        var today = Amsterdam.DayOf(now);
        var due = WorkingDays.After(today, VisitorReport.AnswerDays);
        scope.Context.VisitorReports.Add(new VisitorReportEntry
        {
            Number = (await scope.Context.VisitorReports.MaxAsync(one => (int?)one.Number) ?? 0) + 1,
            CodeHash = hash,
            At = now.ToUnixTimeMilliseconds(),
            Page = report.Page,
            Language = report.Language,
            Settings = report.Settings,
            Text = text,
            Phone = ReviewRecord.Fitting(report.Phone),
            Mail = ReviewRecord.Fitting(report.Mail),
            Subject = (short)report.Subject,
            State = (short)ReportState.Open,
            DueOn = due.DayNumber,
            ForgetOn = today.DayNumber + DaysUntilForgotten,
        });
        await scope.Context.SaveChangesAsync();
        return new MadeReport(code, due);
    }

    /// <summary>The code of this form, and the report that has it when the form came before.</summary>
    private async ValueTask<(Code Code, byte[] Hash, VisitorReportEntry? Before)> CodeForAsync(
        ParticipatieDb context, NewReport report, string text)
    {
        // Who changes the words and sends once more reports something else.
        var form = report.Form.Length == FormLength ? report.Form : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(FormLength / 2));
        var seed = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', form, text, report.Phone, report.Mail)));
        for (short attempt = 0;; attempt++)
        {
            var code = keys.Newest.ReportCodeOf(seed, attempt);
            var hash = keys.Newest.HashOfReport(code);
            var before = await context.VisitorReports.AsNoTracking().SingleOrDefaultAsync(one => one.CodeHash == hash);
            // Somebody else may have that code.
            if (before is null || before.Text == text)
            {
                return (code, hash, before);
            }
        }
    }

    private static DateTimeOffset Moment(long at) => DateTimeOffset.FromUnixTimeMilliseconds(at);
}
