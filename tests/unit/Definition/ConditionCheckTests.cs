using Participatie.Surveys.Definition;

namespace Participatie.Tests.Definition;

public sealed class ConditionCheckTests
{
    [Theory]
    [InlineData("choice", "fiets")]
    [InlineData("choices", "wonen")]
    [InlineData("yesno", "nee")]
    [InlineData("feeling", "gewoon")]
    [InlineData("agreement", "oneens")]
    [InlineData("ranking", "natuur")]
    [InlineData("place", "assen")]
    [InlineData("age", "75-plus")]
    public void Lets_a_question_depend_on_a_list_of_answers(string question, string answer) =>
        Assert.Empty(Problems(GivenConsultation.WithEveryKind().WithOpen("later").ShownWhen(question, answer)));

    [Theory]
    [InlineData("budget")]
    [InlineData("statements")]
    [InlineData("open")]
    [InlineData("text")]
    [InlineData("number")]
    [InlineData("information")]
    public void Lets_nothing_depend_on_an_answer_without_a_list(string question) => AssertOnly(
        GivenConsultation.WithEveryKind().WithOpen("later").ShownWhen(question, "ja"),
        "/questions/14/showWhen/question",
        "kan geen andere vraag afhangen");

    [Fact]
    public void Looks_back_only() => AssertOnly(
        new GivenConsultation().WithOpen("eerst").ShownWhen("later", "ja").WithYesNo("later"),
        "/questions/0/showWhen/question",
        "pas later");

    [Fact]
    public void Refuses_a_question_that_depends_on_itself() => AssertOnly(
        new GivenConsultation().WithYesNo("zelf").ShownWhen("zelf", "ja"), "/questions/0/showWhen/question", "van zichzelf");

    [Fact]
    public void Refuses_a_question_that_is_not_there() => AssertOnly(
        new GivenConsultation().WithYesNo("een").WithYesNo("twee").ShownWhen("drie", "ja"),
        "/questions/1/showWhen/question",
        "bestaat niet");

    [Fact]
    public void Refuses_an_answer_that_is_not_there() => AssertOnly(
        new GivenConsultation().WithYesNo("een").WithYesNo("twee").ShownWhen("een", "ja", "misschien"),
        "/questions/1/showWhen/isAnyOf/1",
        "'misschien'");

    [Fact]
    public void Refuses_a_condition_without_answers() => AssertOnly(
        new GivenConsultation().WithYesNo("een").WithYesNo("twee").ShownWhen("een"), "/questions/1/showWhen/isAnyOf", "ten minste één");

    [Fact]
    public void Accepts_a_chain_of_conditions_that_can_be_met() => Assert.Empty(Problems(
        new GivenConsultation().WithYesNo("een").WithYesNo("twee").ShownWhen("een", "ja").WithYesNo("drie").ShownWhen("twee", "nee")));

    [Fact]
    public void Finds_what_is_never_shown_because_an_earlier_question_is_never_shown()
    {
        var problems = Problems(new GivenConsultation()
            .WithYesNo("een")
            .WithYesNo("twee").ShownWhen("een", "misschien")
            .WithYesNo("drie").ShownWhen("twee", "ja")
            .WithYesNo("vier").ShownWhen("drie", "ja")
            .WithYesNo("vijf").ShownWhen("een", "ja"));

        Assert.Equal(
            ["/questions/1/showWhen/isAnyOf/0", "/questions/2/showWhen", "/questions/3/showWhen"],
            problems.Select(problem => problem.At));
        Assert.Contains("nooit", problems[2].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_nothing_about_the_answers_of_a_question_of_unknown_kind()
    {
        var document = new GivenDocument(new GivenConsultation().WithYesNo("een").WithYesNo("twee").ShownWhen("een", "ja").Build());
        Assert.Equal("/questions/0/kind", Assert.Single(document.Put("/questions/0/kind", "\"slider\"").Problems()).At);
    }

    private static IReadOnlyList<Problem> Problems(GivenConsultation given) => new GivenDocument(given.Build()).Problems();

    private static void AssertOnly(GivenConsultation given, string at, string words)
    {
        var problem = Assert.Single(Problems(given));
        Assert.Equal(at, problem.At);
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }
}
