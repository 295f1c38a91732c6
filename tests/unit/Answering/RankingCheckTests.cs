using Participatie.Surveys.Answering;
using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Tests.Answering;

public sealed class RankingCheckTests
{
    private readonly Question _question = new GivenConsultation().WithRanking("themas", "wonen", "zorg", "werk", "natuur", "jeugd").Of();

    [Fact]
    public void Places_are_filled_one_by_one()
    {
        _question.Post(("answer", "zorg")).Gives(new Ranked(["zorg"]));
        _question.PostAt(2, new Ranked(["zorg"]), ("answer", "jeugd")).Gives(new Ranked(["zorg", "jeugd"]));
    }

    [Fact]
    public void One_that_has_a_place_already_is_refused() =>
        _question.PostAt(2, new Ranked(["zorg"]), ("answer", "zorg")).Refuses("Dit koos u al. Kies iets anders.");

    [Fact]
    public void Somebody_may_end_after_the_first_place()
    {
        _question.PostAt(2, new Ranked(["zorg"]), ("way", "end")).Gives(new Ranked(["zorg"], Ended: true));
        Assert.IsType<Refused>(_question.Post(("way", "end")));
    }

    [Fact]
    public void The_same_again_keeps_the_places_behind_it_and_another_one_empties_them()
    {
        var whole = new Ranked(["zorg", "jeugd", "wonen"]);
        _question.PostAt(2, whole, ("answer", "jeugd")).Gives(whole);
        _question.PostAt(2, whole, ("answer", "wonen")).Gives(new Ranked(["zorg", "wonen"]));
    }

    [Theory]
    [InlineData("up:jeugd", "jeugd", "zorg", "wonen")]
    [InlineData("down:jeugd", "zorg", "wonen", "jeugd")]
    [InlineData("up:zorg", "zorg", "jeugd", "wonen")]
    [InlineData("down:wonen", "zorg", "jeugd", "wonen")]
    [InlineData("next", "zorg", "jeugd", "wonen")]
    public void Buttons_move_one_a_place(string way, params string[] order) =>
        _question.PostAt(4, new Ranked(["zorg", "jeugd", "wonen"]), ("way", way)).Gives(new Ranked(order));

    [Theory]
    [InlineData("up:natuur")]
    [InlineData("up:")]
    [InlineData("down:niets")]
    [InlineData("end")]
    [InlineData("skip")]
    public void What_has_no_place_cannot_be_moved(string way) =>
        Assert.IsType<Refused>(_question.PostAt(4, new Ranked(["zorg", "jeugd", "wonen"]), ("way", way)));

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void A_step_that_was_not_reached_is_refused(int step) =>
        Assert.IsType<Refused>(_question.PostAt(step, new Ranked(["zorg"]), ("answer", "wonen")));

    [Fact]
    public void The_last_one_left_takes_the_last_place_by_itself()
    {
        var question = new GivenConsultation().WithRanking("themas", "wonen", "zorg", "werk").Of();
        question.PostAt(2, new Ranked(["zorg"]), ("answer", "werk")).Gives(new Ranked(["zorg", "werk", "wonen"]));
    }
}
