using Participatie.Surveys.Answering;
using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Tests.Answering;

public sealed class TextCheckTests
{
    private readonly Question _question = new GivenConsultation().WithText("dorp").Of();

    [Theory]
    [InlineData("Rolde", "Rolde")]
    [InlineData("  Gasselter\r\nnijveen ", "Gasselter nijveen")]
    [InlineData("a\u2028b\u0085c\nd", "a b c d")]
    [InlineData("Bor\u202Eger\0", "Borger")]
    [InlineData("e\u0301\u0301n", "\u00E9\u0301n")]
    public void A_line_keeps_what_a_screen_shows_and_no_line_ends(string typed, string kept) =>
        _question.Post(("answer", typed)).Gives(new Written(kept, "nl"));

    [Fact]
    public void Length_is_what_people_count()
    {
        _question.Post(("answer", string.Concat(Enumerable.Repeat("\U0001F600", 100))))
            .Gives(new Written(string.Concat(Enumerable.Repeat("\U0001F600", 100)), "nl"));
        _question.Post(("answer", new string('a', 101))).Refuses("Uw tekst is te lang. Hij heeft 101 tekens. Het mogen er 100 zijn.");
        ((TextQuestion)_question with { MaxLength = 3 }).Post(("answer", "Elp!"))
            .Refuses("Uw tekst is te lang. Hij heeft 4 tekens. Het mogen er 3 zijn.");
    }

    [Fact]
    public void A_character_of_many_bytes_does_not_fill_the_database() =>
        _question.Post(("answer", "a" + new string('\u0333', 20_001)))
            .Refuses("Uw tekst is te groot om te bewaren. Haal er plaatjes of tekens uit.");

    [Theory]
    [InlineData(" \r\n ")]
    [InlineData("\u200B")]
    public void Text_without_anything_to_see_is_no_answer(string typed)
    {
        _question.Post(("answer", typed)).Refuses("Schrijf uw antwoord. Of kies ‘Sla over’.");
        (_question with { Required = true }).Post(("answer", typed)).Refuses("Schrijf uw antwoord.");
    }

    [Fact]
    public void A_repeated_field_is_refused() => Assert.IsType<Refused>(_question.Post(("answer", "a"), ("answer", "b")));

    [Fact]
    public void A_line_is_somebodys_own_words() => Assert.True(_question.TakesWords);
}
