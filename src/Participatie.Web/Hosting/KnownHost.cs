namespace Participatie.Web.Hosting;

/// <summary>Lets nobody in under a name that cannot be read: everything behind asks for it, and would fail on it.</summary>
internal sealed class KnownHost(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context) =>
        IsReadable(context.Request) ? next(context) : RefusalPage.WriteAsync(context, StatusCodes.Status400BadRequest);

    private static bool IsReadable(HttpRequest request)
    {
        try
        {
            return request.Host.ToUriComponent() is not null;
        }
        catch (ArgumentException)
        {
            // "xn--" with nothing behind it that is a name in any script.
            return false;
        }
    }
}
