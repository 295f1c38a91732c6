using Participatie.Surveys.Language;
using Participatie.Surveys.Review.Studies;
using Participatie.Surveys.Review.Studies.Report;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages.Review;

/// <summary>Studies that were published, each at an address of its own: to read, and for the tool of W3C.</summary>
internal static class StudyReportEndpoints
{
    private const string JsonLd = "application/ld+json";

    public static void MapStudyReports(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Addresses.Patterns.Study, Get).WithMetadata(new PageLanguages(_ => [Languages.Dutch]), new CompressedWell());
        pages.MapGet(Addresses.Patterns.StudyFile, GetFile);
    }

    public static IResult FileOf(StudyRevision revision) => Results.Bytes(
        WcagEmWriter.Write(revision.Study),
        JsonLd,
        FormattableString.Invariant($"onderzoek-{revision.Number}-versie-{revision.Revision}.json"));

    public static async Task<IResult> Get(int number, ReadStudies studies, CancellationToken cancellationToken) =>
        await studies.PublicOneAsync(number, cancellationToken) is { } found
            ? PageResult.Of<StudyReportPage>(found)
            : Results.NotFound();

    public static async Task<IResult> GetFile(int number, ReadStudies studies, CancellationToken cancellationToken) =>
        await studies.PublicOneAsync(number, cancellationToken) is { } found ? FileOf(found) : Results.NotFound();
}
