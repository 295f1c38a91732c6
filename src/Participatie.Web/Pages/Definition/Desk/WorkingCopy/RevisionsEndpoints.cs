using System.Globalization;
using System.Text;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Language;
using Participatie.Web.Pages.Definition.Desk.Comparing;

namespace Participatie.Web.Pages.Definition.Desk.WorkingCopy;

/// <summary>What was saved of the questions, by whom and when; each as a file, and any two side by side.</summary>
internal static class RevisionsEndpoints
{
    private const int RowsOnPage = 20;

    public static async Task<IResult> Get(string slug, HttpContext context, Catalogue catalogue, WorkingCopies copies) =>
        await DeskConsultation.FindAsync(slug, catalogue, copies, context.RequestAborted) is { } found
            ? PageResult.Of<RevisionsPage>(new RevisionsView(
                slug,
                found.Title,
                PageOf.Take(
                    await copies.ListAsync(found.Life.ConsultationId, context.RequestAborted),
                    context.Request.Query[PageOf.Name],
                    RowsOnPage),
                [.. found.Versions.Reverse().Select(version => (version.Number, version.PublishedAt))]))
            : Results.NotFound();

    public static async Task<IResult> GetFile(
        string slug, int revision, HttpContext context, Catalogue catalogue, WorkingCopies copies) =>
        await DeskConsultation.FindAsync(slug, catalogue, copies, context.RequestAborted) is { } found
            && await copies.OneAsync(found.Life.ConsultationId, revision, context.RequestAborted) is { } copy
                ? Results.Bytes(
                    Encoding.UTF8.GetBytes(copy.Document),
                    "application/json; charset=utf-8",
                    string.Create(CultureInfo.InvariantCulture, $"{slug}-revisie-{revision}.json"))
                : Results.NotFound();

    public static async Task<IResult> Compare(
        string slug, HttpContext context, Catalogue catalogue, WorkingCopies copies, InterfaceWords words)
    {
        if (await DeskConsultation.FindAsync(slug, catalogue, copies, context.RequestAborted) is not { } found)
            return Results.NotFound();
        var query = context.Request.Query;
        var (from, to) = (query[ComparedDocument.From].ToString(), query[ComparedDocument.To].ToString());
        var (before, after) = (
            await ComparedDocument.FindAsync(found, from, copies, words, context.RequestAborted),
            await ComparedDocument.FindAsync(found, to, copies, words, context.RequestAborted));
        IReadOnlyList<Problem> wrong =
        [
            .. before is null ? [new Problem(ComparedDocument.From, words["staff.compare.unknown"])] : Array.Empty<Problem>(),
            .. after is null ? [new Problem(ComparedDocument.To, words["staff.compare.unknown"])] : Array.Empty<Problem>(),
        ];
        return PageResult.Of<ComparisonPage>(
            new ComparisonView(slug, found.Title, from, to)
            {
                FromName = before?.Name ?? "",
                ToName = after?.Name ?? "",
                Comparison = before is null || after is null ? null : Comparison.Of(before.Text, after.Text, words),
                Wrong = wrong,
            },
            wrong.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }
}

/// <param name="Slug">Of the consultation.</param>
/// <param name="Title">Of the consultation.</param>
/// <param name="Revisions">The newest first.</param>
/// <param name="Versions">That residents answered, the newest first.</param>
public sealed record RevisionsView(
    string Slug, string Title, PageOf<WorkingCopyLine> Revisions, IReadOnlyList<(int Number, DateTimeOffset At)> Versions);
