using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Web.Frame;

namespace Participatie.Tests.Frame;

public sealed class PageTextTests
{
    [Theory]
    [InlineData("<p>Zonder</p>", "<p>Zonder</p>")]
    [InlineData("T", "abc")]
    [InlineData("<p>T</p>MéM", "<p>abc</p>\u0661é\u0661")]
    public async Task Fills_every_blank_and_says_how_long_it_is(string page, string sent)
    {
        var blanked = page.Replace("T", PagePlaceholder.Token, StringComparison.Ordinal)
            .Replace("M", PagePlaceholder.DraftMark, StringComparison.Ordinal);
        var text = await RenderAsync(builder => builder.AddMarkupContent(0, blanked));
        var context = new DefaultHttpContext();
        using var body = new MemoryStream();
        context.Response.Body = body;

        await text.WriteAsync(
            context.Response,
            placeholder =>
                placeholder == PagePlaceholder.Token ? "abc" : placeholder == PagePlaceholder.DraftMark ? "\u0661" : throw new InvalidOperationException(placeholder));

        Assert.Equal(sent, Encoding.UTF8.GetString(body.ToArray()));
        Assert.Equal(body.Length, context.Response.ContentLength);
    }

    [Fact]
    public async Task Knows_its_blanks_in_attributes_and_in_text()
    {
        var text = await RenderAsync(builder =>
        {
            builder.OpenElement(0, "input");
            builder.AddAttribute(1, "value", PagePlaceholder.Token);
            builder.CloseElement();
            builder.AddContent(2, PagePlaceholder.Rotation);
        });
        Assert.True(text.Has(PagePlaceholder.Token));
        Assert.True(text.Has(PagePlaceholder.Rotation));
        Assert.False(text.Has(PagePlaceholder.DraftMark));
    }

    private static async Task<PageText> RenderAsync(RenderFragment content)
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        return await PageText.RenderAsync<Anything>(
            services, ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(Anything.Content)] = content }));
    }

    private sealed class Anything : ComponentBase
    {
        [Parameter]
        public RenderFragment? Content { get; set; }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, Content);
    }
}
