using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Kinds;
using Participatie.Surveys.Reporting.Results;

namespace Participatie.Surveys.Reporting.OpenData;

/// <summary>
/// The numbers of the result pages as rows, made of the same published and suppressed rows by the same lists of cells: a number that no
/// page shows has no row. Tables, never rows of persons.
/// </summary>
public static class OpenTable
{
    /// <param name="versions">All versions of the consultation.</param>
    /// <param name="published">The prepared rows.</param>
    /// <param name="letters">How many codes were made for letters, which says how many were asked.</param>
    public static IReadOnlyList<OpenRow> Of(
        IReadOnlyList<PublishedVersion> versions, IReadOnlyList<PublishedQuestion> published, long letters = 0)
    {
        var arrivals = published.FirstOrDefault(row => row.Key == ResponsesTally.Responses)?.Populations ?? [];
        var large = arrivals.Where(population => population.Seen is not null).Select(population => population.Population).ToHashSet();
        return
        [
            .. arrivals.SelectMany(Arrivals),
            .. letters == 0
                ? []
                : new[] { new OpenRow { Question = "", Population = Population.Invited, Measure = OpenTerms.Letters, Value = letters } },
            .. from question in MergedQuestions.Of(versions)
               let row = published.FirstOrDefault(row => row.Key == question.Key)
               where row is not null
               from population in row.Populations
               where large.Contains(population.Population)
               from cell in Whole(question, population).Concat(
                   population.Breakdowns.SelectMany(split => Groups(question, population, split)))
               select cell,
        ];
    }

    private static IEnumerable<OpenRow> Arrivals(PublishedPopulation population)
    {
        var row = new OpenRow
        {
            Question = "",
            Population = population.Population,
            Measure = OpenTerms.Participants,
            Value = population.Size ?? population.Seen,
        };
        return population.Population == Population.Open && population.Count("open") is { } open && population.Count("paper") is { } paper
            ? [row with { Choice = OpenTerms.OpenLink, Value = open }, row with { Choice = OpenTerms.Paper, Value = paper }]
            : [row];
    }

    private static IEnumerable<OpenRow> Whole(MergedQuestion question, PublishedPopulation population)
    {
        var row = new OpenRow
        {
            Question = question.Key,
            Population = population.Population,
            Measure = OpenTerms.Seen,
            Value = population.Seen,
        };
        yield return row;
        if (population.Cells.Count == 0)
        {
            yield break;
        }

        var kind = KindReport.All.For(question.Question);
        foreach (var cell in kind.Cells(question.Question).Where(cell => population.Has(cell.Cell)))
        {
            yield return row with { Choice = cell.Choice?.Id ?? "", Measure = cell.Measure, Value = population.Count(cell.Cell) };
        }

        if (kind.Summed(question.Question) is { } summed && summed.Cells.All(cell => population.Count(cell) is not null))
        {
            yield return row with { Measure = summed.Measure, Value = summed.Cells.Sum(cell => population.Count(cell)!.Value) };
        }

        foreach (var measured in kind.Measured(question.Question))
        {
            var measure = population.Measures.FirstOrDefault(known => known.Id == measured.Id);
            var about = row with { Choice = measured.Choice?.Id ?? "" };
            yield return about with { Measure = OpenTerms.Mean, Value = AsShown(measure?.Mean) };
            yield return about with { Measure = OpenTerms.Median, Value = AsShown(measure?.Median) };
            yield return about with { Measure = OpenTerms.Low, Value = AsShown(measure?.Low) };
            yield return about with { Measure = OpenTerms.High, Value = AsShown(measure?.High) };
        }

        foreach (var (cell, measure, _) in OpenTerms.Passed.Where(passed => population.Has(passed.Cell)))
        {
            yield return row with { Measure = measure, Value = population.Count(cell) };
        }
    }

    private static IEnumerable<OpenRow> Groups(MergedQuestion question, PublishedPopulation population, PublishedBreakdown split)
    {
        var kind = KindReport.All.For(question.Question);
        var columns = kind.BreakdownColumns(
            question.Question,
            new ResultWording(Languages.Dutch, population.Population)).Select(column => column.Cell).ToHashSet(StringComparer.Ordinal);
        foreach (var group in split.Groups)
        {
            var row = new OpenRow
            {
                Question = question.Key,
                Population = population.Population,
                Dimension = OpenTerms.OfDimension(split.Dimension),
                Group = OpenTerms.OfGroup(group.Id),
                Measure = OpenTerms.Seen,
                Value = group.Seen,
            };
            yield return row;
            foreach (var cell in kind.Cells(question.Question).Where(cell => columns.Contains(cell.Cell)))
            {
                if (group.Cells.FirstOrDefault(known => known.Id == cell.Cell) is { } shown)
                {
                    yield return row with { Choice = cell.Choice?.Id ?? "", Measure = cell.Measure, Value = shown.Count };
                }
            }

            foreach (var measured in kind.Measured(question.Question))
            {
                if (group.Measures.FirstOrDefault(known => known.Id == measured.Id) is { } measure)
                {
                    yield return row with { Choice = measured.Choice?.Id ?? "", Measure = OpenTerms.Mean, Value = AsShown(measure.Mean) };
                }
            }
        }
    }

    /// <summary>With the decimals that the page has.</summary>
    private static double? AsShown(double? value) =>
        value is { } known ? Math.Round(known, NumberQuestion.MostDecimals, MidpointRounding.AwayFromZero) : null;
}
