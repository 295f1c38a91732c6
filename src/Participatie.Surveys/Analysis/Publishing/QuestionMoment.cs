using Participatie.Surveys.Analysis.Tallies;

namespace Participatie.Surveys.Analysis.Publishing;

/// <summary>What is (or would be) public of one question in one population: the counts of a moment and which of them are hidden.</summary>
internal sealed record QuestionMoment(PublicTable Table, long Responses, IReadOnlySet<string>? Hidden, int Sequence, string Counts)
{
    public static readonly IReadOnlySet<string> NothingHidden = new HashSet<string>(StringComparer.Ordinal);

    public bool IsShown => Hidden is not null;

    public PublishedPopulation ToPublished(Population population, bool final) => new()
    {
        Population = population,
        Sequence = Sequence,
        Final = final,
        Seen = Hidden is null ? null : Table.Seen(),
        Cells = Hidden is null ? [] : [.. Table.All.Select(cell => new PublishedCell(cell, Hidden.Contains(cell) ? null : Table.Value(cell)))],
        Measures = Hidden is null ? [] : Measures.Of(Table),
    };

    /// <summary>The cell shows a number.</summary>
    public bool Shows(string cell) => Hidden is not null && !Hidden.Contains(cell) && Table.All.Contains(cell, StringComparer.Ordinal);

    /// <summary>What was published before, from the counts that were kept with it.</summary>
    public static QuestionMoment Restore(QuestionTally tally, Splits splits, IReadOnlyCollection<string> offeredMissing, PublishedPopulation published, PopulationBasis basis)
    {
        var table = new PublicTable(CountsText.Read(tally, splits, basis.Counts), offeredMissing);
        var hidden = published.Seen is null
            ? null
            : table.All.Where(cell => published.Count(cell) is null).ToHashSet(StringComparer.Ordinal);
        return new QuestionMoment(table, basis.Responses, hidden, published.Sequence, basis.Counts);
    }
}
