using Participatie.Surveys.Definition;

namespace Participatie.Tests.Definition;

public sealed class SlugTests
{
    [Theory]
    [InlineData("a", true)]
    [InlineData("dorps-budget2", true)]
    [InlineData("", false)]
    [InlineData("2a", false)]
    [InlineData("-a", false)]
    [InlineData("a_b", false)]
    [InlineData("é", false)]
    [InlineData("a\n", false)]
    public void Is_lower_case_letters_digits_and_hyphens_with_a_letter_first(string id, bool fits) => Assert.Equal(fits, Slug.Fits(id));

    [Fact]
    public void Has_forty_characters_at_most()
    {
        Assert.True(Slug.Fits(new string('a', 40)));
        Assert.False(Slug.Fits(new string('a', 41)));
    }
}
