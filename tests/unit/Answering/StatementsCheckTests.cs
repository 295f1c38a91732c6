using Participatie.Surveys.Answering;
using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Tests.Answering;

public sealed class StatementsCheckTests
{
    private readonly Question _question = new GivenConsultation().WithStatements("plannen", "a", "b", "c").Of();

    [Fact]
    public void A_judgement_is_added_to_the_ones_before()
    {
        _question.Post(("answer", "eens")).Gives(new Judged(["eens", null, null]));
        _question.PostAt(2, new Judged(["eens", null, null]), ("answer", "geen-mening")).Gives(new Judged(["eens", "geen-mening", null]));
    }

    [Fact]
    public void A_judgement_can_be_changed() =>
        _question.PostAt(1, new Judged(["eens", "eens", "oneens"]), ("answer", "oneens")).Gives(new Judged(["oneens", "eens", "oneens"]));

    [Fact]
    public void What_was_skipped_can_be_answered_after_all() =>
        _question.PostAt(1, new Missing(Reason.Skipped), ("answer", "eens")).Gives(new Judged(["eens", null, null]));

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_step_that_was_not_reached_is_refused(int step) =>
        Assert.IsType<Refused>(_question.PostAt(step, new Judged(["eens", null, null]), ("answer", "eens")));

    [Fact]
    public void Only_the_first_step_skips_the_whole()
    {
        _question.Post(("way", "skip")).Gives(new Missing(Reason.Skipped));
        Assert.IsType<Refused>(_question.PostAt(2, new Judged(["eens", null, null]), ("way", "skip")));
    }
}
