using System.Text;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;

namespace Participatie.Tests.Definition;

/// <summary>Each row is one mistake in a good document and the only problem that it may give.</summary>
public sealed class DefinitionReaderTests
{
    private const string Means = "{\"nl\":\"iets proberen\",\"nl-simple\":\"proberen\",\"en\":\"trying\"}";
    private const string Proof = "{\"word\":{\"nl\":\"proef|proeven\",\"nl-simple\":\"proefje\",\"en\":\"test\"},\"means\":" + Means + "}";

    [Fact]
    public void Reads_a_word_that_stands_in_a_text_in_one_of_its_forms() =>
        Assert.Empty(GivenDocument.WithEveryKind().Put("/words", "[" + Proof + "]").Problems());

    [Fact]
    public void Finds_no_problem_in_a_document_with_every_kind() => Assert.Empty(GivenDocument.WithEveryKind().Problems());

    [Theory]
    [InlineData("/slug", "\"Themas\"", "/slug", "kleine letters")]
    [InlineData("/slug", "\"themas\\n\"", "/slug", "kleine letters")]
    [InlineData("/slug", "7", "/slug", "tekst")]
    [InlineData("/slug", "null", "/slug", "tekst")]
    [InlineData("/$schema", "\"https://elders.example\"", "/$schema", "kan hier niet")]
    [InlineData("/theme", "\"Wonen!\"", "/theme", "kleine letters")]
    [InlineData("/extra", "1", "/extra", "kennen wij hier niet")]
    [InlineData("/a~b", "1", "/a~0b", "kennen wij hier niet")]
    [InlineData("/results", "\"never\"", "/results", "afterClosing, whileOpen")]
    [InlineData("/invitation", "\"maybe\"", "/invitation", "none, optional, required")]
    [InlineData("/organisations", "\"ja\"", "/organisations", "true of false")]
    [InlineData("/languages", "[\"nl\",\"xx\"]", "/languages/1", "nl-simple")]
    [InlineData("/languages", "[\"en\"]", "/languages", "Nederlands ontbreekt")]
    [InlineData("/languages", "[\"nl\",\"nl\"]", "/languages/1", "twee keer")]
    [InlineData("/languages", "\"nl\"", "/languages", "lijst")]
    [InlineData("/title", "\"Kaal\"", "/title", "accolades")]
    [InlineData("/title/fr", "\"Bonjour\"", "/title/fr", "De taal 'fr'")]
    [InlineData("/checkedBy", "{\"xx\":\"Iemand\"}", "/checkedBy/xx", "De taal 'xx'")]
    [InlineData("/checkedBy", "{\"nl\":\"Iemand\"}", "/checkedBy/nl", "De taal 'nl'")]
    [InlineData("/checkedBy", "{\"en\":\" \"}", "/checkedBy/en", "leeg")]
    [InlineData("/checkedBy", "{\"en\":7}", "/checkedBy/en", "tekst")]
    [InlineData("/checkedBy", "[\"en\"]", "/checkedBy", "accolades")]
    [InlineData("/words", "{}", "/words", "lijst")]
    [InlineData("/words", "[7]", "/words/0", "accolades")]
    [InlineData("/words", "[" + Proof + ",{\"word\":{\"nl\":\"Een|PROEF\",\"nl-simple\":\"een\",\"en\":\"a\"},\"means\":" + Means + "}]", "/words/1/word/nl", "leggen wij al uit")]
    [InlineData("/words", "[{\"word\":{\"nl\":\"burgerschap\",\"nl-simple\":\"burgerschap\",\"en\":\"citizenship\"},\"means\":" + Means + "}]", "/words/0/word", "geen enkele tekst")]
    [InlineData("/words", "[{\"word\":{\"nl\":\"proef||proeven\",\"nl-simple\":\"proef\",\"en\":\"test\"},\"means\":" + Means + "}]", "/words/0/word/nl", "lege vorm")]
    [InlineData("/words", "[{\"word\":{\"nl\":\"proef\",\"en\":\"test\"},\"means\":" + Means + "}]", "/words/0/word/nl-simple", "ontbreekt")]
    [InlineData("/title/nl", "\"  \"", "/title/nl", "leeg")]
    [InlineData("/title/nl", "\"a\\u0000b\"", "/title/nl", "U+0000")]
    [InlineData("/title/en", "\"a\\u202eb\"", "/title/en", "U+202E")]
    [InlineData("/title/nl", "\"\\u2060\\u00ad\"", "/title/nl", "leeg")]
    [InlineData("/title/nl", "\"\\u2800\"", "/title/nl", "leeg")]
    [InlineData("/checkedBy", "{\"en\":\"\\u3164\"}", "/checkedBy/en", "leeg")]
    [InlineData("/questions", "[]", "/questions", "geen vraag")]
    [InlineData("/questions", "{}", "/questions", "lijst")]
    [InlineData("/questions/1/id", "\"choice\"", "/questions/1/id", "al een vraag")]
    [InlineData("/questions/1/id", "\"antwoord\"", "/questions/1/id", "gebruiken wij zelf")]
    [InlineData("/questions/1/id", "\"-a\"", "/questions/1/id", "kleine letters")]
    [InlineData("/questions/2/kind", "\"matrix\"", "/questions/2/kind", "'matrix'")]
    [InlineData("/questions/2/choices", "[]", "/questions/2/choices", "kennen wij hier niet")]
    [InlineData("/questions/2/required", "1", "/questions/2/required", "true of false")]
    [InlineData("/questions/0/choices/1/id", "\"fiets\"", "/questions/0/choices/1/id", "twee keer")]
    [InlineData("/questions/0/choices/1/picture", "\"../geheim\"", "/questions/0/choices/1/picture", "plaatje")]
    [InlineData("/questions/0/choices/1", "\"fiets\"", "/questions/0/choices/1", "accolades")]
    [InlineData("/questions/0/choices", "[{\"id\":\"a\",\"text\":{\"nl\":\"a\",\"nl-simple\":\"a\",\"en\":\"a\"}}]", "/questions/0/choices", "ten minste 2")]
    [InlineData("/questions/0/choices/1/text/nl", "\"keuze FIETS\"", "/questions/0/choices/1/text/nl", "al bij een andere keuze")]
    [InlineData("/questions/0/choices/1/text/en", "\" Keuze\\u00a0\\u200bfiets "
        + "(English)\"", "/questions/0/choices/1/text/en", "al bij een andere keuze")]
    [InlineData("/questions/6/choices/2/text/nl", "\"Keuze dorpshuis\"", "/questions/6/choices/2/text/nl", "al bij een andere keuze")]
    [InlineData("/questions/7/statements/1/text/nl", "\"Keuze burgerberaad\"", "/questions/7/statements/1/text/nl", "al bij een andere keuze")]
    [InlineData("/questions/0/choices/2/exclusive", "true", "/questions/0/choices/2/exclusive", "kennen wij hier niet")]
    [InlineData("/questions/5/choices/3/other", "true", "/questions/5/choices/3/other", "kennen wij hier niet")]
    [InlineData("/questions/7/statements/1/other", "true", "/questions/7/statements/1/other", "kennen wij hier niet")]
    [InlineData("/questions/1/choices/0/exclusive", "true", "/questions/1/choices/0/exclusive", "als laatste")]
    [InlineData("/questions/1/choices/1/other", "true", "/questions/1/choices/1/other", "achter de andere")]
    [InlineData("/questions/0/choices/0/other", "true", "/questions/0/choices/0/other", "achter de andere")]
    [InlineData("/questions/1/choices/2/other", "\"ja\"", "/questions/1/choices/2/other", "true of false")]
    [InlineData("/questions/1/atMost", "4", "/questions/1/atMost", "tot en met 3")]
    [InlineData("/questions/1/atMost", "0", "/questions/1/atMost", "tot en met 3")]
    [InlineData("/questions/1/atMost", "1.5", "/questions/1/atMost", "heel getal")]
    [InlineData("/questions/5/places", "5", "/questions/5/places", "tot en met 4")]
    [InlineData("/questions/5/places", "0", "/questions/5/places", "tot en met 4")]
    [InlineData("/questions/6/step", "30", "/questions/6/step", "niet precies")]
    [InlineData("/questions/6/step", "0", "/questions/6/step", "vanaf 1")]
    [InlineData("/questions/6/total", "20000", "/questions/6/step", "ten minste 20")]
    [InlineData("/questions/7/statements", "[]", "/questions/7/statements", "ten minste één")]
    [InlineData("/questions/7/statements/1/id", "\"burgerberaad\"", "/questions/7/statements/1/id", "twee keer")]
    [InlineData("/questions/7/statements/1/picture", "\"home\"", "/questions/7/statements/1/picture", "kennen wij hier niet")]
    [InlineData("/questions/8/maxLength", "10001", "/questions/8/maxLength", "tot en met 10000")]
    [InlineData("/questions/8/maxLength", "0", "/questions/8/maxLength", "tot en met 10000")]
    [InlineData("/questions/9/max", "-1", "/questions/9/max", "hoger is dan 0")]
    [InlineData("/questions/9/max", "2000000001", "/questions/9/max", "hooguit 2.000.000.000")]
    [InlineData("/questions/9/max", "3000000000", "/questions/9/max", "tot en met 2147483647")]
    [InlineData("/questions/9/decimals", "3", "/questions/9/decimals", "van 0 tot en met 2")]
    [InlineData("/questions/9/min", "-2147483648", "/questions/9/max", "hooguit 2.000.000.000")]
    [InlineData("/questions/12/required", "true", "/questions/12", "geen antwoord")]
    [InlineData("/charter/closesOn", "\"01-02-2027\"", "/charter/closesOn", "geen datum")]
    [InlineData("/charter/closesOn", "\"2027-02-30\"", "/charter/closesOn", "geen datum")]
    [InlineData("/charter/keepUntil", "\"9999-12-31\"", "/charter/keepUntil", "Kies een jaar")]
    [InlineData("/charter/resultsBy", "\"2027-02-01\"", "/charter/resultsBy", "na de sluitingsdag")]
    [InlineData("/charter/decisionBy", "\"2027-03-14\"", "/charter/decisionBy", "vóór de uitslag")]
    [InlineData("/charter/keepUntil", "\"2027-05-31\"", "/charter/keepUntil", "tot het besluit")]
    [InlineData("/charter/contact", "\"ergens\"", "/charter/contact", "mailadres")]
    public void Reports_one_mistake_once_and_where_it_is(string put, string json, string at, string words) =>
        AssertOnly(GivenDocument.WithEveryKind().Put(put, json).Problems(), at, words);

    [Theory]
    [InlineData("/slug")]
    [InlineData("/languages")]
    [InlineData("/title")]
    [InlineData("/charter")]
    [InlineData("/questions")]
    [InlineData("/title/nl")]
    [InlineData("/title/nl-simple")]
    [InlineData("/questions/0/choices/0/text/en")]
    [InlineData("/charter/why")]
    [InlineData("/charter/room")]
    [InlineData("/charter/fixed")]
    [InlineData("/charter/decides")]
    [InlineData("/charter/after")]
    [InlineData("/charter/contact")]
    [InlineData("/charter/closesOn")]
    [InlineData("/charter/resultsBy")]
    [InlineData("/charter/decisionBy")]
    [InlineData("/charter/keepUntil")]
    [InlineData("/questions/0/id")]
    [InlineData("/questions/0/kind")]
    [InlineData("/questions/0/text")]
    [InlineData("/questions/0/choices")]
    [InlineData("/questions/6/total")]
    [InlineData("/questions/6/step")]
    [InlineData("/questions/6/unit")]
    [InlineData("/questions/7/statements")]
    [InlineData("/questions/9/min")]
    [InlineData("/questions/9/max")]
    [InlineData("/questions/12/body")]
    public void Reports_what_is_missing_where_it_should_be(string place) =>
        AssertOnly(GivenDocument.WithEveryKind().Without(place).Problems(), place, "ontbreekt");

    [Theory]
    [InlineData("", "geen geldige JSON")]
    [InlineData("{", "regel 1")]
    [InlineData("{\"slug\": \"a\",}", "geen geldige JSON")]
    [InlineData("[]", "accolades")]
    [InlineData("{\"slug\": \"\\ud800\"}", "half teken")]
    public void Says_plainly_that_a_file_is_no_document(string json, string words) =>
        AssertOnly(GivenDocument.Read(json).Problems, "", words);

    [Theory]
    [InlineData("exclusive", "exclusive", "Hooguit één keuze")]
    [InlineData("other", "other", "hooguit één keuze")]
    public void Reports_a_mark_that_two_choices_have(string first, string second, string words) => AssertOnly(
        GivenDocument.WithEveryKind().Put($"/questions/1/choices/1/{first}", "true").Put($"/questions/1/choices/2/{second}", "true")
            .Problems(),
        $"/questions/1/choices/1/{first}",
        words);

    [Fact]
    public void Reports_a_choice_that_excludes_and_takes_words() => AssertOnly(
        GivenDocument.WithEveryKind().Put("/questions/1/choices/2/exclusive", "true").Put("/questions/1/choices/2/other", "true")
            .Problems(),
        "/questions/1/choices/2/other",
        "niemand iets schrijven");

    [Fact]
    public void A_choice_of_the_authors_is_not_a_way_out_once_more() => AssertOnly(
        GivenDocument.WithEveryKind().Put("/questions/0/dontKnow", "true").Put("/questions/0/choices/2/text/nl", "\"weet ik NIET\"")
            .Problems(),
        "/questions/0/choices/2/text/nl",
        "door dontKnow");

    [Fact]
    public void Refuses_bytes_that_are_no_text() =>
        AssertOnly(DefinitionReader.Read(new byte[] { 0x22, 0xFF, 0x22 }).Problems, "", "UTF-8");

    [Fact]
    public void Refuses_ten_megabytes() =>
        AssertOnly(DefinitionReader.Read(new byte[10_000_000]).Problems, "", "te groot");

    [Fact]
    public void Reads_past_a_byte_order_mark()
    {
        byte[] marked = [.. Encoding.UTF8.Preamble, .. DefinitionWriter.Write(GivenConsultation.WithEveryKind().Build())];
        Assert.NotNull(DefinitionReader.Read(marked).Definition);
    }

    [Fact]
    public void Reports_a_member_that_stands_twice()
    {
        var json = GivenDocument.WithEveryKind().Root.ToJsonString();
        AssertOnly(GivenDocument.Read("{\"slug\":\"a\"," + json[1..]).Problems, "/slug", "twee keer");
    }

    [Fact]
    public void Reports_too_many_questions_and_choices()
    {
        var questions = new GivenConsultation();
        Enumerable.Range(1, Consultation.MaxQuestions + 1).ToList().ForEach(i => questions.WithYesNo($"vraag-{i}"));
        AssertOnly(new GivenDocument(questions.Build()).Problems(), "/questions", "hooguit 20");

        var choices = new GivenConsultation().WithChoice("lang", "a", "b", "c", "d", "e", "f", "g");
        AssertOnly(new GivenDocument(choices.Build()).Problems(), "/questions/0/choices", "hooguit 6");

        var statements = new GivenConsultation().WithStatements("lang", "a", "b", "c", "d", "e", "f", "g");
        AssertOnly(new GivenDocument(statements.Build()).Problems(), "/questions/0/statements", "hooguit 6");
    }

    [Fact]
    public void Refuses_a_consultation_of_information_only() =>
        AssertOnly(new GivenDocument(new GivenConsultation().WithInformation("uitleg").Build()).Problems(), "/questions", "geen vraag");

    [Fact]
    public void Refuses_a_text_that_nobody_reads_to_its_end() =>
        AssertOnly(
            GivenDocument.WithEveryKind().Put("/about/nl", $"\"{new string('a', Text.Longest + 1)}\"").Problems(), "/about/nl", "te lang");

    [Fact]
    public void Reports_every_problem_at_once()
    {
        var document = GivenDocument.WithEveryKind()
            .Put("/slug", "1")
            .Without("/charter/why")
            .Put("/questions/1/atMost", "9")
            .Put("/questions/2/kind", "\"matrix\"")
            .Without("/questions/12/body/nl");

        Assert.Equal(
            ["/slug", "/charter/why", "/questions/1/atMost", "/questions/2/kind", "/questions/12/body/nl"],
            document.Problems().Select(problem => problem.At));
    }

    [Fact]
    public void Repeats_no_direction_override_in_a_message() =>
        Assert.DoesNotContain('\u202E', GivenDocument.WithEveryKind().Put("/a\u202Eb", "1").Problems().Single().Message);

    private static void AssertOnly(IReadOnlyList<Problem> problems, string at, string words)
    {
        var problem = Assert.Single(problems);
        Assert.Equal(at, problem.At);
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }
}
