using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;

namespace Participatie.Tests.Pages;

/// <summary>A result page goes from what was asked over what people said to what is done with it.</summary>
public sealed class ResultOrderTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("nl", "Wij vroegen", "U zei", "Wij doen")]
    [InlineData("nl-simple", "Wij vroegen", "U zei", "Wij doen")]
    [InlineData("en", "We asked", "You said", "We will do")]
    [InlineData("ar", "سألنا", "قلتم", "سنفعل")]
    [InlineData("uk", "Ми запитали", "Ви сказали", "Ми робимо")]
    public async Task The_whole_and_each_question_go_from_what_was_asked_to_what_is_done(
        string language, string asked, string said, string doing)
    {
        await site.PublishResultsAsync("themas", 100, closed: true);
        var resident = site.NewResident();
        await resident.OpenAsync($"/raadpleging/themas/resultaat?taal={language}");
        var page = resident.Page;
        Assert.Equal([asked, said, doing], page.QuerySelectorAll("main > div > h2").Select(Resident.Clean));

        // What is promised, as long as nothing is decided: of the whole and of each question.
        var definition = site.The<Catalogue>().Latest("themas")!.Definition;
        var words = InterfaceWords.For(language);
        var promise = words.Format("results.decision", words.Day(definition.Charter.DecisionBy));
        Assert.Equal(promise, Resident.Clean(page.QuerySelector("#wij-doen")!.NextElementSibling!));
        var opinions = page.QuerySelectorAll("main > section");
        Assert.True(opinions.Length > 3);
        foreach (var question in opinions)
        {
            Assert.StartsWith(asked + ": ", Resident.Clean(question.Children[0]), StringComparison.Ordinal);
            Assert.Equal([said, doing], question.QuerySelectorAll("h3").Select(Resident.Clean));
            Assert.Equal(promise, Resident.Clean(question.Children[^1]));
        }

        // All of it can be read aloud; what stands apart is a link to another page, or how it was looked at before.
        Assert.NotNull(page.QuerySelector(".voorlezen button"));
        Assert.All(
            page.QuerySelectorAll("main > div:has(h2), main > section"), part => Assert.True(part.HasAttribute("data-voorlezen")));
    }
}
