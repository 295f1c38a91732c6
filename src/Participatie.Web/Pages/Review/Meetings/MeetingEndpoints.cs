using System.Globalization;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Summary;
using Participatie.Surveys.Reporting.Summary.Docx;
using Participatie.Surveys.Review.Meetings;
using Participatie.Surveys.Review.Members;
using Participatie.Surveys.Storage;
using Participatie.Web.Access;
using Participatie.Web.FormParts;
using Participatie.Web.Hosting;
using Participatie.Web.Pages.Review.Desk;
using Participatie.Web.Pages.Review.Members;

namespace Participatie.Web.Pages.Review.Meetings;

/// <summary>"Voor de vergadering": for staff, who write down when the council meets, and for members by their link.</summary>
internal static class MeetingEndpoints
{
    public static void AddMeetings(this IServiceCollection services) => services.AddScoped<MeetingDesk>();

    /// <param name="desk">The group of staff.</param>
    public static void MapMeetings(this IEndpointRouteBuilder desk)
    {
        var pages = desk.MapGroup("").RequireAuthorization(Staff.Administrator);
        pages.MapGet(AccessibilityDeskEndpoints.Within(Addresses.Meeting), async (HttpContext context, MeetingDesk meeting) =>
            PageResult.Of<MeetingPage>(await meeting.ViewAsync(context)));
        pages.MapPost(
            AccessibilityDeskEndpoints.Within(Addresses.Meeting),
            (HttpContext context, IFormCollection form, MeetingDesk meeting) => meeting.PostAsync(context, form));
        pages.MapGet(AccessibilityDeskEndpoints.Within(Addresses.MeetingFile), (HttpContext context, MeetingDesk meeting) =>
            meeting.FileAsync(context));
    }

    /// <param name="pages">The group of who has a link.</param>
    public static void MapMemberMeeting(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(
            Addresses.Patterns.MemberMeeting,
            async (string member, HttpContext context, MemberDesk members, MeetingDesk meeting) =>
                await members.FindAsync(member, context) is { } found && await meeting.MayReadAsync(found, context)
                    ? PageResult.Of<MemberMeetingPage>(new MemberMeetingView(member, (await meeting.ViewAsync(context)).Text))
                    : await MemberRight.GoneAsync(context));
        pages.MapGet(
            Addresses.Patterns.MemberMeetingFile,
            async (string member, HttpContext context, MemberDesk members, MeetingDesk meeting) =>
                await members.FindAsync(member, context) is { } found && await meeting.MayReadAsync(found, context)
                    ? await meeting.FileAsync(context)
                    : await MemberRight.GoneAsync(context));
    }
}

/// <summary>Makes the paper for a meeting, and keeps the days.</summary>
internal sealed class MeetingDesk(
    ReadMeetingMatters matters,
    RecordMeeting record,
    Catalogue catalogue,
    Database database,
    RunAudited run,
    InterfaceWords words,
    TimeProvider clock)
{
    /// <summary>The paper is about all consultations, so the role counts as it is now, not as it was when the link was made.</summary>
    public async Task<bool> MayReadAsync(ReviewMember member, HttpContext context) =>
        Guid.TryParse(member.Account, out var account)
        && (await CouncilRole.ListAsync(context, database)).Any(one => one.Id == account);

    public async Task<MeetingView> ViewAsync(HttpContext context)
    {
        var read = await matters.ReadAsync(context.RequestAborted);
        var paper = await matters.WithChangesAsync(
            MeetingPaper.Of(read, Amsterdam.DayOf(clock.GetUtcNow())), context.RequestAborted);
        return new MeetingView(new MeetingInWords(paper, catalogue).Write(), read.Meetings);
    }

    public async Task<IResult> FileAsync(HttpContext context)
    {
        var view = await ViewAsync(context);
        var now = clock.GetUtcNow();
        return Results.Bytes(
            WriteDocx.Of(view.Text, now),
            WriteDocx.MediaType,
            string.Create(CultureInfo.InvariantCulture, $"voor-de-vergadering-{Amsterdam.DayOf(now):yyyy-MM-dd}.docx"));
    }

    public async Task<IResult> PostAsync(HttpContext context, IFormCollection form)
    {
        if (int.TryParse(form[MeetingView.Remove], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number <= DateOnly.MaxValue.DayNumber)
        {
            var gone = DateOnly.FromDayNumber(number);
            await run.RunAsync(
                async scope =>
                {
                    await RecordMeeting.RemoveAsync(scope, gone);
                    return (true, Note(context, "vergadering weggehaald", gone));
                },
                context.RequestAborted);
            return new SeeOther(Addresses.Meeting);
        }

        var typed = DayFields.From(form, MeetingView.Day);
        var isKept = typed.Read(words.Culture) is { } day && await run.RunEachAsync<bool>(
            async scope => await record.RecordAsync(scope, day, Staff.SaidOf(context.User))
                ? (true, [Note(context, "vergadering opgeschreven", day)])
                : (false, []),
            context.RequestAborted);
        return isKept
            ? new SeeOther(Addresses.Meeting)
            : PageResult.Of<MeetingPage>(
                await ViewAsync(context) with { Typed = typed, Problems = [new Problem(MeetingView.Day, words["staff.meeting.no-day"])] },
                StatusCodes.Status422UnprocessableEntity);
    }

    private static AuditNote Note(HttpContext context, string action, DateOnly day) =>
        Doer.Of(context).Note(action, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}

/// <param name="Text">What lies before the council.</param>
/// <param name="Meetings">The newest first.</param>
public sealed record MeetingView(SummaryText Text, IReadOnlyList<DateOnly> Meetings)
{
    public const string Day = "dag";
    public const string Remove = "weg";

    public DayFields Typed { get; init; } = DayFields.Nothing;

    public IReadOnlyList<Problem> Problems { get; init; } = [];
}

/// <param name="Token">Of the link.</param>
/// <param name="Text">What lies before the council.</param>
public sealed record MemberMeetingView(string Token, SummaryText Text);
