using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Tests.Answering;

public sealed class StepsTests
{
    private static readonly Question Ranking = new GivenConsultation().WithRanking("r", "a", "b", "c", "d").Of();
    private static readonly Question Statements = new GivenConsultation().WithStatements("s", "a", "b").Of();

    [Theory]
    [InlineData(1)]
    [InlineData(2, "a")]
    [InlineData(3, "a", "b")]
    [InlineData(4, "a", "b", "c")]
    public void A_ranking_goes_on_at_the_first_empty_place_and_ends_with_the_order(int step, params string[] order) =>
        Assert.Equal(step, Steps.Open(Ranking, new Ranked(order)));

    [Fact]
    public void An_order_of_one_has_no_page()
    {
        Assert.Equal(1, Steps.Open(Ranking, new Ranked(["a"], Ended: true)));
        Assert.False(Steps.MayVisit(Ranking, new Ranked(["a"], Ended: true), 4));
        Assert.Equal(
            1,
            Steps.Count(new GivenConsultation().WithRanking("r", "a", "b").Where(last => (RankingQuestion)last with { Places = 1 }).Of()));
    }

    [Fact]
    public void An_order_that_ended_early_can_be_looked_at() => Assert.Equal(4, Steps.Open(Ranking, new Ranked(["a", "b"], Ended: true)));

    [Fact]
    public void Statements_go_on_at_the_first_without_a_judgement()
    {
        Assert.Equal(1, Steps.Open(Statements, null));
        Assert.Equal(2, Steps.Open(Statements, new Judged(["eens", null])));
        Assert.Equal(1, Steps.Open(Statements, new Judged(["eens", "eens"])));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void A_step_exists_or_not(int step, bool exists) => Assert.Equal(exists, Steps.Exists(Statements, step));
}
