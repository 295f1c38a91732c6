using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Tests.Answering;

public sealed class NumberCheckTests
{
    private readonly Question _question = new GivenConsultation().WithNumber("keer", -10, 990).Of();

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
    public void A_number_is_read_the_way_people_write_it(string typed, int number) => _question.Post(("answer", typed)).Gives(new Amount(number));

    [Theory]
    [InlineData("1.000")]
    [InlineData("1 000")]
    [InlineData("991")]
    [InlineData("10 of 12")]
    [InlineData("2,5")]
    [InlineData("twaalf")]
    [InlineData("12\0")]
    [InlineData("1e3")]
    [InlineData("999999999999")]
    public void What_is_no_number_within_the_bounds_is_refused(string typed) =>
        _question.Post(("answer", typed)).Refuses("Vul een heel getal in van -10 tot en met 990.");

    [Fact]
    public void Thousands_may_be_set_apart() =>
        new GivenConsultation().WithNumber("veel", 500, 1500).Of().Post(("answer", "1.000")).Gives(new Amount(1000));

    [Fact]
    public void Nothing_names_the_way_out() => _question.Post(("answer", " ")).Refuses("Vul een getal in. Of kies ‘Sla over’.");
}
