using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Tests.Answering;

public sealed class ChoicesCheckTests
{
    private readonly Question _question = new GivenConsultation().WithChoices("themas", "wonen", "zorg", "werk")
        .Where(last => (ChoicesQuestion)last with { AtMost = 2 }).Of();

    [Fact]
    public void Choices_are_kept_in_the_order_of_the_definition() =>
        _question.Post(("answer", "zorg"), ("answer", "wonen")).Gives(new ChosenMany(["wonen", "zorg"]));

    [Fact]
    public void The_same_one_twice_counts_once() => _question.Post(("answer", "zorg"), ("answer", "zorg")).Gives(new ChosenMany(["zorg"]));

    [Fact]
    public void More_than_allowed_says_how_many_there_are() =>
        _question.Post(("answer", "wonen"), ("answer", "zorg"), ("answer", "werk")).Refuses("Kies er niet meer dan 2. U koos er 3.");

    [Fact]
    public void One_unknown_among_the_known_is_refused() =>
        _question.Post(("answer", "wonen"), ("answer", "geluk"))
            .Refuses("Dit antwoord staat niet in de lijst. Kies een antwoord uit de lijst.");

    [Fact]
    public void None_names_the_way_out() => _question.Post().Refuses("Kies een antwoord. Of kies ‘Sla over’.");
}
