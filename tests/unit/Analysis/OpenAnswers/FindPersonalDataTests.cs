using System.Globalization;
using FsCheck.Xunit;
using Participatie.Surveys.Analysis.OpenAnswers;

namespace Participatie.Tests.Analysis.OpenAnswers;

public sealed class FindPersonalDataTests
{
    [Theory]
    [InlineData("Mail mij op jan.de-vries+1@post.example.nl.", PersonalData.Mail, "jan.de-vries+1@post.example.nl")]
    [InlineData("piet (at) example.com", PersonalData.Mail, "piet (at) example.com")]
    [InlineData("bel 06-12345678 na zes uur", PersonalData.Telephone, "06-12345678")]
    [InlineData("bel 06 12 34 56 78", PersonalData.Telephone, "06 12 34 56 78")]
    [InlineData("+31 (0)592 365 555", PersonalData.Telephone, "+31 (0)592 365 555")]
    [InlineData("0031612345678", PersonalData.Telephone, "0031612345678")]
    [InlineData("(0592) 36 55 55", PersonalData.Telephone, "(0592) 36 55 55")]
    [InlineData("bel ٠٦١٢٣٤٥٦٧٨", PersonalData.Telephone, "٠٦١٢٣٤٥٦٧٨")]
    [InlineData("9405 BJ 12", PersonalData.Address, "9405 BJ 12")]
    [InlineData("ik woon op 9405bj, 12", PersonalData.Address, "9405bj, 12")]
    [InlineData("Brink 4a, 9401 HS Assen", PersonalData.Address, "4a, 9401 HS")]
    [InlineData("Brink 4\n9401 HS Assen", PersonalData.Address, "4\n9401 HS")]
    [InlineData("mijn nummer is 111222333", PersonalData.Bsn, "111222333")]
    [InlineData("bsn 1112.22.333", PersonalData.Bsn, "1112.22.333")]
    [InlineData("rekening nl91 abna 0417 1643 00 graag", PersonalData.Iban, "nl91 abna 0417 1643 00")]
    [InlineData("DE89370400440532013000", PersonalData.Iban, "DE89370400440532013000")]
    public void Marks_what_has_a_form_of_its_own(string text, PersonalData kind, string found)
    {
        var mark = Assert.Single(FindPersonalData.In(text));
        Assert.Equal((kind, found), (mark.Kind, text.Substring(mark.Start, mark.Length)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("In 2024 is 12 keer gestaakt.")]
    [InlineData("Het kost 123.456.789 euro.")]
    [InlineData("Wij wonen in 9405 BJ.")]
    [InlineData("De bus van 10:30 en 12:45, lijn 21 en 300.")]
    [InlineData("nl91 abna 9417 1643 01")]
    [InlineData("Bel 112 of 0900-8844.")]
    [InlineData("@drenthe doet niets")]
    [InlineData("1990-2000, 2005-2010")]
    [InlineData("kenmerk 0612345678901")]
    public void Leaves_the_rest_alone(string text) => Assert.Empty(FindPersonalData.In(text));

    [Fact]
    public void Marks_all_of_them_in_their_order()
    {
        const string text = "Jan, 9405 BJ 12, 0612345678 of jan@example.nl";
        Assert.Equal(
            [PersonalData.Address, PersonalData.Telephone, PersonalData.Mail], FindPersonalData.In(text).Select(mark => mark.Kind));
    }

    [Property(MaxTest = 500)]
    public bool Marks_lie_in_the_text_and_apart(string? text)
    {
        var marks = FindPersonalData.In(text + " 06-12345678 " + text);
        var end = 0;
        foreach (var mark in marks)
        {
            if (mark.Start < end || mark.Length < 1)
                return false;
            end = mark.End;
        }

        return end <= ((text?.Length ?? 0) * 2) + 13;
    }

    [Property(MaxTest = 300)]
    public bool Every_citizen_service_number_is_seen(int seed)
    {
        var first = (10_000_000 + (Math.Abs((long)seed) % 80_000_000)).ToString(CultureInfo.InvariantCulture);
        var sum = first.Select((digit, at) => (digit - '0') * (9 - at)).Sum();
        // One that would end in ten is not given out.
        return sum % 11 == 10 || FindPersonalData.In($"Het is {first}{sum % 11}.") is [{ Kind: PersonalData.Bsn, Length: 9 }];
    }
}
