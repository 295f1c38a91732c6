using Participatie.Surveys.Codes;

namespace Participatie.Web.Hosting;

/// <summary><c>{slug:preview}</c> in a route pattern: what could be the token of a preview.</summary>
public sealed class PreviewConstraint : IRouteConstraint
{
    public const string Name = "preview";

    public bool Match(
        HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values[routeKey] is string token && PreviewToken.Fits(token);
}
