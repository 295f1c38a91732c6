using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Reporting.Export;
using Participatie.Surveys.Reporting.OpenData;
using Participatie.Surveys.Reporting.Results;
using Participatie.Tests.Analysis;

namespace Participatie.Tests.Reporting.OpenData;

public sealed partial class OpenTableTests
{
    private static readonly Consultation Definition = GivenConsultation.WithEveryKind()
        .But(
            consultation =>
                consultation with
                {
                    Organisations = true,
                    Invitation = InvitationRule.Optional,
                    Results = ResultsMoment.WhileOpen,
                }).Build();

    private static readonly PublishedVersion[] Versions = [GivenVersion.Of(Definition)];

    /// <summary>Small enough that much is hidden, and large enough that much is not; after closing with groups.</summary>
    [Theory]
    [InlineData(1, 150, false)]
    [InlineData(2, 400, false)]
    [InlineData(3, 900, true)]
    [InlineData(4, 6000, true)]
    public void A_number_that_no_result_page_shows_is_in_no_row(ulong seed, int responses, bool closed)
    {
        var published = Published(seed, responses, closed);
        var pages = Enum.GetValues<Population>().ToDictionary(
            population => population, population => new ComposeResultPage(Versions, "nl").Of(published, [], population));

        var rows = OpenTable.Of(Versions, published);

        Assert.Equal(closed, rows.Any(row => row.Value is null));
        Assert.Contains(rows, row => row.Value > 0 && row.Choice.Length > 0);
        Assert.Equal(closed, rows.Any(row => row.Group.Length > 0));
        foreach (var row in rows.Where(row => row.Value is not null))
        {
            var page = pages[row.Population];
            var told = row.Question.Length == 0 ? page.Arrivals
                : row.Dimension.Length > 0 ? page.Questions.Single(question => question.Key == row.Question).Breakdowns.SelectMany(Said)
                : page.Questions.Single(question => question.Key == row.Question) is var question
                    ? [question.Sentence, .. question.Notes, .. Said(question.Table), .. Said(question.More)] : [];
            var number = row.Value!.Value.ToString("#,##0.#", CultureInfo.GetCultureInfo("nl"));
            Assert.True(told.Any(words => Number().Matches(words).Any(match => match.Value == number)), $"{row} is on no page");
        }
    }

    [Fact]
    public void What_the_page_shows_is_in_the_rows()
    {
        var published = Published(4, 6000, closed: true);
        var rows = OpenTable.Of(Versions, published);

        foreach (var page
            in Enum.GetValues<Population>().Select(population => new ComposeResultPage(Versions, "nl").Of(published, [], population)))
        {
            foreach (var question in page.Questions)
            {
                var own = rows.Where(row => row.Question == question.Key && row.Population == page.Population).ToList();
                var shares = Said(question.Table).Count(
                    words => words.Contains(" van de ", StringComparison.Ordinal) && !words.StartsWith("Van", StringComparison.Ordinal));
                Assert.True(own.Count(row => row.Dimension.Length == 0 && row.Value is not null) > shares, question.Key);
                Assert.Equal(
                    question.Breakdowns.Sum(split => split.Rows.Count * (split.Columns.Count - 1)),
                    own.Count(row => row.Dimension.Length > 0));
            }
        }
    }

    [Fact]
    public void A_hidden_number_is_an_empty_cell_with_a_code()
    {
        var one = new GivenConsultation().WithYesNo("c").Build();
        var part = new PublishedPopulation
        {
            Population = Population.Open,
            Sequence = 1,
            Seen = 90,
            Cells = [new("ja", 80), new("nee", null), new("$skipped", null)],
        };
        var rows = OpenTable.Of([GivenVersion.Of(one)], [new PublishedQuestion("$responses", [part]), new PublishedQuestion("c", [part])]);

        Assert.Equal(
            [
                "vraag,deelnemers,indeling,groep,keuze,maat,waarde,code",
                ",open,,,,deelnemers,90,",
                "c,open,,,,gezien,90,",
                "c,open,,,ja,gekozen,80,",
                "c,open,,,nee,gekozen,,verborgen",
                "c,open,,,,overgeslagen,,verborgen",
            ],
            Encoding.UTF8.GetString(OpenFiles.ToCsv(rows)).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void The_json_file_has_the_same_rows()
    {
        var rows = OpenTable.Of(Versions, Published(2, 400, closed: false));

        using var document = JsonDocument.Parse(
            OpenFiles.ToJson(
                Versions, new DateTimeOffset(2026, 11, 22, 23, 30, 0, TimeSpan.Zero), new OpenHistory([], [], IsMadeUp: false), rows));

        Assert.Equal(("proef", "CC0-1.0", "2026-11-23"), (Word("consultation"), Word("licence"), Word("changed")));
        Assert.Equal([1], document.RootElement.GetProperty("versions").EnumerateArray().Select(version => version.GetInt32()));
        var written = document.RootElement.GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(
            rows.Select(row => row.Value),
            written.Select(
                row => row.GetProperty("waarde") is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : (double?)null));
        Assert.Equal(rows.Select(row => row.Value is null ? "verborgen" : ""), written.Select(row => row.GetProperty("code").GetString()));

        string? Word(string name) => document.RootElement.GetProperty(name).GetString();
    }

    [Fact]
    public void The_codebook_explains_every_word_in_the_rows()
    {
        var rows = OpenTable.Of(Versions, Published(4, 6000, closed: true));
        var codebook = OpenCodebook.Of(Versions);

        Assert.Empty(rows.Select(row => row.Question).Except(["", .. Explained("vraag")]));
        Assert.Empty(rows.Select(row => OpenTerms.Of(row.Population)).Except(Explained("deelnemers")));
        Assert.Empty(rows.Select(row => row.Dimension).Except(["", .. Explained("indeling")]));
        Assert.Empty(rows.Select(row => row.Group).Except(["", .. Explained("groep")]));
        Assert.Empty(rows.Select(row => row.Measure).Except(Explained("maat")));
        foreach (var asked in rows.Where(row => row.Question.Length > 0).GroupBy(row => row.Question))
        {
            Assert.Empty(asked.Select(row => row.Choice).Except(["", .. Explained("keuze", asked.Key)]));
        }

        Assert.Contains("vraag,,,1,", Encoding.UTF8.GetString(CodebookFiles.ToCsv(codebook)), StringComparison.Ordinal);

        IEnumerable<string> Explained(string column, string? question = null) =>
            codebook.Columns.Single(
                known =>
                    known.Name == column && known.Question == question).Versions.SelectMany(version =>
                        version.Values).Select(value => value.Value);
    }

    [Fact]
    public void A_population_that_is_too_small_has_one_row_with_its_size()
    {
        var one = new GivenConsultation().WithYesNo("c").Build();
        var few = new PublishedPopulation { Population = Population.Open, Sequence = 1, Size = 4 };

        var row = Assert.Single(OpenTable.Of([GivenVersion.Of(one)], [new PublishedQuestion("$responses", [few])]));

        Assert.Equal(("", OpenTerms.Participants, 4), (row.Question, row.Measure, row.Value));
    }

    private static List<PublishedQuestion> Published(ulong seed, int responses, bool closed)
    {
        var publication = new GivenPublication(Definition);
        publication.Publish(GivenTally.Of(Definition, GivenResponse.Many(Definition, new Dice(seed), responses)), closed);
        return [.. publication.Questions];
    }

    private static IEnumerable<string> Said(ResultTable? table) =>
        table is null ? [] : [.. table.Rows.SelectMany(row => row.Cells).Select(cell => cell.Words), table.Caption ?? ""];

    [GeneratedRegex(@"\d+(\.\d{3})*(,\d)?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
