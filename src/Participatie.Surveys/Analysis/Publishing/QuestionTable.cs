using Participatie.Surveys.Answering;

namespace Participatie.Surveys.Analysis.Publishing;

/// <summary>What is public of one question in one population: its counts, and which of them are hidden.</summary>
/// <param name="Asked">The question.</param>
/// <param name="Table">Its counts.</param>
/// <param name="Hidden">The hidden cells; null when none may be shown.</param>
internal sealed record QuestionTable(MergedQuestion Asked, PublicTable Table, IReadOnlySet<string>? Hidden)
{
    private static readonly IReadOnlySet<string> Nothing = new HashSet<string>(StringComparer.Ordinal);

    public bool IsShown => Hidden is not null;

    /// <summary>The cell shows a number.</summary>
    public bool Shows(string cell) => Hidden is not null && !Hidden.Contains(cell) && Table.All.Contains(cell, StringComparer.Ordinal);

    /// <summary>An opinion is shown in full as soon as enough people gave one; what is about the person is protected.</summary>
    /// <param name="asked">The question.</param>
    /// <param name="counts">Of the population.</param>
    /// <param name="responses">How many responses the population has.</param>
    public static QuestionTable Of(MergedQuestion asked, QuestionCounts counts, long responses)
    {
        var table = new PublicTable(counts, [.. PassedOver.Offered(asked.Question).Select(PassedOver.Word)]);
        return new QuestionTable(asked, table, asked.IsPersonal
            ? Suppression.Hidden(table, asked.Question.ShowWhen is null ? 0 : responses - table.Seen())
            : Suppression.IsSmall(table.Answered()) ? null : Nothing);
    }

    /// <summary>Of an opinion that too few gave it says how many saw the question, and no more.</summary>
    public PublishedPopulation ToPublished(PublishedPopulation part) => part with
    {
        Seen = Hidden is null && Asked.IsPersonal ? null : Table.Seen(),
        Cells = Hidden is null
            ? []
            : [.. Cells().Select(cell => new PublishedCell(cell, Hidden.Contains(cell) ? null : Table.Value(cell)))],
        Measures = Hidden is null || (Asked.IsPersonal && Table.MeasuresTell(Shows))
            ? []
            : Measures.Of(Table, isProtected: Asked.IsPersonal),
    };

    private IEnumerable<string> Cells() => Asked.IsPersonal ? Table.All : Table.All.Union(Table.Cells.Summed.Keys);
}
