using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition.Json;
using Participatie.Surveys.Language;
using Participatie.Surveys.PlainLanguage;
using Participatie.Web.Commands;

namespace Participatie.Tests.PlainLanguage;

public sealed class ReadCommandTests(ITestOutputHelper output) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lees");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Says_that_a_plain_text_is_fine()
    {
        var (code, said, _) = await ReadAsync("brief.txt", "Wij lezen uw antwoord. Daarna krijgt u een brief.");
        Assert.Equal(0, code);
        Assert.Contains("Deze tekst is makkelijk (A2). Dat is goed.", said, StringComparison.Ordinal);
        Assert.Contains("te kort", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Brouwer", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_place_sentence_reason_and_a_plainer_way()
    {
        var (code, said, _) = await ReadAsync("brief.txt", "Dag.\nMiddels deze brief hoort u meer.");
        Assert.Equal(1, code);
        Assert.Contains("Regel 2: Middels deze brief hoort u meer.", said, StringComparison.Ordinal);
        Assert.Contains("‘Middels’ is ambtelijke taal.", said, StringComparison.Ordinal);
        Assert.Contains("Schrijf bijvoorbeeld: met.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_formulas_for_a_longer_text_and_the_sentences_that_make_it_hard()
    {
        const string Long = "Als u na het lezen van deze brief nog vragen heeft over het plan, kunt u ons op werkdagen gewoon even bellen.";
        var (code, said, _) = await ReadAsync(
            "brief.txt", string.Concat(Enumerable.Repeat("Wij bouwen een brug bij het dorp. ", 10)) + Long);
        Assert.Equal(1, code);
        Assert.Contains("Deze tekst is moeilijk.", said, StringComparison.Ordinal);
        Assert.Contains($"  - regel 1, moeilijk: {Long}", said, StringComparison.Ordinal);
        Assert.Contains("Leesindex A van Brouwer: ", said, StringComparison.Ordinal);
        Assert.Contains("Ons eigen cijfer: ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_markdown_by_paragraph()
    {
        var (code, said, _) = await ReadAsync(
            "brief.md", "# Een kop\n\nWij bouwen **een brug**\nbij het [dorp](https://x.nl/dient).\n\n- De raad evalueert\n  het plan.\n");
        Assert.Equal(1, code);
        Assert.Contains("Zinnen: 3.", said, StringComparison.Ordinal);
        Assert.Contains("Regel 6: De raad evalueert het plan.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Points_at_each_text_of_a_definition_and_holds_the_easy_one_to_A2()
    {
        const string Words = "Wij willen heel graag van u weten wat u vindt van de buurt.";
        var (code, said, _) = await ReadAsync("vragen.json", $$$"""
            {"questions": [{"kind": "choice", "required": true,
              "text": {"nl": "Vindt u de straat niet veilig?", "nl-simple": "{{{Words}}}", "en": "Middels dient te"},
              "choices": [{"text": {"nl": "Goed"}}, {"text": {"nl": "Slecht"}}]}]}
            """);
        Assert.Equal(1, code);
        Assert.Contains($"  - /questions/0/text/nl-simple, moeilijk: {Words}", said, StringComparison.Ordinal);
        Assert.Contains("/questions/0/text/nl: Vindt u de straat niet veilig?", said, StringComparison.Ordinal);
        Assert.Contains("Deze antwoorden hebben geen midden.", said, StringComparison.Ordinal);
        Assert.Contains("Wie het niet weet, kan hier niets kiezen.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("dient te", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("leeg.txt", "  \n", "In dit bestand staat geen tekst.")]
    [InlineData("stuk.json", "{\"nl\":", "Het bestand stuk.json is geen geldige JSON.")]
    [InlineData("anders.json", "{\"en\": {\"x\": 1}}", "In dit bestand staat geen Nederlandse tekst.")]
    [InlineData("half.json", "{\"nl\": \"\\ud800\"}", "Het bestand half.json kunnen wij niet lezen.")]
    [InlineData("brief.docx", "Wij lezen alles.", "Kies een bestand dat eindigt op .txt, .md of .json.")]
    public async Task Refuses_what_cannot_be_read_in_one_sentence(string name, string content, string sentence)
    {
        var (code, said, problems) = await ReadAsync(name, content);
        Assert.Equal((2, "", sentence), (code, said, problems.Trim()));
    }

    [Fact]
    public async Task Refuses_a_missing_file_a_folder_and_other_bytes()
    {
        await File.WriteAllBytesAsync(Path.Combine(_folder.FullName, "bytes.txt"), [0xFF, 0xFE, 0x41, 0x00]);
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "map.txt"));
        Assert.Equal((2, "Het bestand weg.txt is er niet."), await RefusedAsync("weg.txt"));
        Assert.Equal((2, "Het bestand bytes.txt is geen gewone tekst (UTF-8)."), await RefusedAsync("bytes.txt"));
        Assert.Equal((2, "Het bestand map.txt kunnen wij niet lezen."), await RefusedAsync("map.txt"));
    }

    /// <summary>Twenty questions in two varieties; it takes a few milliseconds, and no text makes it slow.</summary>
    [Fact]
    public void Checks_a_definition_at_once()
    {
        using var document = JsonDocument.Parse(
            File.ReadAllText(Repository.Path("src/Participatie.Web/Content/consultations/themas.json")));
        var texts = FindDutchTexts.In(document.RootElement);
        Assert.True(texts.Count > 100);
        var times = Enumerable.Range(0, 7).Select(_ =>
        {
            var watch = Stopwatch.StartNew();
            Assert.NotEmpty(texts.Select(text => text.Read()).ToList());
            return watch.ElapsedMilliseconds;
        }).ToList();
        output.WriteLine($"{texts.Count} texts in {times.Min()} ms");
        Assert.InRange(times.Min(), 0, 50);
    }

    [Theory]
    [InlineData("dient dient a.b.c. (en of) ")]
    [InlineData("GGD a ")]
    [InlineData("a/")]
    [InlineData(". ")]
    [InlineData("niet, niet of ")]
    [InlineData("a-")]
    public void No_text_makes_the_check_slow(string part)
    {
        var watch = Stopwatch.StartNew();
        CheckText.Read(string.Concat(Enumerable.Repeat(part, 50_000 / part.Length)), isQuestion: true);
        Assert.InRange(watch.ElapsedMilliseconds, 0, 2000);
    }

    private async Task<(int Code, string Output, string Problems)> ReadAsync(string name, string content)
    {
        var file = new FileInfo(Path.Combine(_folder.FullName, name));
        await File.WriteAllTextAsync(file.FullName, content, new UTF8Encoding(false));
        var (written, problems) = (new StringWriter(), new StringWriter());
        var code = await ReadCommand.ReadAsync(file, written, problems, TestContext.Current.CancellationToken);
        return (code, written.ToString(), problems.ToString());
    }

    private async Task<(int Code, string Problem)> RefusedAsync(string name)
    {
        var (written, problems) = (new StringWriter(), new StringWriter());
        var code = await ReadCommand.ReadAsync(
            new FileInfo(Path.Combine(_folder.FullName, name)), written, problems, TestContext.Current.CancellationToken);
        return (code, problems.ToString().Trim());
    }
}
