using System.Globalization;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Analysis.Representation;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Results;

namespace Participatie.Surveys.Reporting.Summary;

/// <summary>
/// Who is missing: the published counts by municipality beside the inhabitants. Only of the final result, since nothing about people is
/// public before; old figures of inhabitants stay out unless somebody said yes. There are none by age, and it says so.
/// </summary>
internal sealed class ComposeMissing(SummaryInput input, bool isFinal, SummaryWording wording)
{
    private static readonly Population[] People = [Population.Open, Population.Invited];

    /// <summary>Of these populations a municipality's count may be hidden, and is below this.</summary>
    private const int MostHidden = Suppression.Threshold - 1;

    /// <summary>For the first page: one sentence, and what it rests on.</summary>
    public IEnumerable<SummaryBlock> Sentences()
    {
        if (!isFinal)
            return [wording.Paragraph("summary.missing.later")];
        if (input.Inhabitants is not { } inUse || Counts.Count == 0)
            return [wording.Paragraph("summary.missing.unknown")];
        return inUse.MayBeInSummary
            ? [
                new SummaryParagraph(
                [
                    wording.Plain(RepresentationSentence.Of(Compared(inUse.Figures), InterfaceWords.For(Languages.Dutch, Audience.Staff))),
                    .. wording.Language == Languages.EasyDutch ? [] : new[]
                    {
                        wording.Say(inUse.IsOld ? "summary.missing.figures.old" : "summary.missing.figures", Year(inUse.Figures)),
                        wording.Plain(inUse.Figures.Source + "."),
                    },
                ]),
                wording.Paragraph("summary.missing.age"),
            ]
            : [wording.Paragraph("summary.missing.old", Year(inUse.Figures)), wording.Paragraph("summary.missing.age")];
    }

    /// <summary>For the part about who took part: each municipality with who took part and who lives there.</summary>
    public IEnumerable<SummaryBlock> Table()
    {
        if (!isFinal || input.Inhabitants is not { MayBeInSummary: true, Figures: { } figures } || Compared(figures) is not { } found)
            return [];
        var populations = Counts.Keys.Order().ToList();
        var table = new ResultTable(
            [
                wording.Words["result.column.place"],
                .. populations.Select(population => wording.Words["result.population." + ResultWording.PopulationKey(population)]),
                wording.Words.Format("summary.inhabitants", Year(figures)),
            ],
            [
                .. found.Rows.Select(row => new ResultRow(
                    wording.Plain(RepresentationSentence.NameOf(row.Municipality, wording.Words)),
                    [
                        .. populations.Select(population => new ResultCell(
                            Counts[population].TryGetValue(row.Municipality, out var count)
                                ? wording.Words.Number(count)
                                : wording.Words["result.hidden"])),
                        new ResultCell(wording.Words.Number(row.Inhabitants)),
                    ])),
            ]);
        return
        [
            wording.Heading(3, "inwoners", "summary.inhabitants.heading"),
            new SummaryTable(wording.Words.Format("summary.inhabitants.table", figures.Source), "inwoners", table),
        ];
    }

    private RepresentationOfPlaces? Compared(InhabitantFigures figures) => CompareWithInhabitants.Of(
        Counts.Values.SelectMany(counts => counts).GroupBy(count => count.Key, count => count.Value, StringComparer.Ordinal)
            .ToDictionary(counts => counts.Key, counts => counts.Sum(), StringComparer.Ordinal),
        MostHidden * Counts.Count,
        figures);

    /// <summary>Of each population of people that is shown: its counts by municipality, without those that are hidden.</summary>
    private Dictionary<Population, Dictionary<string, long>> Counts => (
        from asked in MergedQuestions.Of(input.Versions)
        where asked.Question.Dimension == Breakdowns.Place
        from part in input.Published.FirstOrDefault(row => row.Key == asked.Key)?.Populations ?? []
        where People.Contains(part.Population) && part.Seen is not null
        select part).DistinctBy(part => part.Population).ToDictionary(
            part => part.Population,
            part => part.Cells.Where(cell => cell.Count is not null && PlaceQuestion.Municipalities.Any(place => place.Id == cell.Id))
                .ToDictionary(cell => cell.Id, cell => cell.Count!.Value, StringComparer.Ordinal));

    private static string Year(InhabitantFigures figures) => figures.Year.ToString(CultureInfo.InvariantCulture);
}
