using Participatie.Surveys.Analysis.Tallies;

namespace Participatie.Surveys.Analysis.Publishing;

/// <summary>
/// What is public of one population: its size, and from ten on its opinions; after closing also what is about its people.
/// </summary>
internal static class PopulationPublication
{
    /// <returns>By the question's key.</returns>
    public static IReadOnlyDictionary<string, PublishedPopulation> Of(
        Population population, IReadOnlyList<MergedQuestion> questions, PublicationInput input)
    {
        var counts = MergedCounts.Of(input.Versions, questions, input.Counts.Where(row => row.Population == population));
        var part = new PublishedPopulation { Population = population, Sequence = input.Sequence, Final = input.Final };
        if (Suppression.IsSmall(counts.Total))
        {
            return new Dictionary<string, PublishedPopulation>(StringComparer.Ordinal)
            {
                [ResponsesTally.Responses] = part with { Size = input.Sizes.GetValueOrDefault(population) },
            };
        }

        var tables = questions.Where(question => (input.Final || !question.IsPersonal) && counts.IsComplete(question.Key))
            .ToDictionary(
                question => question.Key,
                question => QuestionTable.Of(question, counts[question.Key], counts.Total),
                StringComparer.Ordinal);
        PersonalConditions.Hide(tables);
        var published = tables.ToDictionary(table => table.Key, table => table.Value.ToPublished(part), StringComparer.Ordinal);
        if (input.Final)
        {
            foreach (var splits
                in PopulationBreakdowns.Of(input.Versions, tables, counts.Total).ToLookup(split => split.Key, split => split.Split))
            {
                published[splits.Key] = published[splits.Key] with { Breakdowns = [.. splits] };
            }
        }

        published[ResponsesTally.Responses] = Arrivals(part with { Size = counts.Total, Seen = counts.Total }, counts.Responses);
        return published;
    }

    /// <summary>Which way people came says something about them, so it waits for the end, and a way that few took is hidden.</summary>
    private static PublishedPopulation Arrivals(PublishedPopulation part, QuestionCounts responses)
    {
        var table = new PublicTable(responses, []);
        return part.Final && Suppression.Hidden(table, notShown: 0) is { } hidden
            ? part with { Cells = [.. table.All.Select(cell => new PublishedCell(cell, hidden.Contains(cell) ? null : table.Value(cell)))] }
            : part;
    }
}
