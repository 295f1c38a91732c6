namespace Participatie.Web.Hosting;

/// <summary><c>{slug:slug}</c> in a route pattern: a small letter, then at most 39 small letters, digits and hyphens.</summary>
public sealed class SlugConstraint : IRouteConstraint
{
    public const string Name = "slug";
    private const int MaxLength = 40;

    public bool Match(
        HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values[routeKey] is string slug && IsSlug(slug);

    private static bool IsSlug(string text) =>
        text.Length is > 0 and <= MaxLength
        && char.IsAsciiLetterLower(text[0])
        && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');
}
