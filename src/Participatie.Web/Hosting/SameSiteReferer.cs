namespace Participatie.Web.Hosting;

/// <summary>The page of this site that the visitor came from. Never taken from a parameter: anybody can write one into a link.</summary>
internal static class SameSiteReferer
{
    public static string? PathOf(HttpRequest request) =>
        SameOrigin.Read(request, request.Headers.Referer.ToString()) is { } from ? "/" + from.AbsolutePath.TrimStart('/') : null;
}
