using Participatie.Surveys.Answering;
using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Tests.Answering;

public sealed class OpenCheckTests
{
    private readonly Question _question = new GivenConsultation().WithOpen("idee").Where(last => (OpenQuestion)last with { MaxLength = 1200 }).Of();

    [Fact]
    public void Text_is_kept_with_the_language_of_the_page() => _question.Post(("answer", "Meer bussen")).Gives(new Written("Meer bussen", "nl"));

    [Fact]
    public void Text_that_is_too_long_says_how_long_it_is_and_may_be() =>
        _question.Post(("answer", new string('a', 1201))).Refuses("Uw tekst is te lang. Hij heeft 1.201 tekens. Het mogen er 1.200 zijn.");

    [Fact]
    public void A_line_end_counts_as_one_whatever_the_browser_sends() =>
        Assert.IsType<Accepted>(_question.Post(("answer", string.Concat(Enumerable.Repeat("a\r\n", 599)) + "ab")));

    [Theory]
    [InlineData("a\r\nb\rc\nd", "a\nb\nc\nd")]
    [InlineData("a\u2028b\u0085c", "a\nb\nc")]
    [InlineData("a\0b\u0007c\u001Bd\u007Fe", "abcde")]
    [InlineData("\u202Eabc\u2066d\u2069", "abcd")]
    [InlineData("a\tb", "a b")]
    [InlineData("  a  ", "a")]
    [InlineData("👍🏽 é", "👍🏽 é")]
    [InlineData("\u200Fمرحبا", "\u200Fمرحبا")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    public void Only_what_a_screen_shows_is_kept(string typed, string kept) => _question.Post(("answer", typed)).Gives(new Written(kept, "nl"));

    /// <summary>Not a theory: an attribute cannot hold half a pair.</summary>
    [Fact]
    public void Half_a_pair_of_surrogates_is_left_out() => _question.Post(("answer", "a\uD83Db\uDC4D")).Gives(new Written("ab", "nl"));

    [Theory]
    [InlineData(" \r\n ")]
    [InlineData("\0\u202E")]
    public void Text_without_anything_to_see_is_no_answer(string typed) =>
        _question.Post(("answer", typed)).Refuses("Schrijf uw antwoord. Of kies ‘Sla over’.");

    [Fact]
    public void A_repeated_field_is_refused() => Assert.IsType<Refused>(_question.Post(("answer", "a"), ("answer", "b")));
}
