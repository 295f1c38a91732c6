using System.Globalization;
using CsvHelper;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Results;

namespace Participatie.Surveys.Reporting.Export;

/// <summary>
/// What follows from rankings, for staff: how often first and in the first three, Borda points, who is above whom and who wins pairwise. From the running
/// counts, so without what still waits to be counted; with a row for each number and nothing hidden.
/// </summary>
public static class RankingFile
{
    /// <returns>Null when no version asks for a ranking.</returns>
    public static byte[]? Of(IReadOnlyList<PublishedVersion> versions, IReadOnlyList<TallyRow> tallies)
    {
        var questions = MergedQuestions.Of(versions);
        if (!questions.Any(question => question.Question is RankingQuestion))
        {
            return null;
        }

        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, CsvWriterOptions.Default with { WriteByteOrderMark = true }, leaveOpen: true))
        {
            csv.WriteRecord(["vraag", "groep", "maat", "keuze", "tegen", "waarde"]);
            foreach (var population in Enum.GetValues<Population>())
            {
                var counts = MergedCounts.Of(versions, questions, tallies.Where(row => row.Population == population));
                foreach (var question in questions.Where(question => question.Question is RankingQuestion && counts.Total > 0))
                {
                    Write(csv, question, population, counts[question.Key]);
                }
            }
        }

        return bytes.ToArray();
    }

    private static void Write(CsvWriter csv, MergedQuestion question, Population population, QuestionCounts counts)
    {
        var ranking = (RankingQuestion)question.Question;
        var outcome = new RankingOutcome(ranking, counts);
        Row("mensen", "", "", Number(outcome.Ballots));
        Row("uitkomst", "", "", HarmlessText.Of(PairwiseSentence.Of(ranking, outcome, new ResultWording(Languages.Dutch, population))));
        foreach (var choice in outcome.Choices)
        {
            Row("als eerste", choice, "", Number(outcome.First(choice)));
            Row("bij de eerste drie", choice, "", Number(outcome.InTop(choice)));
            // Points are halves at the finest.
            Row("borda", choice, "", (outcome.DoubledBorda(choice) / 2.0).ToString(CultureInfo.InvariantCulture));
            foreach (var other in outcome.Choices.Where(other => other != choice))
            {
                Row("boven", choice, other, Number(outcome.Above(choice, other)));
            }
        }

        void Row(string measure, string choice, string other, string value) =>
            csv.WriteRecord([question.Key, ResultWording.PopulationKey(population), measure, choice, other, value]);
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
