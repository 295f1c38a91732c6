using Microsoft.AspNetCore.Antiforgery;

namespace Participatie.Web.Hosting;

/// <summary>
/// Stands before everything that changes something. It reads the form, so that what is too big or broken is answered here, and lets
/// nobody through without a token: an endpoint cannot forget it.
/// </summary>
internal sealed class PostGuard(RequestDelegate next, IAntiforgery antiforgery)
{
    public Task InvokeAsync(HttpContext context) =>
        IsSafe(context.Request.Method) || context.GetEndpoint() is not { } endpoint ? next(context) : GuardAsync(context, endpoint);

    private async Task GuardAsync(HttpContext context, Endpoint endpoint)
    {
        // The router's own 405 is an endpoint too, but has no route. Of a POST the form comes first.
        if (endpoint is not RouteEndpoint && !HttpMethods.IsPost(context.Request.Method))
            await next(context);
        else if (await ReadFormAsync(context, FormLimits.Of(endpoint)) is { } refused)
            await RefusalPage.WriteAsync(context, refused);
        else if (endpoint is not RouteEndpoint)
            await next(context);
        else if (endpoint.Metadata.GetMetadata<SameOriginOnly>() is not null)
            await (
                SameOriginOnly.Accepts(context.Request) ? next(context) : RefusalPage.WriteAsync(context, StatusCodes.Status400BadRequest));
        else if (await antiforgery.IsRequestValidAsync(context))
            await next(context);
        else if (endpoint.Metadata.GetMetadata<StaleForm>() is { } stale)
            await stale.Handler(context);
        else
            await RefusalPage.WriteStaleAsync(context);
    }

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    /// <returns>The status with which the form is refused, or null when it could be read.</returns>
    private static async Task<int?> ReadFormAsync(HttpContext context, FormLimits limits)
    {
        if (!limits.Takes(context.Request))
            return StatusCodes.Status400BadRequest;
        limits.ApplyTo(context);
        try
        {
            // A file may well hold them.
            if (FormLimits.IsOrdinary(context.Request))
                await ZeroBytes.DropAsync(context.Request, context.RequestAborted);
            await context.Request.ReadFormAsync(context.RequestAborted);
            // Here it is whole. The phone may lose its connection while others have their turn: what was typed is stored all the same.
            context.RequestAborted = CancellationToken.None;
            return null;
        }
        catch (NotSupportedException)
        {
            // An encoding that is not safe to read, such as utf-7.
            return StatusCodes.Status400BadRequest;
        }
        catch (InvalidDataException)
        {
            // More values, or a longer name or value, than any form of ours has.
            return StatusCodes.Status413PayloadTooLarge;
        }
        catch (BadHttpRequestException broken)
        {
            return broken.StatusCode;
        }
    }
}
