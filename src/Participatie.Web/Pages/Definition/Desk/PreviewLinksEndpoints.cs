using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Definition.Previews;
using Participatie.Surveys.Language;
using Participatie.Surveys.Storage;
using Participatie.Web.Access;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Definition.Desk;

/// <summary>Links to share a revision before residents see it: makes one, lists those that work, ends one.</summary>
internal static class PreviewLinksEndpoints
{
    public const string Revision = "werkversie";
    public const string Days = "dagen";
    public const string End = "stop";

    public static void MapPreviewLinks(this IEndpointRouteBuilder desk)
    {
        var address = Addresses.Patterns.DeskPreview[Addresses.Desk.Length..];
        desk.MapGet(address, Get).RequireAuthorization(Staff.OnConsultation);
        desk.MapPost(address, Post).RequireAuthorization(Staff.OnConsultation);
    }

    public static async Task<IResult> Get(
        HttpContext context, string slug, Database database, WorkingCopies copies, PreviewLinks links) =>
        await FindAsync(context, slug, context.Request.Query[Revision], database, copies) is { } copy
            ? PageResult.Of<PreviewLinksPage>(await ViewAsync(context, slug, copy, copies, links))
            : Results.NotFound();

    public static async Task<IResult> Post(
        HttpContext context,
        string slug,
        IFormCollection form,
        Database database,
        RunAudited run,
        WorkingCopies copies,
        PreviewLinks links,
        InterfaceWords words)
    {
        if (await FindAsync(context, slug, form[Revision], database, copies) is not { } copy)
        {
            return Results.NotFound();
        }

        if (form[End].ToString() is { Length: > 0 } named)
        {
            await EndAsync(context, slug, copy.ConsultationId, named, run);
            return new SeeOther($"{Addresses.DeskPreview(slug)}#{PreviewLinksView.List}");
        }

        if (!int.TryParse(form[Days], NumberStyles.None, CultureInfo.InvariantCulture, out var days) || !PreviewLinks.Days.Contains(days))
        {
            var view = await ViewAsync(context, slug, copy, copies, links);
            return PageResult.Of<PreviewLinksPage>(
                view with { Problems = [new Problem(Days, words["staff.links.days.wrong"])] }, StatusCodes.Status422UnprocessableEntity);
        }

        var token = await MakeAsync(context, slug, copy, days, run, links);
        // Shown in the answer to the POST itself: only its hash is stored, and nobody can ask for it again.
        var made = await ViewAsync(context, slug, copy, copies, links);
        return PageResult.Of<PreviewLinksPage>(made with { Made = PublicAddress.Of(context) + Addresses.Consultation(token) });
    }

    private static Task<string> MakeAsync(
        HttpContext context, string slug, WorkingCopyEntry copy, int days, RunAudited run, PreviewLinks links) => run.RunAsync(
        async scope => (
            await links.MakeAsync(scope, copy.ConsultationId, copy.Revision, days, Staff.SaidOf(context.User)),
            NoteOf(context, "voorbeeldlink gemaakt", slug) with
            {
                After = string.Create(CultureInfo.InvariantCulture, $"werkversie {copy.Revision}, {days} dagen"),
            }),
        context.RequestAborted);

    private static async Task EndAsync(HttpContext context, string slug, int consultationId, string named, RunAudited run)
    {
        if (named.Length % 2 != 0 || !named.All(char.IsAsciiHexDigitLower))
        {
            return;
        }

        var hash = Convert.FromHexString(named);
        var note = NoteOf(context, "voorbeeldlink gestopt", slug);
        await run.RunEachAsync(
            // A second press, or a link that ended by itself: nothing changed.
            async scope => await PreviewLinks.EndAsync(scope, consultationId, hash) is { } revision
                ? (true, [note with { Before = string.Create(CultureInfo.InvariantCulture, $"werkversie {revision}") }])
                : (false, (IReadOnlyList<AuditNote>)[]),
            context.RequestAborted);
    }

    private static AuditNote NoteOf(HttpContext context, string action, string slug) =>
        Doer.Of(context).Note(action, slug);

    /// <returns>The revision that is asked for, otherwise the newest; null when there is no such consultation.</returns>
    private static async Task<WorkingCopyEntry?> FindAsync(
        HttpContext context, string slug, string? asked, Database database, WorkingCopies copies)
    {
        await using var db = database.NewContext();
        var id = await db.Consultations.Where(entry => entry.Slug == slug).Select(entry => (int?)entry.Id)
            .SingleOrDefaultAsync(context.RequestAborted);
        if (id is not { } consultationId)
        {
            return null;
        }

        return int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            ? await copies.OneAsync(consultationId, revision, context.RequestAborted)
            : await copies.NewestAsync(consultationId, context.RequestAborted);
    }

    private static async Task<PreviewLinksView> ViewAsync(
        HttpContext context, string slug, WorkingCopyEntry copy, WorkingCopies copies, PreviewLinks links)
    {
        var (definition, problems) = DefinitionReader.Read(Encoding.UTF8.GetBytes(copy.Document));
        return new PreviewLinksView
        {
            Slug = slug,
            Title = definition?.Title.Dutch ?? slug,
            Copy = new WorkingCopyLine(copy.Revision, DateTimeOffset.FromUnixTimeMilliseconds(copy.SavedAt), copy.SavedBy),
            Stopping = problems.Count,
            Others =
            [
                .. (await copies.ListAsync(copy.ConsultationId, context.RequestAborted))
                    .Where(other => other.Revision != copy.Revision).Take(PreviewLinksView.MostOthers),
            ],
            Links = await links.ListAsync(copy.ConsultationId, context.RequestAborted),
        };
    }
}

/// <summary>What can be shared of a consultation, and with which links it is.</summary>
public sealed record PreviewLinksView
{
    /// <summary>The id of the list.</summary>
    public const string List = "links";

    /// <summary>Older ones are found in the list of revisions.</summary>
    public const int MostOthers = 5;

    public required string Slug { get; init; }

    public required string Title { get; init; }

    /// <summary>The revision that a new link shows.</summary>
    public required WorkingCopyLine Copy { get; init; }

    /// <summary>So many problems stop the preview of it.</summary>
    public required int Stopping { get; init; }

    public required IReadOnlyList<WorkingCopyLine> Others { get; init; }

    public required IReadOnlyList<PreviewLink> Links { get; init; }

    /// <summary>The link that was made just now.</summary>
    public string? Made { get; init; }

    public IReadOnlyList<Problem> Problems { get; init; } = [];
}
