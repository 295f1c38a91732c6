using Participatie.Web.Hosting;

namespace Participatie.Web.Frame;

public static class FrameSetup
{
    public static void AddFrame(this WebApplicationBuilder builder)
    {
        // Finds wwwroot also when the program is started from another folder or not as Development.
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddSingleton<SiteFiles>();
        builder.Services.AddSingleton(provider => provider.GetRequiredService<Settings>().HelpDesk);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped(provider =>
            provider.GetRequiredService<IHttpContextAccessor>().HttpContext is { } context
                ? ReadingSettingsCookie.Of(context)
                : ReadingSettings.Default);
        builder.Services.AddScoped(provider =>
            provider.GetRequiredService<IHttpContextAccessor>().HttpContext is { } context ? PageNotice.Of(context) : PageNotice.None);
    }

    /// <summary>
    /// The files of <c>wwwroot</c>. Our stylesheet names a font with a print of its content, so browsers may keep that for a year too.
    /// </summary>
    public static void MapSiteFiles(this WebApplication app) => app.MapStaticAssets().Finally(endpoint =>
    {
        if (endpoint is not RouteEndpointBuilder { RoutePattern.RawText: { } route, RequestDelegate: { } serve }
            || !route.EndsWith(".woff2", StringComparison.Ordinal))
            return;
        endpoint.RequestDelegate = context =>
        {
            if (context.Request.Query.ContainsKey("v"))
                context.Response.OnStarting(() =>
                {
                    context.Response.Headers.CacheControl = "max-age=31536000, immutable";
                    return Task.CompletedTask;
                });
            return serve(context);
        };
    });
}
