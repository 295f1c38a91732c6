using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Summary;
using Participatie.Surveys.Reporting.Summary.Docx;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Reporting;

/// <summary>The summaries that were published: the newest at one address for ever, and each at its own.</summary>
internal static class SummaryEndpoints
{
    public static void MapSummaries(this IEndpointRouteBuilder pages)
    {
        var dutch = pages.MapGroup("").WithMetadata(new PageLanguages(_ => [Languages.Dutch]), new CompressedWell());
        dutch.MapGet(Addresses.Patterns.Summary, GetNewest);
        dutch.MapGet(Addresses.Patterns.SummaryOf, Get);
        pages.MapGet(Addresses.Patterns.SummaryEasy, GetEasy)
            .WithMetadata(new PageLanguages(_ => [Languages.EasyDutch]), new CompressedWell());
        pages.MapGet(Addresses.Patterns.SummaryFile, GetFile);
    }

    public static async Task<IResult> GetNewest(
        string slug, Catalogue catalogue, ReadSummaries summaries, CancellationToken cancellationToken) =>
        PageOf(await FindAsync(slug, number: null, isEasy: false, catalogue, summaries, cancellationToken));

    public static async Task<IResult> Get(
        string slug, int number, Catalogue catalogue, ReadSummaries summaries, CancellationToken cancellationToken) =>
        PageOf(await FindAsync(slug, number, isEasy: false, catalogue, summaries, cancellationToken));

    public static async Task<IResult> GetEasy(
        string slug, int number, HttpContext context, Catalogue catalogue, ReadSummaries summaries)
    {
        VisitorLanguage.ShowIn(context, Languages.EasyDutch);
        return PageOf(await FindAsync(slug, number, isEasy: true, catalogue, summaries, context.RequestAborted));
    }

    public static async Task<IResult> GetFile(
        string slug, int number, Catalogue catalogue, ReadSummaries summaries, CancellationToken cancellationToken) =>
        await FindAsync(slug, number, isEasy: false, catalogue, summaries, cancellationToken) is { } found
            ? Results.Bytes(WriteDocx.Of(found.Summary), WriteDocx.MediaType, WriteDocx.NameOf(found.Summary.Document, number))
            : Results.NotFound();

    private static IResult PageOf(SummaryView? found) => found is null ? Results.NotFound() : PageResult.Of<SummaryPage>(found);

    /// <param name="number">As the public counts them; null: the newest.</param>
    private static async Task<SummaryView?> FindAsync(
        string slug, int? number, bool isEasy, Catalogue catalogue, ReadSummaries summaries, CancellationToken cancellationToken)
    {
        if (catalogue.Latest(slug) is not { } version)
            return null;
        var all = await summaries.ListPublicAsync(version.ConsultationId, cancellationToken);
        return all.FirstOrDefault(line => number is null || line.Public!.Number == number) is { } line
            && await summaries.ReadAsync(version.ConsultationId, line.Number, cancellationToken) is { } summary
            ? new SummaryView { Definition = version.Definition, Summary = summary, IsEasy = isEasy, All = all }
            : null;
    }
}
