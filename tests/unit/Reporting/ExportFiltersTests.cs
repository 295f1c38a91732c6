using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using Participatie.Load.Filling;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Reporting.Export;
using Participatie.Surveys.Reporting.Export.Formats;

namespace Participatie.Tests.Reporting;

/// <summary>
/// A file of a part says which part. A CSV file has no place for it but its name; SPSS and Parquet have tests of their own beside the
/// programs that read them.
/// </summary>
public sealed class ExportFiltersTests
{
    private const string Said = "versie 1, kanaal brief, alleen inwoners, vanaf 2027-01-02, tot en met 2027-01-31";

    private static readonly Consultation Definition = GivenConsultation.WithEveryKind().Build();

    private static readonly ExportFilters Part = new()
    {
        Version = 1,
        Channel = ResponseChannel.Letter,
        Organisation = false,
        From = new DateOnly(2027, 1, 2),
        Until = new DateOnly(2027, 1, 31),
    };

    [Fact]
    public async Task The_package_says_it_in_its_manifest_and_its_readme()
    {
        using var run = Filled();
        var format = ExportFormats.Of("pakket")!;
        using var bytes = new MemoryStream();
        await format.WriteAsync(run.Source(format, filters: Part), bytes, CancellationToken.None);
        var files = ExportRun.Unpack(bytes);

        using var manifest = JsonDocument.Parse(files["manifest.json"]);
        Assert.Equal(Said, manifest.RootElement.GetProperty("filters").GetString());
        Assert.Contains($"U koos deze antwoorden: {Said}.", Encoding.UTF8.GetString(files["LEESMIJ.txt"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_line_of_json_says_it_and_none_where_nothing_was_chosen()
    {
        using var run = Filled();
        await run.WriteAsync("json", filters: Part);
        Assert.Equal([Said, Said, Said], Lines(run).Select(line => line["_keuze"].GetString()));

        await run.WriteAsync("json");
        Assert.DoesNotContain(Lines(run), line => line.ContainsKey("_keuze"));
    }

    [Fact]
    public async Task The_workbook_says_it_on_its_last_sheet()
    {
        using var run = Filled();
        await run.WriteAsync("excel", filters: Part);

        using var file = new MemoryStream(run.Bytes("proef.csv"));
        using var book = SpreadsheetDocument.Open(file, isEditable: false);
        Assert.Contains(book.WorkbookPart!.WorksheetParts, part => part.Worksheet!.InnerText.Contains(Said, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("csv", ".csv")]
    [InlineData("json", ".jsonl")]
    [InlineData("sav", ".sav")]
    public void The_name_says_it(string key, string extension)
    {
        using var run = Filled();
        var request = run.Source(ExportFormats.Of(key)!, filters: Part).Request;

        Assert.Equal(
            $"proef-2027-01-05-versie-1-kanaal-brief-alleen-inwoners-vanaf-2027-01-02-tot-en-met-2027-01-31{extension}",
            request.FileName(new DateOnly(2027, 1, 5)));
        Assert.Equal(
            $"proef-2027-01-05{extension}", (request with { Filters = ExportFilters.None }).FileName(new DateOnly(2027, 1, 5)));
    }

    private static IEnumerable<Dictionary<string, JsonElement>> Lines(ExportRun run) =>
        Encoding.UTF8.GetString(run.Bytes("proef.csv")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(line)!);

    private static ExportRun Filled()
    {
        var random = new RandomAnswers(5);
        var run = ExportRun.Of(Definition);
        for (var response = 0; response < 3; response++)
        {
            run.WithResponse(random.To(Definition));
        }

        return run;
    }
}
