using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Participatie.Surveys.Language;
using Participatie.Web.FormParts;
using Participatie.Web.Frame;
using Participatie.Web.Hosting;

namespace Participatie.Tests.FormParts;

/// <summary>One component as the HTML that a browser gets.</summary>
internal static class Rendered
{
    public static async Task<IHtmlDocument> AsHtmlAsync<TComponent>(string language, params (string Name, object? Value)[] parameters)
        where TComponent : IComponent
    {
        await using var services = new ServiceCollection()
            .AddSingleton(InterfaceWords.For(language))
            .AddSingleton(new SiteFiles(new DefaultEndpointDataSource()))
            .AddSingleton(new HelpDesk())
            .AddSingleton(ReadingSettings.Default)
            .AddSingleton(AskedLanguage.Nothing)
            .AddSingleton(PageNotice.None)
            .BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var values = parameters.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
            return (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(values))).ToHtmlString();
        });
        return new HtmlParser().ParseDocument(html);
    }

    /// <summary>What a screen reader reads after the name of that element.</summary>
    public static string Description(this IHtmlDocument page, IElement element) =>
        string.Join(' ', (element.GetAttribute("aria-describedby") ?? "")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(id => page.GetElementById(id)?.TextContent ?? throw new InvalidOperationException($"No element has the id {id}.")));

    public static Prompt Asking(string text, string? help = null) => new()
    {
        Text = new Passage(text, "nl"),
        Help = help is null ? null : new Passage(help, "nl"),
        IsHeading = true,
    };
}
