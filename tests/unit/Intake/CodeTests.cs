using Participatie.Surveys.Answering.Codes;

namespace Participatie.Tests.Intake;

public sealed class CodeTests
{
    [Theory]
    [InlineData("1234 5678 9014")]
    [InlineData(" 1234.5678-9014 ")]
    [InlineData("123456789014")]
    [InlineData("١٢٣٤ ٥٦٧٨ ٩٠١٤")]
    [InlineData("\u200f1234 5678 9014\u200e")]
    public void Reads_what_people_type(string typed) => Assert.Equal("1234 5678 9014", Code.Parse(typed)?.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1234 5678 901")]
    [InlineData("1234 5678 9014 0")]
    [InlineData("1234 5678 901x")]
    [InlineData("<script>1234 5678 9014")]
    public void Refuses_what_is_no_code(string? typed) => Assert.Null(Code.Parse(typed));

    [Fact]
    public void Finds_every_single_wrong_digit()
    {
        var digits = Code.Of(12345678901).Digits;
        foreach (var (at, wrong) in from at in Enumerable.Range(0, Code.Length) from wrong in "0123456789" where digits[at] != wrong select (at, wrong))
        {
            Assert.Null(Code.Parse(digits[..at] + wrong + digits[(at + 1)..]));
        }
    }

    [Theory]
    [InlineData("0794", '5')]
    [InlineData("6943515153", '0')]
    public void The_check_digit_is_that_of_the_standard(string digits, char check) =>
        // The worked example of ISO/IEC 7064 for MOD 11,10, and the published example of a Croatian number that uses it.
        Assert.Equal(check, Code.CheckDigit(digits));
}
