using Participatie.Surveys.Language;

namespace Participatie.Tests.Language;

public sealed class HiddenCharactersTests
{
    [Theory]
    [InlineData("a\0b", "U+0000")]
    [InlineData("a\tb", "U+0009")]
    [InlineData("a\rb", "U+000D")]
    [InlineData("a\u0085b", "U+0085")]
    [InlineData("a\u202Eb", "U+202E")]
    [InlineData("a\u2066b", "U+2066")]
    [InlineData("a\u2028b", "U+2028")]
    [InlineData("\uFEFFa", "U+FEFF")]
    public void Names_the_first_character_that_nobody_sees(string text, string name) => Assert.Equal(name, HiddenCharacters.FirstIn(text));

    [Fact]
    public void Names_half_a_surrogate_pair() =>
        // Not in a row above: a test's name cannot hold it.
        Assert.Equal("U+D83D", HiddenCharacters.FirstIn("a" + (char)0xD83D));

    [Theory]
    [InlineData("één\nregel")]
    [InlineData("😀 blij")]
    [InlineData("مرحبا\u200F")]
    public void Leaves_ordinary_text_alone(string text) => Assert.Null(HiddenCharacters.FirstIn(text));
}
