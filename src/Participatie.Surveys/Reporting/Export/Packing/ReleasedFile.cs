using CsvHelper;
using Participatie.Surveys.Analysis.OpenAnswers;

namespace Participatie.Surveys.Reporting.Export.Packing;

/// <summary>Released open answers, linked to nothing: no number and no group.</summary>
internal static class ReleasedFile
{
    private const int LinesAtATime = 500;

    private static readonly string[] Columns = ["vraag", "taal", "antwoord"];

    /// <summary>Line by line as they are read.</summary>
    public static async Task WriteAsync(
        ZipPackage package, IAsyncEnumerable<ReleasedText> answers, CancellationToken cancellationToken)
    {
        await using var file = package.Begin(PackageNames.Released, CsvCells.Head(Columns, semicolons: false));
        await foreach (var part in answers.Chunk(LinesAtATime).WithCancellation(cancellationToken))
        {
            await file.WriteAsync(Lines(part), cancellationToken);
        }

        await file.EndAsync(cancellationToken);
    }

    private static byte[] Lines(ReleasedText[] answers)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, CsvWriterOptions.Default, leaveOpen: true))
        {
            foreach (var answer in answers)
            {
                csv.WriteRecord([answer.Question, answer.Text.Language, HarmlessText.Of(answer.Text.Text)]);
            }
        }

        return bytes.ToArray();
    }
}
