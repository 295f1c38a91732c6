using Participatie.Surveys.Analysis;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Tests.Analysis;

public sealed class DerivedMeasuresTests
{
    [Fact]
    public void Borda_shares_the_remaining_points_among_those_left_out()
    {
        // Four choices: 3, 2, 1, 0 points. "b" alone leaves 2, 1 and 0 to share: 1 each.
        var outcome = Outcome("""["b","a","c"]""", """["b"]""");

        Assert.Equal(2 * 6, outcome.DoubledBorda("b"));
        Assert.Equal(2 * 3, outcome.DoubledBorda("a"));
        Assert.Equal(2 * 2, outcome.DoubledBorda("c"));
        Assert.Equal(2 * 1, outcome.DoubledBorda("d"));
    }

    [Fact]
    public void The_pairwise_winner_may_differ_from_the_one_that_is_first_most_often()
    {
        var outcome = Outcome(
            """["a","b","c"]""",
            """["a","b","c"]""",
            """["a","b","c"]""",
            """["b","c","a"]""",
            """["b","c","a"]""",
            """["c","b","a"]""",
            """["c","b","a"]""");

        Assert.Equal((3, 2, 2), (outcome.First("a"), outcome.First("b"), outcome.First("c")));
        Assert.Equal("b", outcome.PairwiseWinner);
    }

    [Fact]
    public void A_cycle_has_no_unbeaten_choice()
    {
        var outcome = Outcome("""["a","b","c"]""", """["b","c","a"]""", """["c","a","b"]""");

        Assert.Null(outcome.PairwiseWinner);
        Assert.Empty(outcome.Unbeaten);
    }

    [Fact]
    public void Choices_that_beat_all_but_each_other_tie()
    {
        var outcome = Outcome("""["a","b","c"]""", """["b","a","c"]""");

        Assert.Null(outcome.PairwiseWinner);
        Assert.Equal(["a", "b"], outcome.Unbeaten);
    }

    [Fact]
    public void How_often_in_the_first_three_counts_each_of_these_places()
    {
        var outcome = Outcome("""["b","a","c"]""", """["b"]""", """["d","c","b"]""");

        Assert.Equal((3, 1, 2, 1), (outcome.InTop("b"), outcome.InTop("a"), outcome.InTop("c"), outcome.InTop("d")));
    }

    [Fact]
    public void Mean_median_quartiles_and_spread_follow_from_the_histogram()
    {
        // 1 2 2 3 3 3 4 10
        var histogram = new Histogram([(1, 1), (2, 2), (3, 3), (4, 1), (5, 0), (10, 1)]);

        Assert.Equal(3.5, histogram.Mean);
        Assert.Equal(3, histogram.Median);
        Assert.Equal(2, histogram.Quantile(0.25));
        Assert.Equal(3.5, histogram.Quantile(0.75));
        Assert.Equal(2.598, histogram.StandardDeviation, 0.001);
    }

    [Fact]
    public void The_median_of_an_even_number_lies_between_the_middle_two()
    {
        Assert.Equal(15, new Histogram([(10, 2), (15, 0), (20, 2)]).Median);
        Assert.Equal(10, new Histogram([(10, 3), (20, 2)]).Median);
    }

    private static RankingOutcome Outcome(params string[] ballots)
    {
        var definition = new GivenConsultation().WithRanking("r", "a", "b", "c", "d").Build();
        return new RankingOutcome(
            (RankingQuestion)definition.Questions[0],
            GivenTally.Of(definition, "r", [.. ballots.Select(ballot => $$"""{"r":{{ballot}}}""")]));
    }
}
