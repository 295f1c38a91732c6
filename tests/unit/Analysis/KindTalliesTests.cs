using System.Text;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Intake;

namespace Participatie.Tests.Analysis;

public sealed class KindTalliesTests
{
    [Fact]
    public void A_choice_counts_each_choice_and_each_reason_to_pass()
    {
        var counts = GivenTally.Of(
            new GivenConsultation().WithChoice("reis", "fiets", "auto").Build(),
            "reis",
            """{"reis":"fiets"}""",
            """{"reis":"fiets"}""",
            """{"reis":"$skipped"}""",
            """{"reis":"$dontknow"}""",
            """{"reis":"$rathernot"}""",
            """{}""");

        Assert.Equal((5, 1, 1, 1), (counts.In("$seen"), counts.In("$skipped"), counts.In("$dontknow"), counts.In("$rathernot")));
        Assert.Equal((2, 0), (counts.In("fiets"), counts.In("auto")));
    }

    [Fact]
    public void Choices_count_each_one_that_was_chosen()
    {
        var counts = GivenTally.Of(
            new GivenConsultation().WithChoices("wat", "wonen", "werken", "zorg").Build(),
            "wat",
            """{"wat":["wonen","zorg"]}""",
            """{"wat":["zorg"]}""");

        Assert.Equal((1, 0, 2), (counts.In("wonen"), counts.In("werken"), counts.In("zorg")));
    }

    [Fact]
    public void A_ranking_counts_places_and_who_is_above_whom()
    {
        var counts = GivenTally.Of(
            new GivenConsultation().WithRanking("volgorde", "a", "b", "c", "d").Build(),
            "volgorde",
            """{"volgorde":["b","a","c"]}""",
            """{"volgorde":["b"]}""");

        Assert.Equal((2, 0, 1, 1), (counts.In("b@1"), counts.In("a@1"), counts.In("a@2"), counts.In("c@3")));
        Assert.Equal((2, 0), (counts.In("b>a"), counts.In("a>b")));
        // Left out by the second, so only the first has a preference.
        Assert.Equal((1, 0), (counts.In("a>c"), counts.In("c>a")));
        Assert.Equal((1, 2, 0), (counts.In("c>d"), counts.In("b>d"), counts.In("d>c")));
        Assert.Equal(1, counts.In("$partial"));
    }

    [Fact]
    public void A_budget_counts_each_amount()
    {
        var counts = GivenTally.Of(
            new GivenConsultation().WithBudget("geld", 30, 10, "park", "weg").Build(),
            "geld",
            """{"geld":[30,0]}""",
            """{"geld":[10,20]}""");

        Assert.Equal((1, 1, 0), (counts.In("park=30"), counts.In("park=10"), counts.In("park=0")));
        Assert.Equal((1, 1), (counts.In("weg=0"), counts.In("weg=20")));
    }

    [Fact]
    public void Statements_count_each_judgement()
    {
        var counts = GivenTally.Of(
            new GivenConsultation().WithStatements("vind", "x", "y").Build(),
            "vind",
            """{"vind":["eens","oneens"]}""",
            """{"vind":["geen-mening",null]}""");

        Assert.Equal((1, 1), (counts.In("x=eens"), counts.In("x=geen-mening")));
        Assert.Equal((1, 1), (counts.In("y=oneens"), counts.In("y=$none")));
    }

    [Fact]
    public void A_number_and_an_open_answer_are_counted()
    {
        var definition = new GivenConsultation().WithOpen("idee").WithNumber("keer", -2, 3).Build();
        string[] documents = ["""{"idee":{"text":"Meer } bomen","lang":"nl"},"keer":-2}""", """{"idee":"$skipped","keer":3}"""];

        var number = GivenTally.Of(definition, "keer", documents);
        Assert.Equal((1, 0, 1), (number.In("-2"), number.In("0"), number.In("3")));
        Assert.Equal(1, GivenTally.Of(definition, "idee", documents).In("$answered"));
    }

    [Theory]
    [InlineData("""{"choice":"vliegtuig"}""")]
    [InlineData("""{"choice":"$end"}""")]
    [InlineData("""{"choices":["wonen","water"]}""")]
    [InlineData("""{"ranking":["jeugd","ouderen","natuur","energie"]}""")]
    [InlineData("""{"budget":[55,0,45]}""")]
    [InlineData("""{"budget":[110,0,0]}""")]
    [InlineData("""{"statements":["eens","eens","eens"]}""")]
    [InlineData("""{"number":21}""")]
    [InlineData("""{"place":"assen","choice":"bus"}""")]
    [InlineData("""{"nergens":"assen"}""")]
    public void A_damaged_response_is_refused_and_counted_nowhere(string document)
    {
        var tally = new ConsultationTally(TallyLayout.Of(GivenConsultation.WithEveryKind().Build()));

        Assert.Throws<InvalidOperationException>(
            () => tally.Add(Encoding.UTF8.GetBytes(document), Population.Open, ResponseChannel.OpenLink, 1));
        Assert.Empty(GivenTally.Texts(tally));
    }
}
