using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Definition;

namespace Participatie.Tests.Analysis;

/// <summary>Publishes everything that was counted: as a look while it is open, or as the last word.</summary>
internal sealed class GivenPublication(params IReadOnlyList<Consultation> definitions)
{
    public IReadOnlyList<PublishedVersion> Versions { get; } =
    [
        .. definitions.Index().Select(version => GivenVersion.Of(version.Item, version.Index + 1))
    ];

    public IReadOnlyList<PublishedRow> Rows { get; private set; } = [];

    public IReadOnlyList<PublishedQuestion> Questions => [.. Rows.Select(row => PublishedJson.Read(row.Document))];

    public void Publish(ConsultationTally tally, bool closed = false) => Publish([.. GivenTally.Rows(1, tally)], closed);

    public void Publish(IReadOnlyList<TallyRow> counts, bool closed = false) => Rows = Publication.Of(new PublicationInput
    {
        Versions = Versions,
        Counts = counts,
        Sizes = counts.Where(row => row.Question == "$responses").GroupBy(row => row.Population, row => CountsText.Seen(row.Counts))
            .ToDictionary(sizes => sizes.Key, sizes => sizes.Sum()),
        Sequence = 1,
        Final = closed,
    });

    public PublishedPopulation Of(string key, Population population = Population.Open) =>
        Questions.Single(question => question.Key == key).Populations.Single(part => part.Population == population);

    public bool Has(string key) => Rows.Any(row => row.Key == key);
}
