using System.Text;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Comparing;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Surveys.Review.Findings;

namespace Participatie.Tests.Review;

/// <summary>What two versions say otherwise on the page where somebody was hindered, and on no other.</summary>
public sealed class ComparePageTests
{
    private const string First = "/vraag/choice";

    private static readonly Consultation Before = GivenConsultation.WithEveryKind().But(definition => definition with
    {
        Glossary = [new ExplainedWord(Everywhere("choices"), Everywhere("Meer antwoorden."))],
    }).Build();

    [Fact]
    public void A_page_shows_its_own_question_and_the_words_that_are_explained_there()
    {
        var after = Changed(one => one with { Text = Everywhere("Anders gevraagd") }) with
        {
            Title = Everywhere("Een andere naam"),
            Glossary = [new ExplainedWord(Everywhere("choices"), Everywhere("Twee of meer."))],
            Charter = Before.Charter with { Why = Everywhere("Een andere reden") },
        };
        Assert.All(On(First, after), one => Assert.StartsWith("/questions/0/text/", one.After, StringComparison.Ordinal));
        Assert.Equal(Before.Languages.Count, On(First, after).Count);
        Assert.Equal(On(First, after), On(First + "/2", after));
        Assert.All(On("/vraag/choices", after), one => Assert.StartsWith("/words/0/means/", one.After, StringComparison.Ordinal));
        Assert.NotEmpty(On("/vraag/choices", after));
        Assert.Empty(On("/vraag/yesno", after));
        Assert.All(On("/afspraken", after), one => Assert.StartsWith("/charter/why/", one.After, StringComparison.Ordinal));
        Assert.NotEmpty(On("/afspraken", after));
        Assert.All(On("/controleren", after), one => Assert.StartsWith("/questions/", one.After, StringComparison.Ordinal));
        Assert.DoesNotContain(On("/", after), one => one.After!.StartsWith("/questions/", StringComparison.Ordinal));
        Assert.Contains(On("/", after), one => one.After!.StartsWith("/title/", StringComparison.Ordinal));
        Assert.Equal(On("/", after).Count + On("/controleren", after).Count, On("", after).Count);
    }

    [Fact]
    public void A_question_that_is_gone_or_moved_is_told_on_its_own_page()
    {
        var gone = Before with { Questions = [.. Before.Questions.Skip(1)] };
        Assert.Equal(DifferenceKind.Gone, Assert.Single(On(First, gone)).Kind);
        Assert.Empty(On("/vraag/choices", gone));
        Assert.Equal(DifferenceKind.Gone, Assert.Single(In(First, Languages.Dutch, gone)).Kind);
        var moved = Before with { Questions = [.. Before.Questions.Skip(1), Before.Questions[0]] };
        Assert.Equal(DifferenceKind.Moved, Assert.Single(On(First, moved)).Kind);
        Assert.Equal(new Passage("choice", "nl"), Assert.Single(In(First, Languages.Dutch, moved)).After);
    }

    [Fact]
    public void Somebody_reads_it_in_one_language_and_variety_with_the_words_that_the_page_has_there()
    {
        var after = Changed(one => one with
        {
            Text = new Text(new Dictionary<string, string> { ["nl"] = "Wat kiest u?", ["en"] = "choice (English)" }),
            Help = Everywhere("Kies er een."),
            Required = true,
        });
        Assert.Equal(
            new HashSet<PageChange>
            {
                new(DifferenceKind.Reworded, new Passage("choice", "nl"), new Passage("Wat kiest u?", "nl")),
                new(DifferenceKind.Reworded, null, new Passage("Kies er een.", "nl")),
                new(DifferenceKind.Changed, null, null),
            },
            [.. In(First, "nl", after)]);
        Assert.Equal(3, In(First, "nl", after).Count);
        // The easy words are gone, so the Dutch ones are read in their place; in English that text is as it was.
        Assert.Contains(
            new PageChange(DifferenceKind.Reworded, new Passage("choice (makkelijk)", "nl-simple"), new Passage("Wat kiest u?", "nl")),
            In(First, "nl-simple", after));
        Assert.DoesNotContain(In(First, "en", after), one => one.Before is not null);
        // What is not offered in a language is read in Dutch.
        Assert.Equal(In(First, "nl", after), In(First, "ar", after));
        Assert.Empty(In(First, "nl", Changed(one => one with
        {
            Text = new Text(new Dictionary<string, string>
            {
                ["nl"] = "choice", ["nl-simple"] = "choice (makkelijk)", ["en"] = "Which one?",
            }),
        })));
    }

    [Fact]
    public void Choices_that_came_and_went_are_told_by_their_words()
    {
        var after = Changed(one => ((ChoiceQuestion)one) with
        {
            Offered = [.. ((ChoiceQuestion)one).Offered.Skip(1), new Choice("lopen", Everywhere("Lopen"))],
        });
        Assert.Equal(
            [(DifferenceKind.Gone, "Keuze fiets (English)", null), (DifferenceKind.New, null, "Lopen")],
            In(First, "en", after).Select(one => (one.Kind, one.Before?.Text, one.After?.Text)));
        Assert.Null(ComparePage.Of(new TwoVersions(1, "{", 2, Document(Before)), First));
        Assert.Null(ComparePage.In(new TwoVersions(1, Document(Before), 2, "geen JSON"), First, "nl"));
        Assert.Empty(ComparePage.Of(new TwoVersions(1, """{"questions":[{"id":5},7]}""", 2, """{"questions":[{"id":5},7]}"""), First)!);
    }

    private static Consultation Changed(Func<Question, Question> change) =>
        Before with { Questions = [change(Before.Questions[0]), .. Before.Questions.Skip(1)] };

    private static Text Everywhere(string words) =>
        new(new Dictionary<string, string> { ["nl"] = words, ["nl-simple"] = words, ["en"] = words });

    private static IReadOnlyList<Difference> On(string page, Consultation after) => ComparePage.Of(Versions(after), page)!;

    private static IReadOnlyList<PageChange> In(string page, string language, Consultation after) =>
        ComparePage.In(Versions(after), page, language)!;

    private static TwoVersions Versions(Consultation after) => new(1, Document(Before), 2, Document(after));

    private static string Document(Consultation definition) => Encoding.UTF8.GetString(DefinitionWriter.Write(definition));
}
