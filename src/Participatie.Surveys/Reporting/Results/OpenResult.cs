using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Reporting.Results;

/// <summary>How many wrote something; what staff released stands under it.</summary>
internal sealed class OpenResult : KindResult
{
    public override ResultTable? Table(Question question, ResultSource source) => null;

    public override string Sentence(Question question, ResultSource source) => source.Published.Count(PublicCells.Answered) is { } answered
        ? source.Wording.Say("open", source.Wording.Share(answered, source.Seen))
        : source.Wording["open.hidden"];

    public override IReadOnlyList<TableCell> Cells(Question question) => [new TableCell(PublicCells.Answered, null, TableCell.Written)];

    public override IReadOnlyList<(string Cell, string Words)> BreakdownColumns(Question question, ResultWording wording) =>
        [(PublicCells.Answered, wording["answered"])];
}
