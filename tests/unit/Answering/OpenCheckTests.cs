using Participatie.Surveys.Answering;
using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Tests.Answering;

public sealed class OpenCheckTests
{
    private readonly Question _question = new GivenConsultation().WithOpen("idee").Where(
        last => (OpenQuestion)last with { MaxLength = 1200 }).Of();

    [Fact]
    public void Text_is_kept_with_the_language_of_the_page() =>
        _question.Post(("answer", "Meer bussen")).Gives(new Written("Meer bussen", "nl"));

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
    public void Only_what_a_screen_shows_is_kept(string typed, string kept) =>
        _question.Post(("answer", typed)).Gives(new Written(kept, "nl"));

    /// <summary>Not a theory: an attribute cannot hold half a pair.</summary>
    [Fact]
    public void Half_a_pair_of_surrogates_is_left_out() => _question.Post(("answer", "a\uD83Db\uDC4D")).Gives(new Written("ab", "nl"));

    [Theory]
    [InlineData("e\u0301e\u0301n", "\u00E9\u00E9n")]
    [InlineData("u\u0308ber \u0439", "\u00FCber \u0439")]
    [InlineData("\uFFFEa", "a")]
    public void What_looks_the_same_is_spelled_the_same(string typed, string kept) =>
        _question.Post(("answer", typed)).Gives(new Written(kept, "nl"));

    [Fact]
    public void Length_is_what_people_count() =>
        With(1).Post(("answer", "\U0001F468\u200D\U0001F469\u200D\U0001F467"))
            .Gives(new Written("\U0001F468\u200D\U0001F469\u200D\U0001F467", "nl"));

    [Fact]
    public void Eleven_emoji_are_eleven_characters() =>
        With(10).Post(("answer", string.Concat(Enumerable.Repeat("\U0001F600", 11))))
            .Refuses("Uw tekst is te lang. Hij heeft 11 tekens. Het mogen er 10 zijn.");

    [Fact]
    public void A_character_of_many_bytes_does_not_fill_the_database() =>
        _question.Post(("answer", "a" + new string('\u0333', 20_001)))
            .Refuses("Uw tekst is te groot om te bewaren. Haal er plaatjes of tekens uit.");

    [Theory]
    [InlineData(" \r\n ")]
    [InlineData("\0\u202E")]
    [InlineData("\u200B")]
    [InlineData("\u2060 \u00AD")]
    [InlineData("\u2800")]
    [InlineData("\uFEFF")]
    [InlineData("\u3164")]
    [InlineData("\u115F\u1160\uFFA0")]
    [InlineData("\u200E\u200D\uFE0F\u034F")]
    public void Text_without_anything_to_see_is_no_answer(string typed) =>
        _question.Post(("answer", typed)).Refuses("Schrijf uw antwoord. Of kies ‘Sla over’.");

    [Fact]
    public void Nothing_to_see_is_no_answer_where_one_is_required_either() =>
        (_question with { Required = true }).Post(("answer", "\u200B")).Refuses("Schrijf uw antwoord.");

    [Fact]
    public void A_repeated_field_is_refused() => Assert.IsType<Refused>(_question.Post(("answer", "a"), ("answer", "b")));

    private OpenQuestion With(int maxLength) => (OpenQuestion)_question with { MaxLength = maxLength };
}
