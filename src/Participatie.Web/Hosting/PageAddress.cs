namespace Participatie.Web.Hosting;

/// <summary>Marks an endpoint of which every visitor is to stand on the one right address: a page.</summary>
internal sealed class PageAddress
{
    public static readonly PageAddress Mark = new();

    /// <returns>The path to go to; null when the visitor stands on it.</returns>
    public static string? ElsewhereOrNull(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "/";
        var right = RightAddress.Of(path);
        return right != path || context.Features.Get<TypedAddress>() is not null ? right : null;
    }
}
