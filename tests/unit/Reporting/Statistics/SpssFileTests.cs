using System.Globalization;
using System.Text;
using Participatie.Surveys.Reporting.Export;
using Participatie.Surveys.Reporting.Export.Spss;

namespace Participatie.Tests.Reporting.Statistics;

public sealed class SpssFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("spss").FullName;

    private string File => Path.Combine(_folder, "proef.sav");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(504)]
    [InlineData(505)]
    [InlineData(756)]
    [InlineData(2000)]
    [InlineData(32_767)]
    public async Task A_text_of_any_width_comes_out_whole(int width)
    {
        var texts = new[]
        {
            "", "a", Long(width), Long(width / 2), Long(Math.Min(width, 255)), Long(Math.Min(width, 254)), "einde"[..Math.Min(5, width)],
        };
        Write(
            new SpssDictionary
            {
                FileLabel = "proef",
                Made = ExportRun.Made,
                Rows = 0,
                Variables =
                [
                    new SpssVariable { Name = "voor", Width = 3 },
                    new SpssVariable { Name = "tekst", Width = width },
                    new SpssVariable { Name = "na" },
                ],
            },
            texts.Length,
            (rows, row) =>
            {
                rows.Text("x"u8, 3);
                rows.Text(Encoding.UTF8.GetBytes(texts[row]), width);
                rows.Number(row);
            });

        var read = await Pspp.RowsAsync(File);

        Assert.Equal(["voor", "tekst", "na"], read[0]);
        Assert.Equal(texts.Select((text, row) => $"x,{text},{row}"), read.Skip(1).Select(cells => string.Join(',', cells)));
    }

    [Fact]
    public async Task Numbers_that_have_a_code_and_those_that_have_none_come_out_alike()
    {
        double[] numbers = [-1e9, -1000, -100, -99, -1, -0.5, 0, 0.25, 1, 151, 152, 1e9, 123456.75];
        Write(
            new SpssDictionary
            {
                FileLabel = "",
                Made = ExportRun.Made,
                Rows = 0,
                Variables = [new SpssVariable { Name = "getal", Format = SpssPrintFormat.Number(2) }, new SpssVariable { Name = "niets" }],
            },
            numbers.Length,
            (rows, row) =>
            {
                rows.Number(numbers[row]);
                rows.Nothing();
            });

        var read = await Pspp.RowsAsync(File);

        Assert.Equal(numbers, read.Skip(1).Select(cells => double.Parse(cells[0], CultureInfo.InvariantCulture)));
        Assert.All(read.Skip(1), cells => Assert.Equal("", cells[1].Trim()));
    }

    [Fact]
    public async Task A_row_that_is_taken_back_leaves_nothing()
    {
        Write(
            new SpssDictionary
            {
                FileLabel = "",
                Made = ExportRun.Made,
                Rows = 0,
                Variables = [new SpssVariable { Name = "a" }, new SpssVariable { Name = "b", Width = 20 }],
            },
            3,
            (rows, row) =>
            {
                rows.Number(1000 + row);
                rows.Text("half"u8, 20);
                if (row == 1)
                {
                    rows.TakeRowBack();
                    rows.Number(7);
                    rows.Text("heel"u8, 20);
                }
            });

        Assert.Equal(
            ["1000 half", "7 heel", "1002 half"], (await Pspp.RowsAsync(File)).Skip(1).Select(cells => string.Join(' ', cells)));
    }

    private static string Long(int bytes) => string.Concat(Enumerable.Range(0, bytes).Select(at => (char)('a' + (at % 26))));

    private void Write(SpssDictionary dictionary, int count, Action<SpssRows, int> write)
    {
        var output = new OutputBuffer();
        output.Append(SpssHead.Of(dictionary with { Rows = count }));
        var rows = new SpssRows();
        for (var row = 0; row < count; row++)
        {
            write(rows, row);
            rows.EndRow(output);
        }

        rows.End(output);
        System.IO.File.WriteAllBytes(File, output.Written.ToArray());
    }
}
