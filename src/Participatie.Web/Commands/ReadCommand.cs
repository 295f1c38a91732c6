using System.CommandLine;
using System.Text;
using System.Text.Json;
using Participatie.Surveys.Definition.Json;
using Participatie.Surveys.Language;
using Participatie.Surveys.PlainLanguage;

namespace Participatie.Web.Commands;

/// <summary>
/// <c>lees FILE</c>: the plain-language check. Exit code 0 when nothing is above its level and no word of offices stands in it,
/// 1 when something is, 2 when there is nothing to read.
/// </summary>
public static class ReadCommand
{
    private const int LargestFile = 1_000_000;

    public static Command Of()
    {
        var file = new Argument<FileInfo>("file") { Description = "A text (.txt, .md) or a definition (.json)." };
        var command = new Command("lees", "Check whether a text is plain Dutch, and say what to change.") { file };
        command.SetAction(
            (parsed, cancellationToken) => ReadAsync(parsed.GetRequiredValue(file), Console.Out, Console.Error, cancellationToken));
        return command;
    }

    public static async Task<int> ReadAsync(FileInfo file, TextWriter output, TextWriter problems, CancellationToken cancellationToken)
    {
        try
        {
            var text = await ContentAsync(file, cancellationToken);
            return file.Extension.ToLowerInvariant() switch
            {
                ".json" => PrintLanguageReport.Write(output, TextsOf(text, file.Name)),
                ".md" => PrintLanguageReport.Write(output, Readable(MarkdownLines.Plain(text))),
                _ => PrintLanguageReport.Write(output, Readable(text)),
            };
        }
        catch (Exception problem) when (
            problem is IOException or UnauthorizedAccessException or JsonException or DecoderFallbackException or InvalidDataException
                or InvalidOperationException)
        {
            await problems.WriteLineAsync(problem switch
            {
                FileNotFoundException or DirectoryNotFoundException => $"Het bestand {file.Name} is er niet.",
                JsonException => $"Het bestand {file.Name} is geen geldige JSON.",
                DecoderFallbackException => $"Het bestand {file.Name} is geen gewone tekst (UTF-8).",
                InvalidDataException => problem.Message,
                _ => $"Het bestand {file.Name} kunnen wij niet lezen.",
            });
            return 2;
        }
    }

    private static async Task<string> ContentAsync(FileInfo file, CancellationToken cancellationToken)
    {
        if (file.Extension.ToLowerInvariant() is not (".txt" or ".md" or ".json"))
        {
            throw new InvalidDataException("Kies een bestand dat eindigt op .txt, .md of .json.");
        }

        if (file.Exists && file.Length > LargestFile)
        {
            throw new InvalidDataException($"Het bestand {file.Name} is te groot: hooguit {LargestFile} bytes.");
        }

        var bytes = await File.ReadAllBytesAsync(file.FullName, cancellationToken);
        return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
    }

    private static string Readable(string text) =>
        text.Any(char.IsLetter) && !text.Contains('\0', StringComparison.Ordinal)
            ? text
            : throw new InvalidDataException("In dit bestand staat geen tekst.");

    private static IReadOnlyList<DutchText> TextsOf(string json, string name)
    {
        using var document = JsonDocument.Parse(json);
        var texts = FindDutchTexts.In(
            document.RootElement, name.Contains(Languages.EasyDutch, StringComparison.Ordinal) ? Languages.EasyDutch : Languages.Dutch);
        return texts.Count > 0 ? texts : throw new InvalidDataException("In dit bestand staat geen Nederlandse tekst.");
    }
}
