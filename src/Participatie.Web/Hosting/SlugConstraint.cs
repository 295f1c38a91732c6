using Participatie.Surveys.Definition;

namespace Participatie.Web.Hosting;

/// <summary><c>{slug:slug}</c> in a route pattern: what could be the slug or id of something in a definition.</summary>
public sealed class SlugConstraint : IRouteConstraint
{
    public const string Name = "slug";

    public bool Match(
        HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values[routeKey] is string slug && Slug.Fits(slug);
}
