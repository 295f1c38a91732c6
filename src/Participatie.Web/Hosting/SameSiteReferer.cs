namespace Participatie.Web.Hosting;

/// <summary>The page of this site that the visitor came from. Never taken from a parameter: anybody can write one into a link.</summary>
internal static class SameSiteReferer
{
    public static string? PathOf(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var from) && from.Authority == request.Host.Value
            ? "/" + from.AbsolutePath.TrimStart('/')
            : null;
}
