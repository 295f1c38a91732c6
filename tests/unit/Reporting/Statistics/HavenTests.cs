using System.Globalization;
using System.Text.Json;
using Participatie.Surveys.Reporting.Export;
using Participatie.Surveys.Reporting.Export.Columns;
using Participatie.Surveys.Reporting.Export.Formats;

namespace Participatie.Tests.Reporting.Statistics;

/// <summary>
/// Holds what R reads (package haven, whose reader is another than PSPP's) in an export of 100,000 against the same export as JSON. Only in
/// the long form of the tests: R is large.
/// </summary>
public sealed class HavenTests
{
    private const int Many = 100_000;

    // Lines of: name, label, lowest and highest missing value, then value and label of each value; with a byte that no text has between.
    private const string Script = """
        library(haven)
        arguments <- commandArgs(trailingOnly = TRUE)
        data <- read_sav(arguments[1], user_na = TRUE)
        between <- "\037"
        about <- vapply(names(data), function(name) {
          column <- data[[name]]
          range <- attr(column, "na_range")
          labels <- attr(column, "labels")
          label <- attr(column, "label", exact = TRUE)
          paste(c(name, label, if (is.null(range)) c("", "") else format(range, trim = TRUE),
            as.vector(rbind(as.character(labels), names(labels)))), collapse = between)
        }, "")
        writeLines(about, arguments[3], useBytes = TRUE)
        plain <- lapply(data, function(column) {
          if (inherits(column, "POSIXct")) format(column, "%Y-%m-%dT%H:%MZ", tz = "UTC")
          else if (is.character(column)) as.character(unclass(column))
          else sprintf("%.15g", as.numeric(unclass(column)))
        })
        write.csv(as.data.frame(plain, check.names = FALSE), arguments[2], row.names = FALSE, fileEncoding = "UTF-8")
        """;

    [Fact]
    public async Task R_reads_every_value_and_label_of_a_hundred_thousand()
    {
        if (Environment.GetEnvironmentVariable("PARTICIPATIE_TEST_FULL") is null)
        {
            return;
        }

        using var run = GivenAnswers.Run(Many);
        var json = await GivenAnswers.JsonAsync(run);
        await run.WriteAsync("sav");
        var (values, about, script) = (run.Target + ".values", run.Target + ".about", run.Target + ".R");
        await File.WriteAllTextAsync(script, Script, TestContext.Current.CancellationToken);
        await OtherProgram.RunAsync("Rscript", script, run.Target, values, about);

        var read = OtherProgram.Rows(values);
        var source = run.Source(new SpssFormat());
        Assert.True(json.Count > Many);
        // With an empty row for the one that cannot be read.
        Assert.Equal(json.Count + 2, read.Count);
        var at = read[0].Index().ToDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);
        foreach (var (expected, cells) in json.Zip(read.Skip(1)))
        {
            foreach (var column in source.Plan.Columns)
            {
                var cell = expected[column.Name];
                var isText = cell.ValueKind == JsonValueKind.String;
                var given = cells[at[column.Name]];
                if (column.Type == ColumnType.Text)
                {
                    var typed = isText ? cell.GetString()! : "";
                    var cut = GivenAnswers.Cut(typed, SpssExportTests.WidthOf(column.Name));
                    Assert.Equal(
                        (column.Name, cut.TrimEnd(' ').ReplaceLineEndings("\n")), (column.Name, given.TrimEnd(' ').ReplaceLineEndings("\n")));
                    Assert.Equal(
                        isText ? cut.Length < typed.Length ? 2 : 1 : GivenAnswers.Number(cell), Number(cells[at[column.Name + "_code"]]));
                }
                else if (column.Type is ColumnType.Id or ColumnType.Hour)
                {
                    Assert.Equal((column.Name, isText ? cell.GetString() : cell.GetRawText()), (column.Name, given));
                }
                else
                {
                    Assert.Equal((column.Name, GivenAnswers.Number(cell)), (column.Name, Number(given)));
                }
            }
        }

        var labels = (await File.ReadAllLinesAsync(about, TestContext.Current.CancellationToken)).Select(line => line.Split('\u001f'))
            .ToDictionary(parts => parts[0], StringComparer.Ordinal);
        foreach (var (column, explained) in source.Plan.Columns.Zip(source.Codebook.Columns)
            .Where(pair => pair.First.Type is not ColumnType.Text))
        {
            var isNumber = column.Type != ColumnType.Id;
            var meanings = explained.Versions.Reverse().SelectMany(version => version.Values).DistinctBy(value => value.Value)
                .Where(value => !isNumber || long.TryParse(value.Value, CultureInfo.InvariantCulture, out _))
                .Select(value => $"{value.Value}={value.Meaning}").Order(StringComparer.Ordinal);
            Assert.Equal(
                meanings,
                labels[column.Name].Skip(4).Chunk(2).Select(pair => $"{pair[0].TrimEnd()}={pair[1]}").Order(StringComparer.Ordinal));
            if (isNumber && column.Group is { } group)
            {
                Assert.Equal(
                    [group.Codes.Text(MissingCode.Skipped), group.Codes.Text(MissingCode.NotPlaced)], labels[column.Name].Skip(2).Take(2));
            }
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
