using System.Globalization;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Summary;
using Participatie.Surveys.Reporting.Summary.Docx;
using Participatie.Web.Access;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Reporting.Desk;

/// <summary>Staff make a summary in one press, and in the next one take it with them or publish it.</summary>
internal static class DeskSummaryEndpoints
{
    public static void AddSummaries(this IServiceCollection services) => services.AddScoped<SummaryDesk>();

    /// <param name="desk">The group of staff.</param>
    public static void MapDeskSummaries(this IEndpointRouteBuilder desk)
    {
        desk.MapGet(Within(Addresses.Patterns.DeskSummaries), GetAll).RequireAuthorization(Staff.OnConsultation);
        desk.MapPost(Within(Addresses.Patterns.DeskSummaries), Make).RequireAuthorization(Staff.OnConsultation);
        desk.MapGet(Within(Addresses.Patterns.DeskSummary), Get).RequireAuthorization(Staff.OnConsultation);
        desk.MapPost(Within(Addresses.Patterns.DeskSummary), Publish).RequireAuthorization(Staff.Author);
        desk.MapGet(Within(Addresses.Patterns.DeskSummaryFile), GetFile).RequireAuthorization(Staff.OnConsultation);

        static string Within(string address) => address[Addresses.Desk.Length..];
    }

    public static async Task<IResult> GetAll(string slug, HttpContext context, SummaryDesk desk) =>
        await desk.ListAsync(slug, context) is { } view ? PageResult.Of<DeskSummariesPage>(view) : Results.NotFound();

    public static async Task<IResult> Make(string slug, HttpContext context, SummaryDesk desk) =>
        await desk.ListAsync(slug, context) is { } view ? await desk.MakeAsync(view, context) : Results.NotFound();

    public static async Task<IResult> Get(string slug, int number, HttpContext context, SummaryDesk desk) =>
        await desk.FindAsync(slug, number, context) is { } view ? PageResult.Of<DeskSummaryPage>(view) : Results.NotFound();

    public static async Task<IResult> Publish(string slug, int number, HttpContext context, IFormCollection form, SummaryDesk desk) =>
        await desk.FindAsync(slug, number, context) is { } view ? await desk.PublishAsync(view, form, context) : Results.NotFound();

    public static async Task<IResult> GetFile(string slug, int number, HttpContext context, SummaryDesk desk) =>
        await desk.FindAsync(slug, number, context) is { } view
            ? Results.Bytes(WriteDocx.Of(view.Summary), WriteDocx.MediaType, WriteDocx.NameOf(view.Summary.Document, number))
            : Results.NotFound();
}

/// <summary>Shows, makes and publishes summaries.</summary>
internal sealed class SummaryDesk(
    Catalogue catalogue, MakeSummary make, PublishSummary publish, ReadSummaries summaries, RunAudited run, InterfaceWords words)
{
    /// <returns>Null when there is no such consultation, or residents do not know it yet.</returns>
    public async Task<DeskSummariesView?> ListAsync(string slug, HttpContext context)
    {
        await catalogue.RefreshAsync(context.RequestAborted);
        return catalogue.Latest(slug) is { } latest
            ? new DeskSummariesView
            {
                Latest = latest,
                Made = await summaries.ListAsync(latest.ConsultationId, context.RequestAborted),
            }
            : null;
    }

    /// <returns>Null when there is none.</returns>
    public async Task<DeskSummaryView?> FindAsync(string slug, int number, HttpContext context)
    {
        await catalogue.RefreshAsync(context.RequestAborted);
        if (catalogue.Latest(slug) is not { } latest
            || await summaries.ReadAsync(latest.ConsultationId, number, context.RequestAborted) is not { } summary)
            return null;
        return new DeskSummaryView
        {
            Latest = latest,
            Summary = summary,
            Public = (await summaries.ListPublicAsync(latest.ConsultationId, context.RequestAborted)).Count,
            MayPublish = Staff.IsAuthorOf(context.User, slug),
        };
    }

    public async Task<IResult> MakeAsync(DeskSummariesView view, HttpContext context)
    {
        try
        {
            var document = await make.ComposeAsync(view.Latest, context.RequestAborted);
            var doer = Doer.Of(context);
            var number = await run.RunAsync(
                async scope =>
                {
                    var number = await make.KeepAsync(scope, view.Latest.ConsultationId, document, doer.Said);
                    return (number, doer.Note("samenvatting gemaakt", $"{view.Slug}/{Said(number)}"));
                },
                context.RequestAborted);
            return new SeeOther(Addresses.DeskSummary(view.Slug, number));
        }
        catch (SummaryException refused)
        {
            return PageResult.Of<DeskSummariesPage>(
                view with { Refusal = InWords(refused.Refusal, view.Latest), Arrivals = refused.Arrivals },
                StatusCodes.Status422UnprocessableEntity);
        }
    }

    public async Task<IResult> PublishAsync(DeskSummaryView view, IFormCollection form, HttpContext context)
    {
        var note = form[SummaryForm.Note].ToString().ReplaceLineEndings("\n");
        var seen = int.TryParse(form[SummaryForm.Seen], NumberStyles.None, CultureInfo.InvariantCulture, out var typed) ? typed : -1;
        var (doer, number) = (Doer.Of(context), view.Summary.Line.Number);
        try
        {
            await run.RunAsync(
                async scope =>
                {
                    var shown = await publish.PublishAsync(
                        scope,
                        new PublishSummaryRequest
                        {
                            ConsultationId = view.Latest.ConsultationId,
                            Number = number,
                            Seen = seen,
                            Note = note,
                            Who = doer.Said,
                        });
                    return (shown, doer.Note("samenvatting openbaar gemaakt", $"{view.Slug}/{Said(number)}") with
                    {
                        After = string.Create(CultureInfo.InvariantCulture, $"openbaar {shown}; {view.Summary.Hash}"),
                    });
                },
                context.RequestAborted);
            return new SeeOther(Addresses.DeskSummary(view.Slug, number));
        }
        catch (SummaryException refused)
        {
            // As it stands now, not as it stood when this request began.
            var now = (await FindAsync(view.Slug, number, context))! with { Note = note };
            return PageResult.Of<DeskSummaryPage>(
                refused.Refusal is SummaryRefusal.NoNote or SummaryRefusal.NoteTooLong
                    ? now with { Problems = [new Problem(SummaryForm.Note, InWords(refused.Refusal, view.Latest))] }
                    : now with { Refusal = InWords(refused.Refusal, view.Latest) },
                StatusCodes.Status422UnprocessableEntity);
        }
    }

    private string InWords(SummaryRefusal refusal, PublishedVersion latest) => refusal switch
    {
        SummaryRefusal.NotBeforeClosing => words.Format("staff.summary.NotBeforeClosing", words.Day(catalogue.ClosesOn(latest))),
        SummaryRefusal.NoteTooLong => words.Format("staff.summary.NoteTooLong", PublishSummaryRequest.LongestNote),
        _ => words[$"staff.summary.{refusal}"],
    };

    private static string Said(int number) => number.ToString(CultureInfo.InvariantCulture);
}
