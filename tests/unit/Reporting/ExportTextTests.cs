using System.Text;
using System.Text.Json;
using Participatie.Surveys.Answering;
using static Participatie.Tests.Reporting.ExportColumnsTests;

namespace Participatie.Tests.Reporting;

public sealed class ExportTextTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+31 592", "'+31 592")]
    [InlineData("-97", "'-97")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t'=1")]
    [InlineData("  \"=1", "  \"'=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("＠a ＋ ＝", "'＠a ＋ ＝")]
    [InlineData("﹣5", "'﹣5")]
    [InlineData("ja;=2", "ja;'=2")]
    [InlineData("een\n- twee", "een\n'- twee")]
    [InlineData("a=b, c-d en e@f.nl", "a=b, c-d en e@f.nl")]
    [InlineData("één - twee", "één - twee")]
    [InlineData("", "")]
    public async Task A_spreadsheet_does_not_run_what_was_typed(string typed, string written)
    {
        var definition = new GivenConsultation().WithOpen("open").Build();
        using var run = ExportRun.Of(definition).WithResponse(Given(definition, ("open", new Written(typed, "nl"))));

        var row = Assert.Single(await run.RowsAsync());

        Assert.Equal(written, row["open"]);
    }

    [Fact]
    public async Task The_file_is_utf8_with_a_mark_lines_end_in_crlf_and_typed_text_is_always_quoted()
    {
        var definition = new GivenConsultation().WithOpen("open").WithYesNo("klaar").Build();
        using var run = ExportRun.Of(definition)
            .WithResponse(Given(definition, ("open", new Written("Één \"keer\"", "nl")), ("klaar", new Missing(Reason.Skipped))));
        await run.WriteAsync();

        var bytes = run.Bytes("proef.csv");

        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Equal(
            "antwoord,versie,uur,kanaal,organisatie,taal,geholpen,open,open_taal,klaar\r\n"
            + "00000000000000010000000000000001,1,2027-01-15T08:00Z,brief,0,nl-simple,helper,\"Één \"\"keer\"\"\",nl,-99\r\n",
            Encoding.UTF8.GetString(bytes[3..]));
    }

    [Fact]
    public async Task A_text_longer_than_the_chunk_comes_out_whole()
    {
        var definition = new GivenConsultation().WithOpen("open").Build();
        var text = string.Concat(Enumerable.Repeat("🌳\"x\n", 400_000));
        using var run = ExportRun.Of(definition).WithResponse(Given(definition, ("open", new Written(text, "nl"))));

        Assert.Equal(text, Assert.Single(await run.RowsAsync())["open"]);
    }

    [Fact]
    public async Task Json_has_a_line_for_each_response_with_texts_as_they_were_typed_and_numbers_as_numbers()
    {
        var definition = new GivenConsultation().WithOpen("open").WithNumber("aantal", 0, 9).WithYesNo("klaar").Build();
        using var run = ExportRun.Of(definition)
            .WithResponse(
                Given(definition, ("open", new Written("=1+1\n\"", "nl")), ("aantal", new Amount(4)), ("klaar", new Chosen("ja"))))
            .WithResponse(
                Given(definition, ("open", new Missing(Reason.Skipped)), ("aantal", new Amount(0)), ("klaar", new Chosen("nee"))));
        await run.WriteAsync("json");

        var rows = Lines(run).Select(line => JsonSerializer.Deserialize<JsonElement>(line)).ToList();

        Assert.Equal(2, rows.Count);
        Assert.Equal("=1+1\n\"", rows[0].GetProperty("open").GetString());
        Assert.Equal(4, rows[0].GetProperty("aantal").GetInt32());
        Assert.Equal(1, rows[0].GetProperty("klaar").GetInt32());
        Assert.Equal(-99, rows[1].GetProperty("open").GetInt32());
    }

    [Fact]
    public async Task A_dutch_spreadsheet_gets_semicolons_and_decimals_behind_a_comma()
    {
        var definition = new GivenConsultation().WithNumber("huur", 0, 2000)
            .Where(last => ((Surveys.Definition.Questions.NumberQuestion)last) with { Decimals = 2 }).WithOpen("open").Build();
        using var run = ExportRun.Of(definition)
            .WithResponse(Given(definition, ("huur", new Amount(12.5m)), ("open", new Written("a;b,c", "nl"))))
            .WithResponse(Given(definition, ("huur", new Missing(Reason.Skipped)), ("open", new Missing(Reason.Skipped))));
        await run.WriteAsync(semicolons: true);

        Assert.Equal(
            "12,5;\"a;b,c\";nl|-99;-99;-99",
            string.Join('|', Lines(run).Skip(1).Select(line => string.Join(';', line.Split(';').Skip(7)))));
    }

    [Theory]
    [InlineData("\\ud800", "\uFFFD")]
    [InlineData("a\\uDC00b\\n\\u00e9", "a\uFFFDb\né")]
    [InlineData("\\ud83c\\udf33", "🌳")]
    public async Task Half_a_pair_of_code_units_is_no_letter_and_takes_nothing_else_away(string stored, string read)
    {
        var definition = new GivenConsultation().WithOpen("open").Build();
        using var run = ExportRun.Of(definition).WithDamaged("{\"open\":{\"text\":\"" + stored + "\",\"lang\":\"nl\"}}");

        Assert.Equal(read, Assert.Single(await run.RowsAsync())["open"]);
        await run.WriteAsync("json");
        Assert.Equal(read, JsonSerializer.Deserialize<JsonElement>(Assert.Single(Lines(run))).GetProperty("open").GetString());
    }

    [Fact]
    public async Task No_responses_make_a_whole_file_all_the_same()
    {
        using var run = ExportRun.Of(new GivenConsultation().WithYesNo("klaar").Build());

        Assert.Empty(await run.RowsAsync());
        await run.WriteAsync("json");
        Assert.Empty(run.Bytes("proef.csv"));
    }

    private static string[] Lines(ExportRun run) =>
        Encoding.UTF8.GetString(run.Bytes("proef.csv")).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.TrimEnd('\r')).ToArray();
}
