using System.Collections.Concurrent;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;
using Participatie.Surveys.Definition;

namespace Participatie.Web.Frame;

/// <summary>
/// The HTML of the parts that are the same on every page of a language. Each element and attribute of a component costs every page that
/// shows it, and these are half of a question page.
/// </summary>
public sealed class Prepared(IServiceScopeFactory scopes)
{
    private readonly ConcurrentDictionary<(Type Part, string Language), MarkupString> _parts = new();

    public MarkupString Of<TPart>(Words words)
        where TPart : PreparedPart =>
        _parts.TryGetValue((typeof(TPart), words.Language), out var part)
            ? part
            : _parts.GetOrAdd((typeof(TPart), words.Language), Render<TPart>(words));

    private MarkupString Render<TPart>(Words words)
        where TPart : PreparedPart
    {
        using var scope = scopes.CreateScope();
        using var renderer = new HtmlRenderer(scope.ServiceProvider, NullLoggerFactory.Instance);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(PreparedPart.Words)] = words });
        // A prepared part waits for nothing, so this is done when it returns.
        var html = renderer.Dispatcher
            .InvokeAsync(async () => (await renderer.RenderComponentAsync<TPart>(parameters)).ToHtmlString())
            .GetAwaiter().GetResult();
#pragma warning disable RS0030 // A component wrote it, with everything encoded.
        return new MarkupString(html);
#pragma warning restore RS0030
    }
}
