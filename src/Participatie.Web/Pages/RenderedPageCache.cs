using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Caching.Memory;
using Participatie.Surveys.Definition.Previews;
using Participatie.Surveys.Language;
using Participatie.Web.Frame;
using Participatie.Web.Hosting;
using Participatie.Web.ReadingAloud;

namespace Participatie.Web.Pages;

/// <summary>
/// Pages that many are shown, rendered once: rendering is most of what a page costs. What a page shows is what it is kept by, compared by
/// value, so a page that learns to show something more is told apart by that as well. Nobody's own words belong in one, and nobody who is
/// known gets one.
/// </summary>
internal sealed class RenderedPageCache(Recordings recordings) : IDisposable
{
    /// <summary>A question page has ten thousand; when it is full the ones that nobody asked for lately go.</summary>
    private const int MostBytes = 8 * 1024 * 1024;

    private readonly MemoryCache _pages = new(new MemoryCacheOptions { SizeLimit = MostBytes });

    /// <param name="context">Of the request.</param>
    /// <param name="shown">All that the page shows, beside its language and how the visitor wants to read: a record.</param>
    /// <param name="parameters">That, as the page takes it.</param>
    public async ValueTask<PageText> OfAsync<TPage>(HttpContext context, object shown, ParameterView parameters)
        where TPage : IComponent
    {
        var services = context.RequestServices;
        if (!IsForAnybody(context))
            return await PageText.RenderAsync<TPage>(services, parameters);
        var reading = services.GetRequiredService<ReadingSettings>();
        var key = new Key(
            typeof(TPage),
            shown,
            services.GetRequiredService<InterfaceWords>(),
            reading.IsDefault ? "" : reading.ToString(),
            recordings.Edition,
            services.GetRequiredService<PageNotice>());
        if (_pages.Get(key) is PageText kept)
            return kept;
        var text = await PageText.RenderAsync<TPage>(services, parameters);
        return _pages.Set(key, text, new MemoryCacheEntryOptions { Size = text.Length });
    }

    /// <summary>
    /// A page for who signed in may say so in its frame: it is neither kept nor taken from here, whatever it shows. And what one address
    /// asked for in vain is no one else's page.
    /// </summary>
    private static bool IsForAnybody(HttpContext context) =>
        !context.User.Identities.Any(identity => identity.IsAuthenticated)
        && Desk.Of(context) is null
        && context.Features.Get<Preview>() is null
        && !context.RequestServices.GetRequiredService<AskedLanguage>().IsUnknown;

    public void Dispose() => _pages.Dispose();

    private sealed record Key(Type Page, object Shown, InterfaceWords Words, string Reading, int Recordings, PageNotice Notice);
}
