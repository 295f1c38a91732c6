using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Participatie.Surveys.Language;

namespace Participatie.Tests.Pages;

/// <summary>What a page offers to be read aloud. The buttons themselves come with the script, in the browser journeys.</summary>
public sealed class ReadAloudTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/raadpleging/themas")]
    [InlineData("/raadpleging/themas/afspraken")]
    [InlineData("/raadpleging/themas/resultaat")]
    public async Task A_page_to_read_can_be_heard(string address)
    {
        var resident = site.NewResident();
        await resident.OpenAsync(address);
        Assert.Contains(resident.Heading, Heard(resident.Page), StringComparison.Ordinal);
        AssertNothingSpeaksByItself(resident.Page);
    }

    [Fact]
    public async Task A_question_is_heard_with_its_number_help_and_choices()
    {
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/meepraten/vraag/eerder");
        foreach (var part
                                                                in (string[])[Text(resident.Page.QuerySelector(".progress")!), resident.Heading, .. resident.Labels(), .. resident.Labels("checkbox")])
        {
            Assert.Contains(part, Heard(resident.Page), StringComparison.Ordinal);
        }

        AssertNothingSpeaksByItself(resident.Page);
    }

    [Fact]
    public async Task What_is_wrong_is_heard_first()
    {
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/meepraten/vraag/eerder");
        await resident.PressAsync("Verder");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, resident.Status);
        Assert.StartsWith(Text(resident.Page.QuerySelector("[role=alert]")!), Heard(resident.Page), StringComparison.Ordinal);
    }

    private static void AssertNothingSpeaksByItself(IHtmlDocument page)
    {
        // Twice inside a section would be heard twice.
        Assert.Empty(page.QuerySelectorAll("[data-voorlezen] [data-voorlezen]"));
        Assert.Single(page.QuerySelectorAll(".voorlezen"));
        Assert.True(page.QuerySelector(".voorlezen > div")!.HasAttribute("hidden"));
        Assert.All(page.QuerySelectorAll(".voorlezen button"), button => Assert.Equal("button", button.GetAttribute("type")));
        // Nothing was recorded here.
        Assert.Empty(page.QuerySelectorAll("audio, .voorlezen details"));
    }

    private static string Heard(IHtmlDocument page) => string.Join(' ', page.QuerySelectorAll("[data-voorlezen]").Select(Text));

    private static string Text(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
