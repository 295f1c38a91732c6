using Participatie.Surveys.Analysis.OpenAnswers;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Reporting.Results;

/// <summary>Reads the prepared rows of a consultation and puts them into words: what it costs does not grow with the number of responses.</summary>
public sealed class ReadResultPage(Database database, Catalogue catalogue, ReadReleasedAnswers released)
{
    /// <returns>Null when nothing was published yet.</returns>
    public async Task<ResultPage?> ReadAsync(int consultationId, string language, CancellationToken cancellationToken)
    {
        var published = await ReadPublishedAsync(consultationId, cancellationToken);
        return published.Count == 0
            ? null
            : new ComposeResultPage(catalogue.VersionsOf(consultationId), language).Of(published, await released.ReadAsync(consultationId, cancellationToken));
    }

    /// <summary>The rows themselves, for open data.</summary>
    public async Task<IReadOnlyList<PublishedQuestion>> ReadPublishedAsync(int consultationId, CancellationToken cancellationToken)
    {
        var documents = await database.ReadAsync(
            "SELECT document FROM published_results WHERE consultation_id = @consultation ORDER BY position",
            row => row.GetString(0),
            cancellationToken,
            ("@consultation", consultationId));
        return documents.ConvertAll(PublishedJson.Read);
    }
}
