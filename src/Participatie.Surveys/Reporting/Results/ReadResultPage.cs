using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.OpenAnswers;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Reporting.Results;

/// <summary>
/// Reads the prepared rows of a consultation and puts them into words: what it costs does not grow with the number of responses.
/// </summary>
public sealed class ReadResultPage(Database database, Catalogue catalogue, ReadReleasedAnswers released)
{
    /// <param name="consultationId">Whose results.</param>
    /// <param name="language">Of the reader.</param>
    /// <param name="whose">The population that the page is about; null: the first that is large enough.</param>
    /// <param name="cancellationToken">The reader left.</param>
    /// <returns>Null when nothing was published yet.</returns>
    public async Task<ResultPage?> ReadAsync(int consultationId, string language, Population? whose, CancellationToken cancellationToken)
    {
        var published = await ReadPublishedAsync(consultationId, cancellationToken);
        return published.Count == 0
            ? null
            : new ComposeResultPage(catalogue.VersionsOf(consultationId), language).Of(
                published, await released.ReadAsync(consultationId, cancellationToken), whose);
    }

    /// <summary>Whether a result page has numbers to show.</summary>
    public async Task<bool> HasNumbersAsync(int consultationId, CancellationToken cancellationToken) =>
        (await ReadPublishedAsync(consultationId, cancellationToken))
            .Any(row => row.Key == ResponsesTally.Responses && HasNumbers(row));

    /// <param name="arrivals">The prepared row that tells how many responded.</param>
    internal static bool HasNumbers(string arrivals) => HasNumbers(PublishedJson.Read(arrivals));

    /// <summary>When something on it changed last; null when nothing was published yet.</summary>
    public async Task<DateTimeOffset?> LastChangeAsync(int consultationId, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await context.PublishedResults.Where(row => row.ConsultationId == consultationId)
            .MaxAsync(row => (long?)row.PublishedAt, cancellationToken) is { } last
            ? DateTimeOffset.FromUnixTimeMilliseconds(last)
            : null;
    }

    /// <summary>The rows themselves, for open data.</summary>
    public async Task<IReadOnlyList<PublishedQuestion>> ReadPublishedAsync(int consultationId, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        var documents = await context.PublishedResults.Where(row => row.ConsultationId == consultationId)
            .OrderBy(row => row.Position).Select(row => row.Document).ToListAsync(cancellationToken);
        return documents.ConvertAll(PublishedJson.Read);
    }

    /// <summary>How many codes were made for letters; none any more after the day until which they are kept.</summary>
    public async Task<long> LettersAsync(int consultationId, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await context.Invitations.LongCountAsync(code => code.ConsultationId == consultationId, cancellationToken);
    }

    private static bool HasNumbers(PublishedQuestion arrivals) => arrivals.Populations.Any(population => population.Seen is not null);
}
