using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Participatie.Load.Filling;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Reporting.Export.Formats;
using static Participatie.Tests.Reporting.ExportColumnsTests;

namespace Participatie.Tests.Reporting;

/// <summary>The workbook, opened with another library.</summary>
public sealed class ExcelTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+31 592")]
    [InlineData("@SUM(A1)")]
    [InlineData("=HYPERLINK(\"https://fout.nl\";\"klik\")")]
    [InlineData("twee\nregels \"en\" een\ttab ")]
    [InlineData("🌳 مرحبا \u202Eomgekeerd")]
    [InlineData("0123")]
    [InlineData("-99")]
    [InlineData("1-2-2027")]
    [InlineData("_x000D_ en <b>&amp;")]
    public async Task What_was_typed_stays_text_and_runs_nowhere(string typed)
    {
        var definition = new GivenConsultation().WithOpen("open").Build();
        using var run = ExportRun.Of(definition).WithResponse(Given(definition, ("open", new Written(typed, "nl"))));
        using var book = await OpenAsync(run);

        var cell = CellsOf(book, "Antwoorden")[1][7];

        Assert.Equal(typed, TextOf(cell).Replace("_x005F_", "_", StringComparison.Ordinal));
        Assert.Contains(cell.DataType!.InnerText, new[] { "inlineStr", "str", "s" });
        Assert.All(book.WorkbookPart!.WorksheetParts, part => Assert.Empty(part.Worksheet!.Descendants<CellFormula>()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(200)]
    public async Task The_sheets_hold_the_cells_of_the_csv_file_and_count_them(int responses)
    {
        var definition = GivenConsultation.WithEveryKind().WithMarkedChoices().Build();
        var random = new RandomAnswers(11);
        using var run = ExportRun.Of(definition);
        for (var response = 0; response < responses; response++)
        {
            run.WithResponse(random.To(definition), rotation: random.Rotation());
        }

        var rows = await run.RowsAsync();
        using var book = await OpenAsync(run);
        Assert.Empty(new OpenXmlValidator().Validate(book).Select(error => error.Description));
        Assert.Equal(
            ["Antwoorden", "Codeboek", "Tellingen", "Over dit bestand"], book.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().Select(sheet => sheet.Name!.Value));

        var cells = CellsOf(book, "Antwoorden");
        var names = cells[0].Select(TextOf).ToList();
        Assert.Equal(responses + 1, cells.Count);
        foreach (var (row, place) in rows.Select((row, place) => (row, place)))
        {
            Assert.Equal(
                row.Where(cell => cell.Key != "uur").Select(cell => $"{cell.Key}={Unharmed(cell.Value)}"),
                names.Zip(cells[place + 1]).Where(cell => cell.First != "uur").Select(cell => $"{cell.First}={Unharmed(TextOf(cell.Second))}"));
            var hour = cells[place + 1][2];
            Assert.Equal(new DateTime(2027, 1, 15, 8, 0, 0), DateTime.FromOADate(double.Parse(hour.CellValue!.Text, CultureInfo.InvariantCulture)));
            Assert.NotNull(hour.StyleIndex);
        }

        foreach (var counted in CellsOf(book, "Tellingen").Skip(1).Select(row => row.Select(TextOf).ToList()))
        {
            Assert.Equal($"{rows.Count(row => row[counted[0]] == counted[2])}", counted[4]);
        }

        Assert.Contains(CellsOf(book, "Over dit bestand").Select(row => string.Join('=', row.Select(TextOf))), line => line == $"Aantal antwoorden={responses}");
    }

    [Fact]
    public async Task A_text_that_is_too_long_for_a_cell_is_cut_with_a_note()
    {
        var definition = new GivenConsultation().WithOpen("open").Build();
        var typed = string.Concat(Enumerable.Repeat("🌳a", 20_000));
        using var run = ExportRun.Of(definition).WithResponse(Given(definition, ("open", new Written(typed, "nl"))));
        using var book = await OpenAsync(run);

        var text = TextOf(CellsOf(book, "Antwoorden")[1][7]);

        Assert.InRange(text.Length, 32_000, 32_767);
        Assert.EndsWith("De hele tekst staat in het pakket.", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', text);
    }

    [Fact]
    public async Task More_rows_than_a_sheet_has_go_on_in_a_next_sheet()
    {
        var definition = new GivenConsultation().WithNumber("n", 0, 100).Build();
        using var run = ExportRun.Of(definition);
        for (var number = 0; number < 25; number++)
        {
            run.WithResponse(Given(definition, ("n", new Amount(number))));
        }

        using var book = await OpenAsync(run, new ExcelFormat { MostRows = 11 });

        Assert.Equal(
            ["Antwoorden", "Antwoorden 2", "Antwoorden 3"],
            book.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().Select(sheet => sheet.Name!.Value!).Where(name => name.StartsWith("Antw", StringComparison.Ordinal)));
        Assert.Equal(
            Enumerable.Range(0, 25).Select(number => $"{number}"),
            new[] { "Antwoorden", "Antwoorden 2", "Antwoorden 3" }.SelectMany(sheet => CellsOf(book, sheet).Skip(1)).Select(row => TextOf(row[7])));
    }

    [Fact]
    public async Task Decimals_are_numbers()
    {
        var definition = new GivenConsultation().WithNumber("huur", -1_000_000_000, 1_000_000_000).Where(
            last => ((NumberQuestion)last) with { Decimals = 2 }).Build();
        decimal[] given = [712.5m, 999_999_999.99m, -0.05m, 1_000_000_000m];
        using var run = given.Aggregate(
            ExportRun.Of(definition), (run, number) => run.WithResponse(Given(definition, ("huur", new Amount(number)))));
        using var book = await OpenAsync(run);

        Assert.Equal(given, CellsOf(book, "Antwoorden").Skip(1).Select(row => decimal.Parse(row[7].CellValue!.Text, NumberStyles.Float, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task What_breaks_off_opens_in_no_program()
    {
        var definition = new GivenConsultation().WithYesNo("mee").Build();
        using var run = ExportRun.Of(definition).WithResponse(Given(definition, ("mee", new Chosen("ja")))).Breaking();
        using var bytes = new MemoryStream();
        var format = new ExcelFormat();

        await Assert.ThrowsAsync<IOException>(() => format.WriteAsync(run.Source(format), bytes, CancellationToken.None));

        Assert.ThrowsAny<Exception>(() => SpreadsheetDocument.Open(bytes, isEditable: false));
    }

    /// <summary>Long, so only where everything is tested; there LibreOffice is installed, and its absence is a fault.</summary>
    [Fact]
    public async Task LibreOffice_opens_a_hundred_thousand_rows_and_every_cell_is_what_was_written()
    {
        if (Environment.GetEnvironmentVariable("PARTICIPATIE_TEST_FULL") is null)
            return;
        var definition = GivenConsultation.WithEveryKind().WithMarkedChoices().Build();
        var random = new RandomAnswers(13);
        using var run = ExportRun.Of(definition);
        for (var response = 0; response < 100_000; response++)
        {
            run.WithResponse(random.To(definition), rotation: random.Rotation());
        }

        var rows = await run.RowsAsync();
        var folder = Directory.CreateTempSubdirectory("excel-").FullName;
        try
        {
            var format = new ExcelFormat();
            await using (var file = File.Create(Path.Combine(folder, "boek.xlsx")))
            {
                await format.WriteAsync(run.Source(format), file, CancellationToken.None);
            }

            var start = new System.Diagnostics.ProcessStartInfo("soffice")
            {
                UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
            };
            foreach (var argument in new[]
            {
                $"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
                // Commas, quotes, UTF-8, text always in quotes; cells as they are and not as they look.
                "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,false,false,false,false,1", "--outdir", folder, Path.Combine(folder, "boek.xlsx"),
            })
                start.ArgumentList.Add(argument);
            using var office = System.Diagnostics.Process.Start(start)!;
            var said = await office.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await office.WaitForExitAsync(TestContext.Current.CancellationToken);
            var made = Directory.GetFiles(folder, "boek*.csv");
            Assert.True(made.Length == 1, said);
            var opened = run.RowsOf(await File.ReadAllBytesAsync(made[0], TestContext.Current.CancellationToken));

            Assert.Equal(rows.Count, opened.Count);
            Assert.All(rows.Zip(opened), pair => Assert.Equal(
                pair.First.Where(cell => cell.Key != "uur").Select(cell => $"{cell.Key}={Unharmed(cell.Value)}"),
                pair.Second.Where(cell => cell.Key != "uur").Select(cell => $"{cell.Key}={Unharmed(cell.Value)}")));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // A CSV cell has an apostrophe of ours where a spreadsheet would see a formula.
    private static string Unharmed(string text) => text.Replace("'", "", StringComparison.Ordinal).ReplaceLineEndings("\n");

    private static async Task<SpreadsheetDocument> OpenAsync(ExportRun run, ExcelFormat? format = null)
    {
        format ??= new ExcelFormat();
        var bytes = new MemoryStream();
        await format.WriteAsync(run.Source(format), bytes, CancellationToken.None);
        bytes.Position = 0;
        return SpreadsheetDocument.Open(bytes, isEditable: false);
    }

    private static List<List<Cell>> CellsOf(SpreadsheetDocument book, string sheet)
    {
        var id = book.WorkbookPart!.Workbook!.Sheets!.Elements<Sheet>().Single(one => one.Name == sheet).Id!.Value!;
        return [.. ((WorksheetPart)book.WorkbookPart.GetPartById(id)).Worksheet!.Descendants<Row>().Select(row => row.Elements<Cell>().ToList())];
    }

    private static string TextOf(Cell cell) => cell.InlineString?.InnerText ?? cell.CellValue?.Text ?? "";
}
