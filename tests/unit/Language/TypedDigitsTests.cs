using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Language;

namespace Participatie.Tests.Language;

public sealed class TypedDigitsTests
{
    [Theory]
    [InlineData("1200", "1200")]
    [InlineData("\u0661\u0662\u0660\u0660", "1200")]
    [InlineData("\u06F1\u06F2\u06F0\u06F0", "1200")]
    [InlineData("\uFF11\uFF12\uFF10\uFF10", "1200")]
    [InlineData("\u0967\u0968\u0966\u0966", "1200")]
    [InlineData("\U0001D7CF\U0001D7D0", "12")]
    [InlineData("\u200E-\u200F5\u061C\uFEFF\u200B", "-5")]
    [InlineData("1\uFE0F", "1")]
    public void The_digits_of_every_script_are_digits_and_what_nobody_sees_is_left_out(string typed, string plain) =>
        Assert.Equal(plain, TypedDigits.Plain(typed));

    /// <summary>A power or a fraction is no digit behind another one.</summary>
    [Theory]
    [InlineData("5\u00B2")]
    [InlineData("12\u00BD")]
    [InlineData("\u2460")]
    [InlineData("twaalf")]
    public void Other_signs_stay_what_they_are(string typed) => Assert.Equal(typed, TypedDigits.Plain(typed));

    [Fact]
    public void Half_a_pair_is_no_digit() => Assert.Equal("1\uFFFD2", TypedDigits.Plain("1\uD8352"));

    [Property]
    public Property Nothing_that_is_seen_is_lost() => Prop.ForAll<NonNull<string>>(typed =>
        TypedDigits.Plain(TypedDigits.Plain(typed.Get)) == TypedDigits.Plain(typed.Get));

    [Theory]
    [InlineData("\u0660")]
    [InlineData("\u06F0")]
    [InlineData("\uFF10")]
    [InlineData("\U0001D7CE")]
    public void A_code_is_read_in_the_digits_of_any_script(string zero)
    {
        var code = Code.Of(12345678901);
        var typed = string.Concat(
            code.ToString().Select(
                sign => char.IsAsciiDigit(sign) ? char.ConvertFromUtf32(char.ConvertToUtf32(zero, 0) + sign - '0') : " "));

        Assert.Equal(code, Code.Parse("\u200F" + typed));
    }
}
