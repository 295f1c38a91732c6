using System.Text;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.OpenAnswers;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.PlainLanguage;
using Participatie.Surveys.Reporting.Export.Formats;
using Participatie.Surveys.Reporting.Export.Packing;
using Participatie.Surveys.Reporting.OpenData;
using Participatie.Tests.Analysis.Attack;

namespace Participatie.Tests.Reporting;

/// <summary>Files for others are tables that are public already, and nothing of a person.</summary>
public sealed class TablesForOthersTests
{
    private static readonly string[] Known =
    [
        "LEESMIJ.txt", "uitslag.csv", "uitslag.json", "codeboek.csv", "codeboek.json", "open-antwoorden.csv", "wijzigingen.csv",
        "besluiten.csv", "manifest.json",
    ];

    /// <summary>So what the attack finds in the open data, or does not find, holds for these files at any moment.</summary>
    [Fact]
    public async Task They_hold_the_rows_of_the_open_data_to_the_byte_whatever_the_attacked_history()
    {
        var checkedStates = 0;
        foreach (var state in Enumerable.Range(1, 40).SelectMany(seed => History.Of((ulong)seed).States).Where(state => state.Questions.Count > 1))
        {
            var files = await UnpackAsync(state.Versions, new PublicTables(ExportRun.Made, state.Questions, Nothing));

            Assert.Equal(Known, files.Keys);
            Assert.Equal(OpenFiles.ToCsv(OpenTable.Of(state.Versions, state.Questions)), files["uitslag.csv"]);
            Assert.Equal(
                OpenFiles.ToJson(state.Versions, ExportRun.Made, Nothing, OpenTable.Of(state.Versions, state.Questions)), files["uitslag.json"]);
            checkedStates++;
        }

        Assert.True(checkedStates > 50, $"{checkedStates}");
    }

    [Fact]
    public async Task Filters_make_no_difference_and_no_response_is_looked_at()
    {
        var state = History.Of(3).States[^1];
        var tables = new PublicTables(ExportRun.Made, state.Questions, Nothing);
        var format = new TablesFormat();
        using var run = ExportRun.OfVersions(state.Versions).Breaking();
        run.Public = tables;
        var source = run.Source(format);
        using var all = new MemoryStream();
        await format.WriteAsync(source, all, CancellationToken.None);

        using var part = new MemoryStream();
        await format.WriteAsync(run.Source(format, filters: new() { Version = 1, Organisation = true }), part, CancellationToken.None);

        Assert.Equal(all.ToArray(), part.ToArray());
    }

    /// <summary>Their order is held beside the database: see <c>ReleaseAnswerTests</c>.</summary>
    [Fact]
    public async Task Released_answers_have_no_number_and_no_group()
    {
        var definition = new GivenConsultation().WithOpen("een").WithOpen("twee").Build();
        ReleasedText[] released =
        [
            new("een", Population.Open, new Passage("Alles goed", "nl")), new("een", Population.Invited, new Passage("Zeker weten", "nl")),
            new("twee", Population.Invited, new Passage("=Aardig", "nl")), new("twee", Population.Open, new Passage("Zo is het", "ar")),
        ];
        var files = await UnpackAsync(
            [new PublishedVersion(1, 1, definition, ExportRun.Made)],
            new PublicTables(ExportRun.Made, [], Nothing) { Answers = released.ToAsyncEnumerable() });

        Assert.Equal(
            "vraag,taal,antwoord\r\neen,nl,Alles goed\r\neen,nl,Zeker weten\r\ntwee,nl,'=Aardig\r\ntwee,ar,Zo is het\r\n",
            Encoding.UTF8.GetString(files["open-antwoorden.csv"]).TrimStart('\uFEFF'));
    }

    [Fact]
    public async Task Without_a_public_result_there_is_no_file()
    {
        using var run = ExportRun.Of(new GivenConsultation().WithYesNo("mee").Build());
        var format = new TablesFormat();

        await Assert.ThrowsAsync<NoResultsException>(() => format.WriteAsync(run.Source(format), new MemoryStream(), CancellationToken.None));
    }

    [Fact]
    public async Task It_does_not_say_who_took_it_and_its_readme_is_plain_dutch()
    {
        var state = History.Of(3).States[^1];
        var files = await UnpackAsync(state.Versions, new PublicTables(ExportRun.Made, state.Questions, Nothing));

        Assert.All(files.Values, file => Assert.DoesNotContain("Anna", Encoding.UTF8.GetString(file), StringComparison.Ordinal));
        Assert.All(files.Values, file => Assert.DoesNotContain("een proef", Encoding.UTF8.GetString(file), StringComparison.Ordinal));
        var text = Encoding.UTF8.GetString(files["LEESMIJ.txt"]);
        var words = string.Join(
            "\n\n", text.Split("\r\n").Select(line => line.StartsWith("- ", StringComparison.Ordinal) ? line[(line.IndexOf(':') + 1)..] : line));
        var reading = new DutchText("", MarkdownLines.Plain(words), Languages.Dutch).Read();
        Assert.False(reading.IsAboveAim, string.Join('\n', reading.Warnings.Select(warning => $"{warning.Sentence.Text}: {warning.Why}")));
    }

    private static OpenHistory Nothing => new([], [], IsMadeUp: false);

    private static async Task<IReadOnlyDictionary<string, byte[]>> UnpackAsync(IReadOnlyList<PublishedVersion> versions, PublicTables tables)
    {
        using var run = ExportRun.OfVersions(versions);
        run.Public = tables;
        return await run.UnpackAsync(new TablesFormat());
    }
}
