using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Reporting.Results;

/// <summary>How often each choice was chosen; one person may have chosen several.</summary>
internal sealed class ChoicesResult : KindResult
{
    public override ResultTable Table(Question question, ResultSource source) => new(
        [source.Wording["column.answer"], source.Wording["column.count"]],
        [.. Choices(question).Select(choice => new ResultRow(source.Wording.Label(choice.Text), [source.Cell(choice.Id)]))]);

    public override string Sentence(Question question, ResultSource source)
    {
        var (cells, count, isHighest) = source.Highest([.. Choices(question).Select(choice => choice.Id)], overlapping: true);
        return HighestSentence.Of(Choices(question), cells, source.Wording.Share(count, source.Seen), isHighest, source.Wording, "most", "chosen");
    }

    public override IReadOnlyList<TableCell> Cells(Question question) => TableCell.Of(Choices(question));

    public override IReadOnlyList<(string Cell, string Words)> BreakdownColumns(Question question, ResultWording wording) =>
        [.. Choices(question).Select(choice => (choice.Id, wording.Label(choice.Text).Text))];

    private static IReadOnlyList<Choice> Choices(Question question) => ((ChoicesQuestion)question).Offered;
}
