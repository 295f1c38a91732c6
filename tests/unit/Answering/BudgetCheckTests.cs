using System.Globalization;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Tests.Answering;

public sealed class BudgetCheckTests
{
    private readonly Question _question = new GivenConsultation().WithBudget("geld", 100, 10, "park", "plein").Of();

    [Fact]
    public void Amounts_that_add_up_are_an_answer() =>
        _question.Post(("answer.park", "70"), ("answer.plein", " 30 munten")).Gives(new Divided([70, 30]));

    [Fact]
    public void An_empty_field_gives_nothing() => _question.Post(("answer.park", "100"), ("answer.plein", "")).Gives(new Divided([100, 0]));

    [Fact]
    public void What_is_left_is_said() => _question.Post(("answer.park", "70")).Refuses("Nog over: 30 munten. Verdeel alles.");

    [Fact]
    public void What_is_too_much_is_said() =>
        _question.Post(("answer.park", "70"), ("answer.plein", "50")).Refuses("Te veel: 20 munten. Haal ergens iets af.");

    [Theory]
    [InlineData("75")]
    [InlineData("-10")]
    [InlineData("110")]
    [InlineData("99999999999999999999")]
    public void A_field_without_an_amount_is_named(string typed) => _question.Post(("answer.park", typed), ("answer.plein", "30"))
        .Refuses("Vul bij ‘Keuze park’ een getal in van 0 tot en met 100. Ga in stappen van 10.", "answer.park");

    [Fact]
    public void Every_wrong_field_is_named() =>
        Assert.Equal(2, Assert.IsType<Refused>(_question.Post(("answer.park", "a"), ("answer.plein", "b"))).Problems.Count);

    [Fact]
    public void Nothing_at_all_names_the_way_out() =>
        _question.Post(("answer.park", " "), ("answer.plein", "")).Refuses("Verdeel alles. Of kies ‘Sla over’.");

    [Theory]
    [InlineData("answer.zwembad")]
    [InlineData("answer")]
    public void A_field_that_is_not_on_the_page_is_refused(string name) => _question.Post(("answer.park", "100"), (name, "0"))
        .Refuses("Er ging iets mis met dit formulier. Probeer het nog een keer.");

    [Theory]
    [InlineData("more:park", 40, 20)]
    [InlineData("less:park", 20, 20)]
    [InlineData("less:plein", 30, 10)]
    public void A_button_gives_a_step_more_or_less_and_keeps_the_other_numbers(string way, int park, int plein) =>
        _question.Post(("answer.park", "30"), ("answer.plein", "20"), ("way", way)).Gives(new Divided([park, plein]));

    [Theory]
    [InlineData("more:park", "30", "70")]
    [InlineData("more:park", "30", "80")]
    [InlineData("more:park", "100", "")]
    [InlineData("less:park", "", "100")]
    public void A_button_gives_no_more_than_is_left_and_takes_no_more_than_there_is(string way, string park, string plein) =>
        _question.Post(("answer.park", park), ("answer.plein", plein), ("way", way))
            .Gives(
                new Divided(
                    [
                        park.Length == 0 ? 0 : int.Parse(park, CultureInfo.InvariantCulture),
                        plein.Length == 0 ? 0 : int.Parse(plein, CultureInfo.InvariantCulture),
                    ]));

    [Fact]
    public void A_button_on_empty_fields_begins_with_one_step() => _question.Post(("way", "more:plein")).Gives(new Divided([0, 10]));

    [Fact]
    public void A_button_beside_a_field_without_an_amount_says_so() =>
        _question.Post(("answer.park", "veel"), ("answer.plein", "30"), ("way", "more:plein"))
        .Refuses("Wij begrijpen ‘veel’ niet bij ‘Keuze park’. Schrijf alleen een getal met cijfers.", "answer.park");

    [Fact]
    public void One_left_is_one() =>
        new GivenConsultation().WithBudget("geld", 100, 1, "park", "plein").Of().Post(("answer.park", "99"))
            .Refuses("Nog over: 1 munt. Verdeel alles.");

    [Theory]
    [InlineData("400.000.000")]
    [InlineData("400 000 000")]
    [InlineData("400 miljoen munten")]
    public void A_large_total_is_divided_as_it_is_written(string typed) =>
        Large.Post(("answer.park", typed), ("answer.plein", "0")).Gives(new Divided([400_000_000, 0, 0, 0, 0, 0]));

    [Fact]
    public void Six_amounts_may_be_more_than_an_int_holds() =>
        Large.Post([.. Large.Offered.Select(choice => ("answer." + choice.Id, "400000000"))])
        .Refuses("Te veel: 2.000.000.000 munten. Haal ergens iets af.");

    [Fact]
    public void A_button_beside_amounts_of_more_than_an_int_holds_gives_no_more() =>
        Large.Post([("way", "more:park"), .. Large.Offered.Select(choice => ("answer." + choice.Id, "400000000"))])
            .Gives(new Divided([.. Enumerable.Repeat(400_000_000, 6)]));

    [Fact]
    public void A_comma_that_may_mean_two_things_is_asked_about() => Large.Post(("answer.park", "1,000"))
        .Refuses("‘1,000’ bij ‘Keuze park’ kan ook 1.000 zijn. Schrijf het getal zonder punt of komma.", "answer.park");

    private static BudgetQuestion Large =>
        (BudgetQuestion)new GivenConsultation().WithBudget("geld", 400_000_000, 400_000, "park", "plein", "weg", "sport", "zorg", "groen")
            .Of();

    [Theory]
    [InlineData("more:zwembad")]
    [InlineData("less:")]
    [InlineData("up:park")]
    public void A_button_that_is_not_on_the_page_is_refused(string way) => _question.Post(("answer.park", "30"), ("way", way))
        .Refuses("Er ging iets mis met dit formulier. Probeer het nog een keer.");

    [Theory]
    [InlineData(true, 70, 30)]
    [InlineData(false, 70, 20)]
    [InlineData(false, 70, 40)]
    public void An_answer_is_whole_when_everything_is_divided(bool whole, int park, int plein) =>
        Assert.Equal(whole, Answers.None.With(_question, new Divided([park, plein])).IsWhole(_question));

    [Fact]
    public void A_repeated_field_is_refused() => Assert.IsType<Refused>(_question.Post(("answer.park", "50"), ("answer.park", "50")));
}
