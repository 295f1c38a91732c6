using Microsoft.AspNetCore.Components;
using Participatie.Surveys.Definition;
using static Participatie.Tests.FormParts.Rendered;
using Page = Participatie.Web.Frame.Frame;

namespace Participatie.Tests.Frame;

public sealed class FrameTests
{
    private static readonly RenderFragment Content = builder => builder.AddMarkupContent(0, "<h1>Hoe gaat het?</h1>");

    [Fact]
    public async Task A_refused_page_says_so_first_and_shows_the_summary()
    {
        var page = await AsHtmlAsync<Page>(
            "nl", ("Title", "Vraag 1 van 9"), ("Problems", new Problem[] { new("a", "Kies een antwoord.") }), ("ChildContent", Content));
        Assert.Equal("Fout: Kies een antwoord – Vraag 1 van 9 – Participatie", page.Title);
        Assert.Equal("Kies een antwoord.", page.QuerySelector("main [role=alert] a")?.TextContent);
    }

    [Fact]
    public async Task A_page_without_problems_has_neither()
    {
        var page = await AsHtmlAsync<Page>(
            "nl", ("Title", "Vraag 1 van 9"), ("Problems", Array.Empty<Problem>()), ("ChildContent", Content));
        Assert.Equal("Vraag 1 van 9 – Participatie", page.Title);
        Assert.Null(page.QuerySelector("[role=alert]"));
    }

    [Theory]
    [InlineData("nl", "ltr")]
    [InlineData("nl-simple", "ltr")]
    [InlineData("en", "ltr")]
    [InlineData("ar", "rtl")]
    [InlineData("uk", "ltr")]
    public async Task The_page_says_its_language_and_direction(string language, string direction)
    {
        var page = await AsHtmlAsync<Page>(language, ("Title", "Hulp"), ("ChildContent", Content));
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(direction, page.DocumentElement.GetAttribute("dir"));
    }

    [Fact]
    public async Task The_first_link_leads_to_the_content()
    {
        var page = await AsHtmlAsync<Page>("nl", ("Title", "Hulp"), ("Back", "/"), ("ChildContent", Content));
        Assert.Equal(page.QuerySelector("main"), page.QuerySelector(page.QuerySelector("a")!.GetAttribute("href")!));
        Assert.Equal("Terug", page.QuerySelector("main a")?.TextContent.Trim());
    }

    [Fact]
    public async Task Help_stands_on_every_page()
    {
        var page = await AsHtmlAsync<Page>("nl", ("Title", "Hulp"), ("ChildContent", Content));
        Assert.NotNull(page.QuerySelector("footer a[href='tel:0592365555']"));
        Assert.NotNull(page.QuerySelector("footer a[href^='mailto:']"));
    }
}
