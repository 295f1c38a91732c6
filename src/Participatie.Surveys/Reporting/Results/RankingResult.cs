using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Reporting.Results;

/// <summary>How often each choice was put first, and how often in the first three. Points and pairwise comparison are for staff and export.</summary>
internal sealed class RankingResult : KindResult
{
    public override ResultTable Table(Question question, ResultSource source)
    {
        var ranking = (RankingQuestion)question;
        var hasTop = ranking.Offered.Any(choice => source.Published.Has(PublicCells.InTop(choice.Id)));
        var wording = source.Wording;
        return new ResultTable(
            hasTop
                ? [wording["column.answer"], wording["column.first"], wording.Say("column.top", Math.Min(PublicCells.Top, ranking.Places))]
                : [wording["column.answer"], wording["column.first"]],
            [.. ranking.Offered.Select(choice => new ResultRow(
                wording.Label(choice.Text),
                hasTop ? [source.Number(First(choice)), source.Number(PublicCells.InTop(choice.Id))] : [source.Cell(First(choice))]))],
            hasTop ? source.OfHowMany : null);
    }

    public override string Sentence(Question question, ResultSource source)
    {
        var choices = ((RankingQuestion)question).Offered;
        var (cells, count, isHighest) = source.Highest([.. choices.Select(First)]);
        var highest = choices.Where(choice => cells.Contains(First(choice))).Select(choice => choice.Id).ToList();
        return HighestSentence.Of(choices, highest, source.Wording.Share(count, source.Seen), isHighest, source.Wording, "first", "first.chosen");
    }

    public override IReadOnlyList<TableCell> Cells(Question question) =>
    [
        .. ((RankingQuestion)question).Offered.SelectMany(choice => new[]
        {
            new TableCell(First(choice), choice, TableCell.First),
            new TableCell(PublicCells.InTop(choice.Id), choice, TableCell.Top),
        }),
    ];

    public override IReadOnlyList<(string Cell, string Words)> BreakdownColumns(Question question, ResultWording wording) =>
        [.. ((RankingQuestion)question).Offered.Select(choice => (First(choice), wording.Label(choice.Text).Text))];

    private static string First(Choice choice) => RankingTally.Position(choice.Id, 0);
}
