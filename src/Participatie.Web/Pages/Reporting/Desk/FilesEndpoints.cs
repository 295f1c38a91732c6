using System.Security.Claims;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Export;
using Participatie.Surveys.Reporting.Export.Formats;
using Participatie.Web.Access;

namespace Participatie.Web.Pages.Reporting.Desk;

/// <summary>Staff take the answers with them as a file.</summary>
internal static class FilesEndpoints
{
    public static void AddFiles(this IServiceCollection services) => services.AddSingleton<ExportPlaces>().AddScoped<FilesDesk>();

    /// <param name="desk">The group of staff.</param>
    public static void MapFiles(this IEndpointRouteBuilder desk)
    {
        var address = Addresses.Patterns.Files[Addresses.Desk.Length..];
        // Rows are for analysts: the page offers each person what they may have, and takes no other wish.
        desk.MapGet(address, Get).RequireAuthorization(Staff.OnConsultation);
        desk.MapPost(address, Post).RequireAuthorization(Staff.OnConsultation);
    }

    public static IResult Get(string slug, HttpContext context, FilesDesk files) =>
        files.ViewOf(slug, context.User) is { } view ? PageResult.Of<FilesPage>(view) : Results.NotFound();

    public static async Task<IResult> Post(string slug, HttpContext context, IFormCollection form, FilesDesk files) =>
        files.ViewOf(slug, context.User) is { } view
            ? await files.MakeAsync(view with { Typed = FilesForm.Of(form) }, context)
            : Results.NotFound();
}

/// <summary>Shows the page, and begins a file.</summary>
internal sealed class FilesDesk(
    Catalogue catalogue,
    PrepareExport prepare,
    ExportPlaces places,
    StillMay stillMay,
    AuditExport audit,
    InterfaceWords words,
    TimeProvider clock,
    ILogger<SentFile> log)
{
    /// <summary>A right that ends while a file is made ends the file within this time.</summary>
    private static readonly TimeSpan AskedAgain = TimeSpan.FromSeconds(1);

    /// <returns>Null when there is no such consultation.</returns>
    public FilesView? ViewOf(string slug, ClaimsPrincipal person) => catalogue.Latest(slug) is { } latest
        ? new FilesView
        {
            Latest = latest,
            Versions = [.. catalogue.VersionsOf(latest.ConsultationId).Select(version => version.Number)],
            Formats = [.. ExportFormats.All.Where(format => MayHave(format, person, slug))],
        }
        : null;

    public async Task<IResult> MakeAsync(FilesView view, HttpContext context)
    {
        var doer = Doer.Of(context);
        if (view.Typed.Read(view.Slug, view.Formats, doer.Said, words, out var problems) is not { } request)
            return Refused(view with { Problems = problems });
        if (places.TryTake() is not { } place)
            return Refused(view with { Refusal = words["staff.files.Busy"] }, StatusCodes.Status503ServiceUnavailable);
        try
        {
            var rows = new ExportRows();
            var source = await prepare.PrepareAsync(request, AfterRange(context, request, rows), context.RequestAborted);
            if (source is not null)
            {
                var file = new SentFile(source, place, rows, doer.Network, audit, log);
                place = null;
                return file;
            }

            return Results.NotFound();
        }
        catch (ResponsesDeletedException)
        {
            return Refused(view with { Refusal = words["staff.files.Deleted"] });
        }
        catch (NoResultsException)
        {
            return Refused(view with { Refusal = words["staff.files.NoResults"] });
        }
        finally
        {
            place?.Dispose();
        }
    }

    private Func<long, CancellationToken, ValueTask> AfterRange(HttpContext context, ExportRequest request, ExportRows rows)
    {
        var asked = clock.GetUtcNow();
        return async (written, stop) =>
        {
            rows.Written = written;
            var now = clock.GetUtcNow();
            if (now - asked < AskedAgain)
                return;
            asked = now;
            if (!await stillMay.AskAsync(context, person => MayHave(request.Format, person, request.Slug), stop))
                throw new RightEndedException();
        };
    }

    /// <summary>Answers of persons are for analysts.</summary>
    private static bool MayHave(ExportFormat format, ClaimsPrincipal person, string slug) =>
        format.HasRows ? Staff.IsAnalystOf(person, slug) : Staff.MaySee(person, slug);

    private static IResult Refused(FilesView view, int status = StatusCodes.Status422UnprocessableEntity) =>
        PageResult.Of<FilesPage>(view, status);
}
