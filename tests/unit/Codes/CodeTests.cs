using Participatie.Surveys.Codes;

namespace Participatie.Tests.Codes;

public sealed class CodeTests
{
    [Theory]
    [InlineData("1234 5678 9014")]
    [InlineData(" 1234.5678-9014 ")]
    [InlineData("123456789014")]
    [InlineData("١٢٣٤ ٥٦٧٨ ٩٠١٤")]
    [InlineData("\u200f1234 5678 9014\u200e")]
    [InlineData("Uw code, cijfer voor cijfer: 1 2 3 4. 5 6 7 8. 9 0 1 4.")]
    [InlineData("mijn code is: \u201c1234\u20135678\u20139014\u201d.")]
    [InlineData("1234 5678 9014 Uw code, cijfer voor cijfer: 1 2 3 4. 5 6 7 8. 9 0 1 4.")]
    [InlineData("رمزكم رقماً رقماً: ١ ٢ ٣ ٤. ٥ ٦ ٧ ٨. ٩ ٠ ١ ٤.")]
    [InlineData("<script>1234 5678 9014")]
    public void Reads_what_people_type(string typed) => Assert.Equal("1234 5678 9014", Code.Parse(typed)?.ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1234 5678 901")]
    [InlineData("1234 5678 9014 0")]
    [InlineData("1234 5678 901x")]
    [InlineData("1234 5678 9014 1234 5678 9015")]
    [InlineData("Uw code, cijfer voor cijfer:")]
    public void Refuses_what_is_no_code(string? typed) => Assert.Null(Code.Parse(typed));

    [Fact]
    public void A_receipt_has_sixteen_digits_in_four_groups()
    {
        var receipt = Code.OfReceipt(123_456_789_012_345);
        Assert.Matches(@"^1234 5678 9012 345\d$", receipt.ToString());
        Assert.Equal(receipt, Code.Parse(receipt.ToString()));
        Assert.Equal(
            receipt, Code.Parse(string.Join(". ", receipt.ToString().Split(' ').Select(group => string.Join(' ', group.AsEnumerable())))));
        Assert.Equal("0000 0000 0000 000", Code.OfReceipt(0).ToString()[..^1]);
        Assert.Equal("9999 9999 9999 999", Code.OfReceipt(Code.ReceiptNumbers - 1).ToString()[..^1]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Finds_every_single_wrong_digit(bool isReceipt)
    {
        var digits = (isReceipt ? Code.OfReceipt(123456789012345) : Code.Of(12345678901)).Digits;
        foreach (var (at, wrong)
            in from at
            in Enumerable.Range(0, digits.Length) from wrong
            in "0123456789" where digits[at] != wrong select (at, wrong))
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
