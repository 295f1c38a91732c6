using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Participatie.Web.Frame;

/// <summary>The HTML of a page, with its <see cref="PagePlaceholder"/>s still open.</summary>
internal sealed class PageText
{
    // A question page is a little larger.
    private const int UsualLength = 8 * 1024;

    private readonly byte[][] _parts;

    // The placeholder that follows a part: one less than there are parts.
    private readonly string[] _blanks;

    private PageText(string html)
    {
        var parts = html.Split(PagePlaceholder.Sign);
        _blanks = [.. parts.Skip(1).Select(part => PagePlaceholder.Sign + part[0])];
        _parts = [.. parts.Select((part, at) => Encoding.UTF8.GetBytes(at == 0 ? part : part[1..]))];
        Length = _parts.Sum(part => part.Length);
    }

    /// <summary>In bytes, without what goes into the placeholders.</summary>
    public int Length { get; }

    public bool Has(string placeholder) => Array.IndexOf(_blanks, placeholder) >= 0;

    public static async Task<PageText> RenderAsync<TPage>(IServiceProvider services, ParameterView parameters)
        where TPage : IComponent
    {
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var html = new StringWriter(new StringBuilder(UsualLength), null);
        await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TPage>(parameters)).WriteHtmlTo(html));
        return new PageText(html.ToString());
    }

    /// <param name="response">Gets its length and the whole page.</param>
    /// <param name="fill">What goes into each placeholder, as it is to stand in HTML.</param>
    public async Task WriteAsync(HttpResponse response, Func<string, string> fill)
    {
        var filled = Array.ConvertAll(_blanks, placeholder => fill(placeholder));
        response.ContentLength = Length + filled.Sum(Encoding.UTF8.GetByteCount);
        var body = response.BodyWriter;
        for (var at = 0; at < _parts.Length; at++)
        {
            body.Write(_parts[at]);
            if (at < filled.Length)
            {
                Encoding.UTF8.GetBytes(filled[at], body);
            }
        }

        await body.FlushAsync(response.HttpContext.RequestAborted);
    }
}
