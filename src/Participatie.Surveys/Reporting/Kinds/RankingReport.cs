using System.Globalization;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Export;
using Participatie.Surveys.Reporting.Export.Columns;
using Participatie.Surveys.Reporting.Results;
using Participatie.Surveys.Reporting.Summary;

namespace Participatie.Surveys.Reporting.Kinds;

/// <summary>
/// How often each choice was put first, and how often in the first three; a column for each choice with the place that it was put in.
/// Points and pairwise comparison are for staff.
/// </summary>
internal sealed class RankingReport : KindReport<RankingQuestion>
{
    public override IEnumerable<MissingCode> MoreCodes(Question question, string part) => [MissingCode.NotPlaced];

    public override IEnumerable<OutcomeRow> Outcome(Question question, QuestionCounts counts, ResultWording wording)
    {
        var ranking = (RankingQuestion)question;
        var outcome = new RankingOutcome(ranking, counts);
        yield return new OutcomeRow("mensen", "", "", Number(outcome.Ballots));
        yield return new OutcomeRow("uitkomst", "", "", HarmlessText.Of(PairwiseSentence.Of(ranking, outcome, wording)));
        foreach (var choice in outcome.Choices)
        {
            yield return new OutcomeRow("als eerste", choice, "", Number(outcome.First(choice)));
            yield return new OutcomeRow("bij de eerste drie", choice, "", Number(outcome.InTop(choice)));
            // Points are halves at the finest.
            yield return new OutcomeRow("borda", choice, "", (outcome.DoubledBorda(choice) / 2.0).ToString(CultureInfo.InvariantCulture));
            foreach (var other in outcome.Choices.Where(other => other != choice))
            {
                yield return new OutcomeRow("boven", choice, other, Number(outcome.Above(choice, other)));
            }
        }
    }

    protected override IEnumerable<string> Parts(RankingQuestion question) => question.Offered.Select(choice => choice.Id);

    public override ColumnType ColumnTypeOf(Question question, string part) => ColumnType.Code;

    protected override AnswerWriter Writer(RankingQuestion question, ColumnGroup group, Cells cells) =>
        new PlaceWriter(question, group, cells);

    protected override string Describe(RankingQuestion question, string part) => About(question, question.Offered, part);

    protected override IEnumerable<(string Value, string Meaning)> Values(RankingQuestion question, string part) => Enumerable
        .Range(1, question.Places)
        .Select(place => (place.ToString(CultureInfo.InvariantCulture), $"op plaats {place} gezet"));

    protected override ResultTable Table(RankingQuestion question, ResultSource source)
    {
        var hasTop = question.Offered.Any(choice => source.Published.Has(PublicCells.InTop(choice.Id)));
        var wording = source.Wording;
        return new ResultTable(
            hasTop
                ? [wording["column.answer"], wording["column.first"], wording.Say("column.top", Math.Min(PublicCells.Top, question.Places))]
                : [wording["column.answer"], wording["column.first"]],
            [.. question.Offered.Select(choice => new ResultRow(
                wording.Label(choice.Text),
                hasTop ? [source.Number(First(choice)), source.Number(PublicCells.InTop(choice.Id))] : [source.Cell(First(choice))]))],
            hasTop ? source.OfHowMany : null);
    }

    protected override string Sentence(RankingQuestion question, ResultSource source)
    {
        var choices = question.Offered;
        var (cells, count, isHighest) = source.Highest([.. choices.Select(First)]);
        var highest = choices.Where(choice => cells.Contains(First(choice))).Select(choice => choice.Id).ToList();
        return HighestSentence.Of(
            choices, highest, source.Wording.Share(count, source.Seen), isHighest, source.Wording, "first", "first.chosen");
    }

    protected override IEnumerable<Finding> Findings(RankingQuestion question, ResultSource source)
    {
        var (cells, count, isHighest) = source.Highest([.. question.Offered.Select(First)]);
        if (isHighest && cells.Count > 0 && count > 0)
            yield return new Finding(FindingKind.Ranking, (double)count / source.Seen, Sentence(question, source));
    }

    protected override Minority? Minority(RankingQuestion question, ResultSource source)
    {
        var least = question.Offered.MinBy(choice => source.Published.Count(First(choice)) ?? -1)!;
        return source.Published.Count(First(least)) is { } count
            ? new Minority("first", source.Wording.Share(count, source.Seen), count, least.Text)
            : null;
    }

    protected override IReadOnlyList<TableCell> Cells(RankingQuestion question) =>
    [
        .. question.Offered.SelectMany(choice => new[]
        {
            new TableCell(First(choice), choice, TableCell.First),
            new TableCell(PublicCells.InTop(choice.Id), choice, TableCell.Top),
        }),
    ];

    protected override IReadOnlyList<(string Cell, string Words)> BreakdownColumns(RankingQuestion question, ResultWording wording) =>
        [.. question.Offered.Select(choice => (First(choice), wording.Label(choice.Text).Text))];

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string First(Choice choice) => RankingTally.Position(choice.Id, 0);

    private sealed class PlaceWriter(Question question, ColumnGroup group, Cells cells)
        : PartsWriter(question, group, cells, group.Codes[MissingCode.NotPlaced])
    {
        private protected override void Take(int place, ReadOnlySpan<byte> element, Span<long> values) =>
            values[Named(element)] = place + 1;
    }
}
