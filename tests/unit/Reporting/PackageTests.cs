using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Participatie.Load.Filling;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Language;
using Participatie.Surveys.PlainLanguage;
using Participatie.Surveys.Reporting.Export.Formats;
using static Participatie.Tests.Reporting.ExportColumnsTests;

namespace Participatie.Tests.Reporting;

/// <summary>The package is whole, says itself that it is, and cannot be taken for whole when it is not.</summary>
public sealed class PackageTests
{
    private const string Wide = "antwoorden-breed.csv";
    private const string Long = "antwoorden-lang.csv";

    private static readonly Consultation Everything = GivenConsultation.WithEveryKind().WithMarkedChoices().Build();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(40)]
    public async Task The_manifest_comes_last_and_counts_and_hashes_what_was_written(int responses)
    {
        using var run = Filled(responses);
        var files = await run.UnpackAsync();
        using var manifest = JsonDocument.Parse(files["manifest.json"]);
        var root = manifest.RootElement;

        Assert.Equal(
            [
                "LEESMIJ.txt", Wide, Long, "codeboek.csv", "codeboek.json", "antwoorden.schema.json", "codeboek.ddi.xml", "versies/versie-1.json", "wijzigingen.csv",
                "rangorde.csv", "manifest.json",
            ],
            files.Keys);
        Assert.Equal(
            files.SkipLast(1).Select(file => (file.Key, (long)file.Value.Length, Convert.ToHexStringLower(SHA256.HashData(file.Value)))),
            root.GetProperty("files").EnumerateArray().Select(file => (
                file.GetProperty("name").GetString()!, file.GetProperty("bytes").GetInt64(), file.GetProperty("sha256").GetString()!)));
        Assert.Equal(responses, root.GetProperty("rows").GetInt64());
        Assert.Equal(responses, run.RowsOf(files[Wide]).Count);
        Assert.Equal(root.GetProperty("longRows").GetInt64(), run.RowsOf(files[Long]).Count);
        Assert.Equal("alles", root.GetProperty("filters").GetString());
        Assert.Equal("een proef", root.GetProperty("purpose").GetString());
        Assert.Equal(responses, root.GetProperty("versions")[0].GetProperty("rows").GetInt64());
        Assert.Equal(DefinitionWriter.Write(Everything), files["versies/versie-1.json"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_long_file_has_every_cell_of_the_wide_one(bool semicolons)
    {
        using var run = Filled(25);
        var files = await run.UnpackAsync(semicolons: semicolons);
        var separator = semicolons ? ';' : ',';
        var wide = run.RowsOf(files[Wide], separator);

        Assert.Equal(
            wide.SelectMany(row => row.Skip(7).Select(cell => (row["antwoord"], cell.Key, cell.Value))),
            run.RowsOf(files[Long], separator).Select(row => (row["antwoord"], row["kolom"], row["waarde"])));
        Assert.NotEmpty(run.RowsOf(files["codeboek.csv"], separator));
        // Also the columns of the tables beside the answers.
        Assert.All(
            new[] { Long, "wijzigingen.csv", "rangorde.csv" },
            file => Assert.Equal(
                Encoding.UTF8.GetString(files[file]).TrimStart('\uFEFF').Split("\r\n")[0].Split(separator),
                run.RowsOf(files["codeboek.csv"], separator).Where(row => row["bestand"] == file).Select(row => row["kolom"])));
        Assert.Contains(
            run.RowsOf(files["codeboek.csv"], separator),
            row => (row["kolom"], row["vraag"], row["keuze"]) == ("choices_zorg", "choices", "zorg"));
    }

    [Fact]
    public async Task What_breaks_off_has_no_end_and_no_program_takes_it_for_whole()
    {
        using var run = Filled(5).Breaking();
        using var bytes = new MemoryStream();
        var format = ExportFormats.Of("pakket")!;

        await Assert.ThrowsAsync<IOException>(() => format.WriteAsync(run.Source(format), bytes, CancellationToken.None));

        Assert.True(bytes.Length > 0);
        bytes.Position = 0;
        Assert.Throws<InvalidDataException>(() => ExportRun.Unpack(bytes));
    }

    [Fact]
    public async Task A_file_that_is_too_long_for_an_entry_goes_on_in_a_next_one()
    {
        using var whole = Filled(250);
        using var split = Filled(250);
        var files = await whole.UnpackAsync();

        // Each range is written at once when the test hands over one response a range.
        split.RowsInARange = 1;
        var parts = await split.UnpackAsync(new PackageFormat { LongestEntry = 200_000 });

        var long1 = split.RowsOf(parts[Long]);
        Assert.Contains("antwoorden-lang-2.csv", parts.Keys);
        Assert.Equal(
            whole.RowsOf(files[Long]).Select(row => string.Join('|', row.Values)),
            parts.Where(file => file.Key.StartsWith("antwoorden-lang", StringComparison.Ordinal))
                .SelectMany(file => split.RowsOf(file.Value)).Select(row => string.Join('|', row.Values)));
        Assert.NotEmpty(long1);
    }

    [Fact]
    public async Task What_comes_in_while_it_is_made_waits_for_the_next_and_what_goes_is_counted()
    {
        var definition = new GivenConsultation().WithYesNo("mee").Build();
        using var run = ExportRun.Of(definition)
            .WithResponse(Given(definition, ("mee", new Chosen("ja"))))
            .WithResponse(Given(definition, ("mee", new Chosen("nee"))))
            .ThenHandedIn(Given(definition, ("mee", new Chosen("ja"))))
            .WithResponse(Given(definition, ("mee", new Chosen("ja"))))
            .ThenWithdrawn(2);
        var files = await run.UnpackAsync();

        Assert.Equal(["1", "2", "4"], run.RowsOf(files[Wide]).Select(row => row["antwoord"][^1..]));
        Assert.Equal(["1", "4"], run.RowsOf(files[Long]).Select(row => row["antwoord"][^1..]));
        using var manifest = JsonDocument.Parse(files["manifest.json"]);
        Assert.Equal(1, manifest.RootElement.GetProperty("withdrawnMeanwhile").GetInt64());
        Assert.Equal(3, manifest.RootElement.GetProperty("rows").GetInt64());
    }

    [Fact]
    public async Task A_question_that_was_worded_anew_twice_is_told_in_the_log_of_changes_and_in_the_codebooks()
    {
        Consultation[] versions =
        [
            .. new[] { "Komt u met de bus?", "Reist u met de bus?", "=Reist u vaak met de bus?" }.Select(words =>
                new GivenConsultation().WithYesNo("bus").Where(last => last with { Text = GivenConsultation.Words(words) }).Build()),
        ];
        var life = ConsultationLife.Of(
            1,
            "proef",
            isTrial: false,
            versions.Index().Select(version => new LifeEvent(
                version.Index + 1,
                ExportRun.Made,
                "Anna <anna@voorbeeld.nl>",
                version.Index == 0 ? LifeStep.Opened : LifeStep.Corrected,
                Day: null,
                version.Index + 1,
                Revision: null,
                version.Index == 0 ? "" : "Duidelijker",
                Answers: null)));
        using var run = ExportRun.With(life, versions);
        var files = await run.UnpackAsync();

        var changes = run.RowsOf(files["wijzigingen.csv"]);
        Assert.Equal(
            ["geopend||", "verbeterd||", "anders gezegd|Komt u met de bus?|Reist u met de bus?", "verbeterd||", "anders gezegd|Reist u met de bus?|'=Reist u vaak met de bus?"],
            changes.Where(row => row["taal"] is "" or Languages.Dutch).Select(row => $"{row["wat"]}|{row["was"]}|{row["werd"]}"));
        Assert.DoesNotContain("Anna", Encoding.UTF8.GetString(files["wijzigingen.csv"]), StringComparison.Ordinal);
        Assert.Equal(
            3, run.RowsOf(files["codeboek.csv"]).Where(row => row["kolom"] == "bus").Select(row => row["tekst"]).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(
            ["In versie 1: Komt u met de bus?", "In versie 2: Reist u met de bus?"],
            Ddi(files).Descendants(Name("notes")).Select(note => note.Value));
    }

    /// <summary>The elements that DDI-Codebook 2.5 asks of everybody, and those without which a variable says nothing.</summary>
    [Theory]
    [InlineData("stdyDscr/citation/titlStmt/titl")]
    [InlineData("docDscr/citation/titlStmt/titl")]
    [InlineData("stdyDscr/stdyInfo/sumDscr/universe")]
    [InlineData("fileDscr/fileTxt/fileName")]
    [InlineData("fileDscr/fileTxt/dimensns/caseQnty")]
    [InlineData("dataDscr/var/labl")]
    [InlineData("dataDscr/var/qstn/qstnLit")]
    [InlineData("dataDscr/var/catgry/catValu")]
    [InlineData("dataDscr/var/catgry/labl")]
    [InlineData("dataDscr/var/varFormat")]
    public async Task The_ddi_codebook_has_the_elements_of_the_standard(string path)
    {
        using var run = Filled(2);
        var root = Ddi(await run.UnpackAsync()).Root!;

        Assert.Equal(Name("codeBook"), root.Name);
        Assert.Equal("2.5", root.Attribute("version")!.Value);
        var found = path.Split('/').Aggregate(
            (IEnumerable<XElement>)[root], (elements, name) => elements.SelectMany(element => element.Elements(Name(name))));
        Assert.All(found, element => Assert.False(element.IsEmpty && !element.HasAttributes, path));
        Assert.NotEmpty(found);
    }

    /// <summary>The sequences of the standard, with the elements that are used here.</summary>
    [Theory]
    [InlineData("codeBook", "docDscr stdyDscr fileDscr dataDscr")]
    [InlineData("citation", "titlStmt prodStmt")]
    [InlineData("titlStmt", "titl IDNo")]
    [InlineData("stdyDscr", "citation stdyInfo")]
    [InlineData("stdyInfo", "abstract sumDscr")]
    [InlineData("sumDscr", "collDate nation anlyUnit universe dataKind")]
    [InlineData("fileTxt", "fileName dimensns fileType")]
    [InlineData("var", "labl qstn catgry concept varFormat notes")]
    [InlineData("catgry", "catValu labl")]
    public async Task The_ddi_codebook_has_them_in_the_order_of_the_standard(string element, string order)
    {
        using var run = Filled(2);
        var places = order.Split(' ').ToList();

        Assert.All(Ddi(await run.UnpackAsync()).Descendants(Name(element)), one =>
        {
            var found = one.Elements().Select(child => places.IndexOf(child.Name.LocalName)).ToList();
            Assert.DoesNotContain(-1, found);
            Assert.Equal(found.Order(), found);
        });
    }

    [Fact]
    public async Task Every_variable_of_the_ddi_codebook_is_a_column_and_its_ids_are_unique()
    {
        using var run = Filled(2);
        var files = await run.UnpackAsync();
        var variables = Ddi(files).Descendants(Name("var")).ToList();

        Assert.Equal(run.RowsOf(files[Wide])[0].Keys, variables.Select(variable => variable.Attribute("name")!.Value));
        var ids = Ddi(files).Descendants().Select(element => element.Attribute("ID")?.Value).OfType<string>().ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>Held by hand: the one checker that is free is not.</summary>
    [Fact]
    public async Task Each_line_of_json_is_what_the_schema_says()
    {
        using var run = Filled(60);
        using var schema = JsonDocument.Parse((await run.UnpackAsync())["antwoorden.schema.json"]);
        using var again = Filled(60);
        await again.WriteAsync("json");
        var members = schema.RootElement.GetProperty("properties");
        var names = schema.RootElement.GetProperty("required").EnumerateArray().Select(name => name.GetString()!).ToList();

        foreach (var line in Encoding.UTF8.GetString(again.Bytes("proef.csv")).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using var row = JsonDocument.Parse(line);
            Assert.Equal(names, row.RootElement.EnumerateObject().Select(member => member.Name));
            Assert.All(row.RootElement.EnumerateObject(), member => Assert.True(Fits(member.Value, members.GetProperty(member.Name)), $"{member}"));
        }

        static bool Fits(JsonElement value, JsonElement schema) =>
            schema.TryGetProperty("const", out var code) ? JsonElement.DeepEquals(value, code)
            : schema.TryGetProperty("oneOf", out var one) ? one.EnumerateArray().Count(each => Fits(value, each)) == 1
            : schema.TryGetProperty("anyOf", out var any) ? any.EnumerateArray().Any(each => Fits(value, each))
            : schema.GetProperty("type").GetString() switch
            {
                "string" => value.ValueKind == JsonValueKind.String,
                "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
                _ => value.ValueKind == JsonValueKind.Number,
            };
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_readme_is_plain_dutch(bool semicolons)
    {
        using var run = Filled(1);
        var text = Encoding.UTF8.GetString((await run.UnpackAsync(semicolons: semicolons))["LEESMIJ.txt"]);
        // Names of files are no words.
        var words = string.Join(
            "\n\n", text.Split("\r\n").Select(line => line.StartsWith("- ", StringComparison.Ordinal) && line.Contains(':') ? line[(line.IndexOf(':') + 1)..] : line));

        var reading = new DutchText("", MarkdownLines.Plain(words), Languages.Dutch).Read();

        Assert.False(reading.IsAboveAim, string.Join('\n', reading.Warnings.Select(warning => $"{warning.Sentence.Text}: {warning.Why}")));
    }

    [Fact]
    public async Task Control_characters_of_a_definition_do_not_break_the_ddi_codebook()
    {
        using var run = ExportRun.Of(
            new GivenConsultation().WithYesNo("bus").Where(last => last with { Text = GivenConsultation.Words("Bus\u0001 & <trein> 🌳?") }).Build());

        Assert.Contains(Ddi(await run.UnpackAsync()).Descendants(Name("qstnLit")), element => element.Value == "Bus & <trein> 🌳?");
    }

    private static XDocument Ddi(IReadOnlyDictionary<string, byte[]> files) =>
        XDocument.Parse(Encoding.UTF8.GetString(files["codeboek.ddi.xml"]));

    private static XName Name(string name) => XName.Get(name, "ddi:codebook:2_5");

    private static ExportRun Filled(int responses)
    {
        var random = new RandomAnswers(7);
        var run = ExportRun.Of(Everything);
        for (var response = 0; response < responses; response++)
        {
            run.WithResponse(random.To(Everything), rotation: random.Rotation());
        }

        return run;
    }
}
