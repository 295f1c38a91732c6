using CsvHelper;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Kinds;
using Participatie.Surveys.Reporting.Results;

namespace Participatie.Surveys.Reporting.Export;

/// <summary>
/// What follows from rankings, for staff: how often first and in the first three, Borda points, who is above whom and who wins pairwise.
/// From the running counts, so without what still waits to be counted; with a row for each number and nothing hidden.
/// </summary>
public static class RankingFile
{
    public static CodebookFile Columns { get; } = CodebookFile.Of(
        Packing.PackageNames.Ranking,
        ("vraag", "De vraag"),
        ("groep", "Van wie de antwoorden zijn"),
        ("maat", "Wat het getal zegt"),
        ("keuze", "De keuze waar het over gaat; leeg als het over de hele vraag gaat"),
        ("tegen", "De keuze waarmee die is vergeleken"),
        ("waarde", "Het getal"));

    /// <returns>Null when no version asks for a ranking.</returns>
    public static byte[]? Of(IReadOnlyList<PublishedVersion> versions, IReadOnlyList<TallyRow> tallies, char separator = ',')
    {
        var questions = MergedQuestions.Of(versions);
        var populations = Enum.GetValues<Population>()
            .Select(population => (
                Population: population,
                Counts: MergedCounts.Of(versions, questions, tallies.Where(row => row.Population == population))))
            .ToList();
        var outcomes = populations
            .SelectMany(of => questions.Select(question =>
                (Question: question, of.Population, of.Counts.Total, Rows: OutcomeOf(question, of.Population, of.Counts))))
            .Where(outcome => outcome.Rows is not null).ToList();
        if (outcomes.Count == 0)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(
            bytes, CsvWriterOptions.Default with { WriteByteOrderMark = true, Separator = separator }, leaveOpen: true))
        {
            csv.WriteRecord(Columns.Names);
            foreach (var outcome in outcomes.Where(outcome => outcome.Total > 0))
            {
                foreach (var row in outcome.Rows!)
                {
                    csv.WriteRecord(
                        [
                            outcome.Question.Key,
                            ResultWording.PopulationKey(outcome.Population),
                            row.Measure,
                            row.Choice,
                            row.Other,
                            row.Value,
                        ]);
                }
            }
        }

        return bytes.ToArray();
    }

    private static IEnumerable<OutcomeRow>? OutcomeOf(MergedQuestion question, Population population, MergedCounts counts) =>
        KindReport.All.For(question.Question).Outcome(
            question.Question, counts[question.Key], new ResultWording(Languages.Dutch, population));
}

/// <summary>A number that follows from the counts of a question.</summary>
/// <param name="Measure">What it says.</param>
/// <param name="Choice">Id of the choice that it is about; empty when it is about the whole question.</param>
/// <param name="Other">Id of the one that it is held against; empty when it is none.</param>
/// <param name="Value">The number, or a sentence.</param>
public sealed record OutcomeRow(string Measure, string Choice, string Other, string Value);
