using System.Text;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;

namespace Participatie.Tests.Analysis;

internal static class GivenTally
{
    public static ConsultationTally Of(Consultation definition, IEnumerable<GivenResponse> responses)
    {
        var tally = new ConsultationTally(TallyLayout.Of(definition));
        foreach (var response in responses)
        {
            tally.Add(response.Document, response.Population, response.Channel, 1);
        }

        return tally;
    }

    /// <summary>The counts of one question after those documents, all of them through the open link.</summary>
    public static QuestionCounts Of(Consultation definition, string question, params string[] documents)
    {
        var tally = Of(
            definition,
            documents.Select(document => new GivenResponse(Encoding.UTF8.GetBytes(document), Population.Open, ResponseChannel.OpenLink)));
        return tally.Of(Population.Open, tally.Layout.IndexOf(question));
    }

    public static IEnumerable<TallyRow> Rows(int version, ConsultationTally tally) =>
        tally.Rows.Select(row => new TallyRow(version, row.Population, row.Counts.Question.Id, CountsText.Write(row.Counts)));

    /// <summary>Everything in it as stored text, without what is empty.</summary>
    public static List<string> Texts(ConsultationTally tally) =>
        [.. tally.Rows.Where(row => !row.Counts.IsEmpty).Select(row => $"{row.Population} {row.Counts.Question.Id} "
            + $"{CountsText.Write(row.Counts)}")];
}
