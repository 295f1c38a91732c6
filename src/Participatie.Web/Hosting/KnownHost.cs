namespace Participatie.Web.Hosting;

/// <summary>
/// Lets nobody in under a name that is not the site's, or that cannot be read: everything behind asks for it. The platform asks for the
/// health by whatever address it has, and a developer's machine answers to its own.
/// </summary>
internal sealed class KnownHost(RequestDelegate next, Settings settings, IHostEnvironment environment)
{
    private static readonly PathString Health = new(Addresses.Health);

    public Task InvokeAsync(HttpContext context) =>
        IsKnown(context.Request) ? next(context) : RefusalPage.WriteAsync(context, StatusCodes.Status400BadRequest);

    private bool IsKnown(HttpRequest request)
    {
        try
        {
            var host = new HostString(request.Host.Host).ToUriComponent().TrimEnd('.');
            return settings.PublicUrl is not { } own
                || host.Equals(own.Host, StringComparison.OrdinalIgnoreCase)
                || host.Equals(own.IdnHost, StringComparison.OrdinalIgnoreCase)
                || request.Path.StartsWithSegments(Health, StringComparison.OrdinalIgnoreCase)
                || (environment.IsDevelopment() && Uri.TryCreate("http://" + host, UriKind.Absolute, out var asked) && asked.IsLoopback);
        }
        catch (ArgumentException)
        {
            // "xn--" with nothing behind it that is a name in any script.
            return false;
        }
    }
}
