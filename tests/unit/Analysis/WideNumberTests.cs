using System.Globalization;
using System.Text;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Reporting.Results;

namespace Participatie.Tests.Analysis;

/// <summary>A rent or an income: counted in bands, with the exact sum beside them.</summary>
public sealed class WideNumberTests
{
    private static readonly Consultation Definition = Asking(0, 5000, decimals: 2);

    [Fact]
    public void Bands_count_people_and_the_sum_is_exact()
    {
        var counts = GivenTally.Of(
            Definition,
            "huur",
            """{"huur":712.5}""",
            """{"huur":712.05}""",
            """{"huur":5000}""",
            """{"huur":0}""",
            """{"huur":"$skipped"}""");

        Assert.Equal("number 100/500", counts.Question.Shape);
        Assert.Equal((2, 1, 1), (counts.In("71000"), counts.In("500000"), counts.In("0")));
        Assert.Equal(642_455, counts.In("$sum"));
        Assert.Equal((5, 1), (counts.In("$seen"), counts.In("$skipped")));
    }

    [Fact]
    public void What_was_counted_can_be_taken_back_and_is_stored_as_it_is()
    {
        var tally = new ConsultationTally(TallyLayout.Of(Asking(-1_000_000_000, 1_000_000_000, decimals: 2)));
        Add(tally, "1000000000", 3);
        Add(tally, "-999999999.99", 1);
        var question = tally.Layout.IndexOf("huur");
        var stored = CountsText.Write(tally.Of(Population.Open, question));
        var read = CountsText.Read(tally.Layout.Questions[question], tally.Layout.Breakdowns, stored);
        Assert.Equal((300_000_000_000L - 99_999_999_999L, 4L), (read.In("$sum"), read.In("$seen")));

        Add(tally, "1000000000", -3);
        Add(tally, "-999999999.99", -1);
        Assert.Empty(GivenTally.Texts(tally));
    }

    [Theory]
    [InlineData("12.345")]
    [InlineData("5000.01")]
    [InlineData("-1")]
    [InlineData("1e3")]
    [InlineData("-0.01")]
    public void A_damaged_number_is_counted_nowhere(string number)
    {
        var tally = new ConsultationTally(TallyLayout.Of(Definition));
        Assert.Throws<InvalidOperationException>(() => Add(tally, number, 1));
        Assert.Empty(GivenTally.Texts(tally));
    }

    [Fact]
    public void Whole_numbers_of_a_narrow_range_are_counted_as_they_always_were()
    {
        var counts = GivenTally.Of(new GivenConsultation().WithNumber("keer", 0, 1000).Build(), "keer", """{"keer":7}""");
        Assert.Equal(("number", 1L, -1), (counts.Question.Shape, counts.In("7"), counts.Question.CellOf("$sum")));
    }

    [Fact]
    public void Versions_with_another_range_and_the_same_bands_are_added_up()
    {
        var (older, newer) = (Asking(0, 3000, decimals: 0), Asking(1000, 4000, decimals: 0));
        var merged = MergedQuestions.Of([GivenVersion.Of(older), GivenVersion.Of(newer, 2)]);
        var counts = MergedCounts.Of([GivenVersion.Of(older), GivenVersion.Of(newer, 2)], merged,
        [
            .. GivenTally.Rows(1, Counted(older, "10", "2999")),
            .. GivenTally.Rows(2, Counted(newer, "2999", "4000")),
        ])[Assert.Single(merged).Key];

        Assert.Equal((1, 2, 1, 10_008), (counts.In("10"), counts.In("2998"), counts.In("4000"), counts.In("$sum")));
    }

    [Fact]
    public void The_public_page_shows_round_bands_the_exact_mean_and_the_band_of_the_middle()
    {
        var publication = new GivenPublication(Definition);
        publication.Publish(
            Counted(
                Definition, [.. Enumerable.Range(0, 60).Select(number => (400 + (number * 10.5m)).ToString(CultureInfo.InvariantCulture))]),
            closed: true);

        var page = new ComposeResultPage([GivenVersion.Of(Definition)], "nl").Of(
            [.. publication.Rows.Select(row => PublishedJson.Read(row.Document))], []);

        var result = Assert.Single(page.Questions);
        Assert.Equal("Het gemiddelde antwoord is 709,75. Het midden ligt bij 700 tot en met 704,99.", result.Sentence);
        Assert.Equal("500 tot en met 999,99", result.Table!.Rows[1].Label.Text);
        Assert.Equal("48 van de 60 mensen", result.Table.Rows[1].Cells.Single().Words);
        Assert.Equal(
            ["709,75", "700 tot en met 704,99", "545 tot en met 864,99"], result.More!.Rows.Select(row => row.Cells.Single().Words));
    }

    private static Consultation Asking(int min, int max, int decimals) =>
        new GivenConsultation().WithNumber("huur", min, max).Where(last => ((NumberQuestion)last) with { Decimals = decimals }).Build();

    private static ConsultationTally Counted(Consultation definition, params string[] numbers)
    {
        var tally = new ConsultationTally(TallyLayout.Of(definition));
        foreach (var number in numbers)
        {
            Add(tally, number, 1);
        }

        return tally;
    }

    private static void Add(ConsultationTally tally, string number, int sign)
    {
        for (var times = 0; times < Math.Abs(sign); times++)
        {
            tally.Add(Encoding.UTF8.GetBytes($$"""{"huur":{{number}}}"""), Population.Open, ResponseChannel.OpenLink, Math.Sign(sign));
        }
    }
}
