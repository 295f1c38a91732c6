using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Participatie.Web.Frame;
using Participatie.Web.Hosting;

namespace Participatie.Web.Pages;

/// <summary>
/// A page as the answer to a request. It is rendered whole before its first byte is sent, so that a fault gets a page of its own.
/// </summary>
/// <param name="parameters">Everything the page shows: nothing is left to wait for while it is written.</param>
internal sealed class PageResult<TPage>(Dictionary<string, object?> parameters) : IResult
    where TPage : IComponent
{
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>What goes into the <see cref="PagePlaceholder"/>s of the page, beside the token.</summary>
    public IReadOnlyDictionary<string, string> Fill { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>
    /// All that the page shows, when others who are shown the same may get it too; null for one that is this visitor's own.
    /// </summary>
    public object? CacheAs { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        var view = ParameterView.FromDictionary(parameters);
        var text = CacheAs is null
            ? await PageText.RenderAsync<TPage>(services, view)
            : await services.GetRequiredService<RenderedPageCache>().OfAsync<TPage>(httpContext, CacheAs, view);
        // Sets the cookie that belongs to it, so before anything is sent.
        var token = text.Has(PagePlaceholder.Token)
            ? services.GetRequiredService<IAntiforgery>().GetAndStoreTokens(httpContext).RequestToken!
            : "";
        httpContext.Response.StatusCode = Status;
        httpContext.Response.ContentType = "text/html; charset=utf-8";
        await text.WriteAsync(httpContext.Response, placeholder => placeholder == PagePlaceholder.Token ? token : Fill[placeholder]);
    }
}

internal static class PageResult
{
    /// <summary>A page that is the same for everybody.</summary>
    public static IResult Empty<TPage>(int status)
        where TPage : IComponent =>
        new PageResult<TPage>(new Dictionary<string, object?>(0, StringComparer.Ordinal)) { Status = status };

    /// <summary>A page whose one parameter is <c>Model</c>.</summary>
    public static IResult Of<TPage>(object model, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new PageResult<TPage>(new Dictionary<string, object?>(1, StringComparer.Ordinal) { ["Model"] = model }) { Status = status };
}
