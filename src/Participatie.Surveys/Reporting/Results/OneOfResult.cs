using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Reporting.Results;

/// <summary>How often each choice was chosen.</summary>
/// <param name="together">The sentence that names several choices together: how many are happy, how many agree.</param>
/// <param name="added">Their ids.</param>
internal sealed class OneOfResult(string? together = null, params string[] added) : KindResult
{
    public override ResultTable Table(Question question, ResultSource source) => new(
        [source.Wording["column.answer"], source.Wording["column.count"]],
        [.. Choices(question).Select(choice => new ResultRow(source.Wording.Label(choice.Text), [source.Cell(choice.Id)]))]);

    public override string Sentence(Question question, ResultSource source)
    {
        var counts = added.Select(source.Published.Count).ToList();
        if (together is not null && counts.TrueForAll(count => count is not null))
        {
            return source.Wording.CountedShare(together, counts.Sum()!.Value, source.Seen);
        }

        var (cells, highest, isHighest) = source.Highest([.. Choices(question).Select(choice => choice.Id)]);
        return HighestSentence.Of(Choices(question), cells, source.Wording.Share(highest, source.Seen), isHighest, source.Wording, "most", "chosen");
    }

    public override IReadOnlyList<TableCell> Cells(Question question) => TableCell.Of(Choices(question));

    public override IReadOnlyList<(string Cell, string Words)> BreakdownColumns(Question question, ResultWording wording) =>
        [.. Choices(question).Select(choice => (choice.Id, wording.Label(choice.Text).Text))];

    private static IReadOnlyList<Choice> Choices(Question question) => ((OneOfQuestion)question).Choices;
}
