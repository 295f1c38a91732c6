using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Caching.Memory;
using Participatie.Surveys.Language;
using Participatie.Web.Frame;
using Participatie.Web.ReadingAloud;

namespace Participatie.Web.Pages;

/// <summary>
/// Pages that many are shown, rendered once: rendering is most of what a page costs. What a page shows is what it is kept by, compared by value,
/// so a page that learns to show something more is told apart by that as well. Nobody's own words belong in one.
/// </summary>
internal sealed class RenderedPageCache(Recordings recordings) : IDisposable
{
    /// <summary>A question page has ten thousand; when it is full the ones that nobody asked for lately go.</summary>
    private const int MostBytes = 8 * 1024 * 1024;

    private readonly MemoryCache _pages = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    /// <param name="services">Of the request.</param>
    /// <param name="shown">All that the page shows, beside its language and how the visitor wants to read: a record.</param>
    /// <param name="parameters">That, as the page takes it.</param>
    public async ValueTask<PageText> OfAsync<TPage>(IServiceProvider services, object shown, ParameterView parameters)
        where TPage : IComponent
    {
        var reading = services.GetRequiredService<ReadingSettings>();
        var key = new Key(typeof(TPage), shown, services.GetRequiredService<InterfaceWords>(), reading.IsDefault ? "" : reading.ToString(), recordings.Edition);
        if (_pages.Get(key) is PageText kept)
            return kept;
        var text = await PageText.RenderAsync<TPage>(services, parameters);
        return _pages.Set(key, text, new MemoryCacheEntryOptions { Size = text.Length });
    }

    public void Dispose() => _pages.Dispose();

    private sealed record Key(Type Page, object Shown, InterfaceWords Words, string Reading, int Recordings);
}
