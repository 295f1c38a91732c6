using System.Text;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Tests.Answering;

/// <summary>"Geen van deze", and "Anders, namelijk".</summary>
public sealed class MarkedChoicesTests
{
    private static readonly Consultation Definition = new GivenConsultation().WithMarkedChoices().Build();
    private readonly Question _one = Definition.Questions[0];
    private readonly Question _many = Definition.Questions[1];

    [Fact]
    public void A_choice_that_excludes_goes_with_no_other() =>
        _many.Post(("answer", "buren"), ("answer", "geen"))
            .Refuses("‘Keuze geen’ kan niet samen met een ander antwoord. Haal ‘Keuze geen’ weg. Of haal de andere antwoorden weg.");

    [Fact]
    public void Alone_it_is_an_answer() => _many.Post(("answer", "geen")).Gives(new ChosenMany(["geen"]));

    [Fact]
    public void Words_are_kept_beside_their_choice()
    {
        _one.Post(("answer", "anders"), ("answer.anders", " Met de\r\nstep\0 "))
            .Gives(new Chosen("anders") { Other = new Written("Met de step", "nl") });
        _many.Post(("answer", "anders"), ("answer", "buren"), ("answer.anders", "De kerk"))
            .Gives(new ChosenMany(["buren", "anders"]) { Other = new Written("De kerk", "nl") });
    }

    [Fact]
    public void Words_alone_choose_their_choice()
    {
        _one.Post(("answer.anders", "Met de step")).Gives(new Chosen("anders") { Other = new Written("Met de step", "nl") });
        _many.Post(("answer.anders", "De kerk")).Gives(new ChosenMany(["anders"]) { Other = new Written("De kerk", "nl") });
    }

    [Fact]
    public void Nobody_has_to_write()
    {
        _one.Post(("answer", "anders"), ("answer.anders", " \u200B ")).Gives(new Chosen("anders"));
        _one.Post(("answer", "fiets"), ("answer.anders", "")).Gives(new Chosen("fiets"));
        (_one with { Required = true }).Post(("answer", "anders")).Gives(new Chosen("anders"));
    }

    [Theory]
    [InlineData("fiets")]
    [InlineData("auto")]
    [InlineData("$dontknow")]
    public void Words_beside_another_choice_are_asked_about(string chosen) =>
        (_one with { DontKnow = true }).Post(("answer", chosen), ("answer.anders", "Met de step"))
            .Refuses("U schreef iets bij ‘Keuze anders’. Kies dan ook ‘Keuze anders’. Of haal uw tekst weg.", "answer.anders");

    [Theory]
    [InlineData("buren")]
    [InlineData("geen")]
    public void Words_beside_other_boxes_are_asked_about(string chosen) =>
        _many.Post(("answer", chosen), ("answer.anders", "De kerk"))
            .Refuses("U schreef iets bij ‘Keuze anders’. Kies dan ook ‘Keuze anders’. Of haal uw tekst weg.", "answer.anders");

    [Fact]
    public void A_line_is_no_letter() =>
        _one.Post(("answer", "anders"), ("answer.anders", new string('a', 201)))
            .Refuses("Uw tekst is te lang. Hij heeft 201 tekens. Het mogen er 200 zijn.", "answer.anders");

    [Theory]
    [InlineData("{\"reis\":{\"text\":\"Met \\\"choice\\\":\\\"x\\\"}\",\"lang\":\"nl\",\"choice\":\"anders\"},\"hulp\":[\"geen\"]}")]
    [InlineData("{\"reis\":\"anders\",\"hulp\":{\"text\":\"]}\",\"lang\":\"nl\",\"choices\":[\"buren\",\"anders\"]}}")]
    public void The_document_has_words_before_what_was_chosen(string document)
    {
        var bytes = Encoding.UTF8.GetBytes(document);
        Assert.Equal(document, Encoding.UTF8.GetString(AnswersDocument.WriteDraft(Definition, AnswersDocument.Read(Definition, bytes))));

        var reader = new CanonicalReader(bytes);
        Assert.True(reader.Next(out _, out var reis));
        Assert.Equal("\"anders\"", Encoding.UTF8.GetString(CanonicalReader.ChosenIn(reis)));
        Assert.True(reader.Next(out _, out var hulp));
        Assert.Contains(Encoding.UTF8.GetString(CanonicalReader.ChosenIn(hulp)), new[] { "[\"geen\"]", "[\"buren\",\"anders\"]" });
        Assert.False(reader.Next(out _, out _));
    }

    [Fact]
    public void What_stands_last_stays_there_when_the_list_rotates()
    {
        var rotating = (ChoicesQuestion)_many with { Rotate = true };
        Assert.Equal(
            ["buren familie anders geen", "familie buren anders geen"],
            Enumerable.Range(0, Rotation.Starts).Select(
                start => string.Join(' ', Rotation.Order(rotating, start).Select(choice => choice.Id))).Distinct(StringComparer.Ordinal));
    }
}
