using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Tests.Answering;

public sealed class OneOfCheckTests
{
    private readonly Question _question = new GivenConsultation().WithChoice("vervoer", "fiets", "bus").Of();

    [Fact]
    public void A_choice_is_an_answer() => _question.Post(("answer", "bus"), ("way", "next")).Gives(new Chosen("bus"));

    [Fact]
    public void A_form_without_a_button_goes_on() => _question.Post(("answer", "bus")).Gives(new Chosen("bus"));

    [Fact]
    public void Nothing_chosen_names_the_way_out() => _question.Post(("way", "next")).Refuses("Kies een antwoord. Of kies ‘Sla over’.");

    [Fact]
    public void Nothing_chosen_where_an_answer_is_needed_names_no_way_out() =>
        (_question with { Required = true }).Post(("way", "next")).Refuses("Kies een antwoord.");

    [Fact]
    public void Skipping_is_an_answer_of_its_own() => _question.Post(("answer", "bus"), ("way", "skip")).Gives(new Missing(Reason.Skipped));

    [Fact]
    public void What_is_required_cannot_be_skipped() =>
        (_question with { Required = true }).Post(("way", "skip")).Refuses("Deze vraag kunt u niet overslaan. Kies een antwoord.");

    [Theory]
    [InlineData("way", "dontknow", Reason.DontKnow)]
    [InlineData("answer", "$dontknow", Reason.DontKnow)]
    [InlineData("way", "rathernot", Reason.RatherNot)]
    [InlineData("answer", "$rathernot", Reason.RatherNot)]
    public void Ways_out_are_answers_only_where_they_are_offered(string name, string value, Reason reason)
    {
        Assert.IsType<Surveys.Answering.Checks.Refused>(_question.Post((name, value)));
        (_question with { DontKnow = true, RatherNot = true }).Post((name, value)).Gives(new Missing(reason));
    }

    [Theory]
    [InlineData("trein")]
    [InlineData("")]
    [InlineData("$skipped")]
    public void What_is_not_in_the_list_is_refused(string id) =>
        _question.Post(("answer", id)).Refuses("Dit antwoord staat niet in de lijst. Kies een antwoord uit de lijst.");

    [Fact]
    public void Two_answers_are_one_too_many() => _question.Post(("answer", "bus"), ("answer", "fiets")).Refuses("Kies 1 antwoord.");

    [Theory]
    [InlineData("end")]
    [InlineData("up:bus")]
    [InlineData("weg")]
    public void A_button_of_another_page_is_refused(string way) =>
        _question.Post(("answer", "bus"), ("way", way)).Refuses("Er ging iets mis met dit formulier. Probeer het nog een keer.");

    [Fact]
    public void Two_buttons_at_once_are_refused() =>
        _question.Post(("way", "skip"), ("way", "next")).Refuses("Er ging iets mis met dit formulier. Probeer het nog een keer.");
}
