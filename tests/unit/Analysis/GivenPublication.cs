using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Definition;

namespace Participatie.Tests.Analysis;

/// <summary>Publishes again and again, as the worker does, and keeps what was published.</summary>
internal sealed class GivenPublication(Consultation definition)
{
    private readonly Dictionary<string, PublishedRow> _rows = new(StringComparer.Ordinal);

    public IReadOnlyList<PublishedRow> Rows => [.. _rows.Values.OrderBy(row => row.Position)];

    /// <returns>How many rows are new or different.</returns>
    public int Publish(ConsultationTally tally, bool closed = false)
    {
        var changed = Publication.Next(new PublicationInput
        {
            Versions = [GivenVersion.Of(definition)],
            Tallies = [.. GivenTally.Rows(1, tally)],
            Previous = Rows,
            Closed = closed,
        });
        foreach (var row in changed)
        {
            _rows[row.Key] = row;
        }

        return changed.Count;
    }

    public PublishedPopulation Of(string key, Population population = Population.Open) =>
        PublishedJson.Read(_rows[key].Document).Populations.Single(part => part.Population == population);
}
