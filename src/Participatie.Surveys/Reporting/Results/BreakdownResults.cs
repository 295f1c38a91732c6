using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Kinds;

namespace Participatie.Surveys.Reporting.Results;

/// <summary>The tables by municipality and by age of one question.</summary>
internal static class BreakdownResults
{
    public static readonly IReadOnlyList<Choice> Places = new PlaceQuestion
    {
        Id = Breakdowns.Place,
        Text = InterfaceWords.Everywhere("result.split.place"),
    }.Choices;
    public static readonly IReadOnlyList<Choice> Ages = new AgeQuestion
    {
        Id = Breakdowns.Age,
        Text = InterfaceWords.Everywhere("result.split.age"),
    }.Choices;

    public static ResultTable Of(PublishedBreakdown split, Question question, ResultWording wording)
    {
        var first = split.Groups[0];
        var columns = KindReport.All.For(question).BreakdownColumns(question, wording)
            .Where(column => first.Cells.Any(cell => cell.Id == column.Cell) || first.Measures.Any(measure => measure.Id == column.Cell))
            .ToList();
        return new ResultTable(
            [wording["column." + split.Dimension], wording["column.seen"], .. columns.Select(column => column.Words)],
            [.. split.Groups.Select(group => new ResultRow(
                Label(split.Dimension, group.Id, wording),
                [new ResultCell(wording.Say("people", group.Seen)), .. columns.Select(column => Cell(group, column.Cell, wording))]))],
            wording["split." + split.Dimension]);
    }

    private static ResultCell Cell(PublishedGroup group, string column, ResultWording wording)
    {
        if (group.Measures.FirstOrDefault(measure => measure.Id == column) is { } measure)
        {
            return new ResultCell(wording.Number(measure.Mean));
        }

        var count = group.Cells.First(cell => cell.Id == column).Count!.Value;
        return new ResultCell(wording.Say("people", count), (double)count / group.Seen);
    }

    private static Passage Label(string dimension, string group, ResultWording wording) =>
        (dimension == Breakdowns.Place ? Places : Ages).FirstOrDefault(choice => choice.Id == group) is { } choice
            ? wording.Label(choice.Text)
            : wording.Label("unknown");
}
