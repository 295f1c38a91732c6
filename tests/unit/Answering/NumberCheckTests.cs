using System.Globalization;
using System.Text;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Tests.Answering;

public sealed class NumberCheckTests
{
    private readonly Question _question = new GivenConsultation().WithNumber("keer", -10, 990, "keer", "keer").Of();

    [Theory]
    [InlineData("12", 12)]
    [InlineData("  12  ", 12)]
    [InlineData("12 keer", 12)]
    [InlineData("ongeveer 12 keer.", 12)]
    [InlineData("12,0", 12)]
    [InlineData("12.", 12)]
    [InlineData("0012", 12)]
    [InlineData("-5", -5)]
    [InlineData("\u22125", -5)]
    [InlineData("٣٤", 34)]
    public void A_number_is_read_the_way_people_write_it(string typed, int number) =>
        _question.Post(("answer", typed)).Gives(new Amount(number));

    [Theory]
    [InlineData("1.000")]
    [InlineData("1 000")]
    [InlineData("991")]
    [InlineData("2,5")]
    [InlineData("999999999999")]
    public void What_is_no_number_within_the_bounds_is_refused(string typed) =>
        _question.Post(("answer", typed)).Refuses("Vul een heel getal in van -10 tot en met 990.");

    [Theory]
    [InlineData("10 of 12", "of")]
    [InlineData("twaalf", "twaalf")]
    [InlineData("12\0", "U+0000")]
    [InlineData("1e3", "e")]
    public void A_sign_or_word_that_is_no_part_of_a_number_is_named(string typed, string part) =>
        _question.Post(("answer", typed)).Refuses($"Wij begrijpen ‘{part}’ niet. Schrijf alleen een getal met cijfers.");

    [Fact]
    public void A_comma_that_may_mean_two_things_is_asked_about() =>
        _question.Post(("answer", "1,000")).Refuses("‘1,000’ kan ook 1.000 zijn. Schrijf het getal zonder punt of komma.");

    [Theory]
    [InlineData("12,5", "12.5")]
    [InlineData("12.5", "12.5")]
    [InlineData("12,50", "12.5")]
    [InlineData("1.000,25", "1000.25")]
    [InlineData("€ 500,-", "500")]
    public void Decimals_are_kept_where_the_question_allows_them(string typed, string number) =>
        Rent.Post(("answer", typed)).Gives(new Amount(decimal.Parse(number, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("12,3456", "Dit getal heeft te veel cijfers achter de komma. Schrijf het zo: 12,35.")]
    [InlineData("-1", "Vul een getal in van 0 tot en met 1.000.000.000.")]
    public void What_the_question_does_not_allow_is_said(string typed, string message) => Rent.Post(("answer", typed)).Refuses(message);

    [Fact]
    public void A_number_has_one_stored_form()
    {
        var answers = Answers.None.With(Rent, new Amount(12.50m));
        var stored = AnswersDocument.WriteDraft(new GivenConsultation().With(Rent).Build(), answers);
        Assert.Equal("""{"huur":12.5}""", Encoding.UTF8.GetString(stored));
    }

    private static Question Rent =>
        ((NumberQuestion)new GivenConsultation().WithNumber("huur", 0, 1_000_000_000).Of()) with { Decimals = 2 };

    [Fact]
    public void Thousands_may_be_set_apart() =>
        new GivenConsultation().WithNumber("veel", 500, 1500).Of().Post(("answer", "1.000")).Gives(new Amount(1000));

    [Fact]
    public void Nothing_names_the_way_out() => _question.Post(("answer", " ")).Refuses("Vul een getal in. Of kies ‘Sla over’.");
}
