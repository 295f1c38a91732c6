using Participatie.Web.Access;

namespace Participatie.Tests.Access;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("kort", PasswordRules.TooShort)]
    [InlineData("elf tekens!", PasswordRules.TooShort)]
    [InlineData("welkom123456", PasswordRules.Obvious)]
    [InlineData("WelkomWelkom", PasswordRules.Obvious)]
    [InlineData("W3lk0m2026!!", PasswordRules.Obvious)]
    [InlineData("wachtwoord-2026", PasswordRules.Obvious)]
    [InlineData("welkom2026drenthe", PasswordRules.Obvious)]
    [InlineData("Participatie2026", PasswordRules.Obvious)]
    [InlineData("qwertyuiop12", PasswordRules.Obvious)]
    [InlineData("123456789012", PasswordRules.Obvious)]
    [InlineData("abcdefghijklm", PasswordRules.Obvious)]
    [InlineData("aaaaaaaaaaaaaaaa", PasswordRules.Obvious)]
    [InlineData("Ánna!Vélthuis", PasswordRules.Obvious)]
    [InlineData("velthuis@provincie", PasswordRules.Obvious)]
    [InlineData("kano glijdt langs riet", null)]
    [InlineData("tortel9fluitketel", null)]
    [InlineData("🦦🦦 otter onder ijs", null)]
    public void Refuses_what_is_short_or_obvious_and_asks_for_no_kinds_of_signs(string password, string? wrong) =>
        Assert.Equal(wrong, PasswordRules.WrongWith(password, "Anna Velthuis", "a.velthuis@provincie.voorbeeld.nl"));

    [Fact]
    public void Has_room_for_a_long_sentence_and_not_for_a_book()
    {
        var sentence = string.Concat(Enumerable.Repeat("kano riet otter ", 8));
        Assert.Null(PasswordRules.WrongWith(sentence, "Anna", "anna@voorbeeld.nl"));
        Assert.Equal(PasswordRules.TooLong, PasswordRules.WrongWith(sentence + "!", "Anna", "anna@voorbeeld.nl"));
    }
}
