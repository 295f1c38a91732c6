using System.Globalization;
using System.Text;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Reporting.Export;
using Participatie.Surveys.Reporting.Export.Columns;
using Participatie.Surveys.Reporting.Export.Formats;

namespace Participatie.Tests.Reporting.Statistics;

/// <summary>Holds what GNU PSPP reads in an export against the same export as JSON, and its labels against the codebook.</summary>
public sealed class SpssExportTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(300)]
    public async Task Every_value_is_the_one_of_the_other_files(int random)
    {
        using var run = GivenAnswers.Run(random);
        var json = await GivenAnswers.JsonAsync(run);
        var written = await run.WriteAsync("sav");
        var read = await Pspp.RowsAsync(run.Target);

        // The one that cannot be read was promised before anybody knew: its row is there and empty.
        Assert.Equal((json.Count, json.Count + 2), (written.Rows, read.Count));
        Assert.Equal(1, written.Damaged);
        Assert.All(read[^1], cell => Assert.Equal("", cell.Trim()));
        var columns = run.Source(new SpssFormat()).Plan.Columns;
        Assert.Equal(
            columns.SelectMany(column => column.Type == ColumnType.Text ? new[] { column.Name, column.Name + "_code" } : [column.Name]),
            read[0]);
        var at = read[0].Index().ToDictionary(name => name.Item, name => name.Index, StringComparer.Ordinal);
        foreach (var (expected, cells) in json.Zip(read.Skip(1)))
        {
            foreach (var column in columns)
            {
                Assert.Equal((column.Name, Expected(column, expected)), (column.Name, Read(column, cells, at)));
            }
        }
    }

    /// <summary>Each row has its place in the file by itself, so nothing else tells that there should be more of them.</summary>
    [Fact]
    public async Task A_file_that_ends_exactly_between_two_rows_is_not_taken_for_whole()
    {
        // Codes go eight together: behind eight rows, and behind sixteen, they end with a row.
        var (eight, sixteen) = (await OfAsync(8), await OfAsync(16));
        // The last group says that it is the end.
        var cut = sixteen[..(eight.Length - 8)];
        Assert.Equal(eight[100..^8], cut[100..]);
        var folder = Directory.CreateTempSubdirectory("sav");
        var file = Path.Combine(folder.FullName, "half.sav");
        await File.WriteAllBytesAsync(file, cut, TestContext.Current.CancellationToken);

        var said = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() => Pspp.RowsAsync(file));

        // It ends with 1, which no whole file makes it do.
        Assert.Matches(@"Actual:\s+Tuple \(1, ", said.Message);
        folder.Delete(recursive: true);

        static async Task<byte[]> OfAsync(int responses)
        {
            var definition = GivenAnswers.Versions[0];
            var random = new Participatie.Load.Filling.RandomAnswers(3);
            using var run = ExportRun.Of(definition);
            for (var response = 0; response < responses; response++)
            {
                run.WithResponse(random.To(definition));
            }

            await run.WriteAsync("sav");
            return run.Bytes("proef.csv");
        }
    }

    [Fact]
    public async Task Who_withdraws_meanwhile_leaves_an_empty_row_and_who_comes_meanwhile_waits()
    {
        var definition = new GivenConsultation().WithYesNo("mee").Build();
        var yes = ExportColumnsTests.Given(definition, ("mee", new Chosen("ja")));
        using var run = ExportRun.Of(definition).WithResponse(yes).WithResponse(yes).ThenHandedIn(yes).WithResponse(yes).ThenWithdrawn(2);

        var written = await run.WriteAsync("sav");

        Assert.Equal(2, written.Rows);
        Assert.Equal(
            ["1", "4", ""], (await Pspp.RowsAsync(run.Target)).Skip(1).Select(row => row[0].Trim() is [.., var last] ? $"{last}" : ""));
    }

    [Fact]
    public async Task No_response_at_all_is_a_file_all_the_same()
    {
        using var run = ExportRun.Of([.. GivenAnswers.Versions]);
        await run.WriteAsync("sav");

        Assert.Single(await Pspp.RowsAsync(run.Target));
    }

    [Fact]
    public async Task Every_label_is_the_one_of_the_codebook()
    {
        using var run = GivenAnswers.Run(0);
        await run.WriteAsync("sav");
        var said = await Pspp.SaysAsync(run.Target, "SET TVARS=NAMES.\nDISPLAY DICTIONARY.");
        var source = run.Source(new SpssFormat());
        var variables = Table(said, "Variables").ToDictionary(row => row["Name"], StringComparer.Ordinal);
        var values = Values(said);

        foreach (var (column, explained) in source.Plan.Columns.Zip(source.Codebook.Columns))
        {
            var asked = explained.Versions.Last(version => version.Text != "(niet gevraagd in deze versie)").Text;
            var label = variables[column.Name]["Label"];
            Assert.True(label == asked || IsCutOf(label, asked), $"{column.Name}: {label}");
            var isNumber = column.Type is not (ColumnType.Text or ColumnType.Id);
            var meanings = explained.Versions.Reverse().SelectMany(version => version.Values).DistinctBy(value => value.Value)
                .Where(value => !isNumber || long.TryParse(value.Value, CultureInfo.InvariantCulture, out _))
                .Where(_ => column.Type != ColumnType.Text)
                .Select(value => $"{value.Value}={value.Meaning}").Order(StringComparer.Ordinal);
            var given = values[column.Name].Select(value => $"{(isNumber ? Whole(value.Value) : value.Value)}={value.Label}")
                .Order(StringComparer.Ordinal);
            Assert.Equal(meanings, given);
            if (isNumber && column.Group is { } group)
            {
                Assert.Equal(
                    $"{group.Codes.Text(MissingCode.Skipped)} THRU {group.Codes.Text(MissingCode.NotPlaced)}",
                    variables[column.Name]["Missing Values"]);
            }
        }

        Assert.Equal("Ordinal", variables["feeling"]["Measurement Level"]);
        Assert.Equal("Nominal", variables["choice"]["Measurement Level"]);
        Assert.Equal("Scale", variables["number"]["Measurement Level"]);
        Assert.Equal("Ordinal", variables["ranking_jeugd"]["Measurement Level"]);
        Assert.Equal("A2000", variables["open"]["Print Format"]);
        Assert.Equal("DATETIME17.0", variables["uur"]["Print Format"]);
    }

    [Fact]
    public async Task Choices_that_go_together_are_a_set()
    {
        using var run = GivenAnswers.Run(0);
        await run.WriteAsync("sav");

        var sets = Table(await Pspp.SaysAsync(run.Target, "MRSETS /DISPLAY NAME=ALL."), "Multiple Response Sets");

        Assert.Equal(
            [
                "$choices Dichotomies 1 choices_wonen choices_werken choices_zorg choices_natuur",
                "$hulp Dichotomies 1 hulp_buren hulp_familie hulp_anders hulp_geen",
                "$later Dichotomies 1 later_k later_l",
            ],
            sets.Select(set => $"{set["Name"]} {set["Encoding"]} {set["Counted Value"]} {set["Member Variables"].ReplaceLineEndings(" ")}")
                .Order(StringComparer.Ordinal));
        Assert.StartsWith("Wat vindt u het belangrijkst?", sets.First(set => set["Name"] == "$choices")["Label"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_says_which_words_changed_and_what_was_cut()
    {
        using var run = GivenAnswers.Run(0);
        await run.WriteAsync("sav");

        var said = string.Join(' ', (await Pspp.SaysAsync(run.Target, "DISPLAY DOCUMENTS.")).SelectMany(cells => cells))
            .ReplaceLineEndings(" ");

        Assert.Contains("number, versie 1: Hoe ver?", said, StringComparison.Ordinal);
        Assert.Contains("number, versie 2: Hoe ver is het?", said, StringComparison.Ordinal);
        Assert.Contains("number, versie 3: Hoeveel kilometer?", said, StringComparison.Ordinal);
        Assert.Contains("hooguit de eerste 2000 bytes", said, StringComparison.Ordinal);
        Assert.Contains("Keuze uit de antwoorden: alles.", said, StringComparison.Ordinal);

        await run.WriteAsync("sav", filters: new() { Organisation = true, Until = new DateOnly(2027, 1, 31) });
        said = string.Join(' ', (await Pspp.SaysAsync(run.Target, "DISPLAY DOCUMENTS.")).SelectMany(cells => cells))
            .ReplaceLineEndings(" ");
        Assert.Contains("alleen organisaties, tot en met 2027-01-31.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_left_out_of_a_mean()
    {
        using var run = GivenAnswers.Run(50);
        var json = await GivenAnswers.JsonAsync(run);
        await run.WriteAsync("sav");

        var said = await Pspp.SaysAsync(run.Target, "DESCRIPTIVES number /STATISTICS=MEAN.");

        var codes = run.Source(new SpssFormat()).Plan.Groups.First(group => group.Question == "number").Codes;
        var answers = json.Select(row => GivenAnswers.Number(row["number"]))
            .Where(number => number > codes[MissingCode.NotPlaced]).ToList();
        var row = said.First(cells => cells.Length > 2 && cells[1] == answers.Count.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(answers.Average(), double.Parse(row[2], CultureInfo.InvariantCulture), 0.01);
    }

    private static string Expected(ExportColumn column, Dictionary<string, System.Text.Json.JsonElement> row)
    {
        var cell = row[column.Name];
        var isText = cell.ValueKind == System.Text.Json.JsonValueKind.String;
        if (column.Type == ColumnType.Text)
        {
            var typed = isText ? cell.GetString()! : "";
            var cut = GivenAnswers.Cut(typed, WidthOf(column.Name));
            // Spaces at the end say nothing in SPSS, and PSPP writes every line end as its own.
            return $"{cut.TrimEnd(' ').ReplaceLineEndings("\n")} {(isText ? cut.Length < typed.Length ? 2 : 1 : GivenAnswers.Number(cell))}";
        }

        return isText ? cell.GetString()! : GivenAnswers.Text(GivenAnswers.Number(cell));
    }

    private static string Read(ExportColumn column, string[] cells, Dictionary<string, int> at) => column.Type switch
    {
        ColumnType.Text => $"{cells[at[column.Name]].TrimEnd(' ')} {cells[at[column.Name + "_code"]]}",
        ColumnType.Id => cells[at[column.Name]].TrimEnd(' '),
        ColumnType.Hour => DateTime.ParseExact(cells[at[column.Name]].Trim(), Moments, CultureInfo.InvariantCulture)
            .ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture),
        _ => GivenAnswers.Text(double.Parse(cells[at[column.Name]], CultureInfo.InvariantCulture)),
    };

    private static readonly string[] Moments = ["MM/dd/yyyy HH:mm:ss", "dd-MMM-yyyy HH:mm", "yyyy-MM-dd HH:mm:ss", "MM/dd/yyyy H:mm:ss"];

    internal static int WidthOf(string column) => column switch
    {
        "text" => 400,
        "open" => 2000,
        _ => 800,
    };

    /// <summary>A variable is named in its first row alone; a value that is missing has a mark behind it.</summary>
    private static ILookup<string, (string Value, string Label)> Values(IReadOnlyList<string[]> said)
    {
        var rows = new List<(string Variable, string Value, string Label)>();
        foreach (var cells in said.SkipWhile(cells => cells is not ["Table: Value Labels"]).Skip(2).TakeWhile(cells => cells.Length == 3))
        {
            rows.Add((
                cells[0].Length > 0 ? cells[0] : rows[^1].Variable,
                cells[1].Replace("[a]", "", StringComparison.Ordinal).TrimEnd(), cells[2]));
        }

        return rows.ToLookup(row => row.Variable, row => (row.Value, row.Label), StringComparer.Ordinal);
    }

    private static string Whole(string number) => GivenAnswers.Text(double.Parse(number, CultureInfo.InvariantCulture));

    private static bool IsCutOf(string label, string whole) => Encoding.UTF8.GetByteCount(label) <= 255
        && label.Split('…') is [var begin, var end]
        && whole.StartsWith(begin, StringComparison.Ordinal) && whole.EndsWith(end, StringComparison.Ordinal);

    private static List<Dictionary<string, string>> Table(IReadOnlyList<string[]> said, string name)
    {
        var start = said.Index().First(line => line.Item is [var only] && only == $"Table: {name}").Index;
        var names = said[start + 1];
        return
        [
            .. said.Skip(start + 2)
                .TakeWhile(cells => cells.Length == names.Length && !cells[0].StartsWith("Table:", StringComparison.Ordinal))
                .Select(cells => names.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)),
        ];
    }
}
