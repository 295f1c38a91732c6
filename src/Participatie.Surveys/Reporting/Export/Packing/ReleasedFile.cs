using CsvHelper;
using Participatie.Surveys.Analysis.OpenAnswers;

namespace Participatie.Surveys.Reporting.Export.Packing;

/// <summary>
/// Released open answers, linked to nothing: no number, no group, and in the order of their own words. In the order of the responses what one
/// person wrote at two questions would stand at the same place twice.
/// </summary>
internal static class ReleasedFile
{
    public static byte[] Of(IEnumerable<ReleasedText> answers)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, CsvWriterOptions.Default with { WriteByteOrderMark = true }, leaveOpen: true))
        {
            csv.WriteRecord(["vraag", "taal", "antwoord"]);
            foreach (var answer in answers.OrderBy(answer => answer.Question, StringComparer.Ordinal)
                .ThenBy(answer => answer.Text.Text, StringComparer.Ordinal))
            {
                csv.WriteRecord([answer.Question, answer.Text.Language, HarmlessText.Of(answer.Text.Text)]);
            }
        }

        return bytes.ToArray();
    }
}
