using Microsoft.AspNetCore.Routing;

namespace Participatie.Web.Hosting;

/// <summary>
/// HEAD asks what GET would answer, without the page: link checkers and mail programs do. The server itself leaves the body out.
/// </summary>
internal static class HeadLikeGet
{
    public static TBuilder AnswersHead<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder
    {
        endpoints.Add(endpoint =>
        {
            if (endpoint.Metadata.OfType<IHttpMethodMetadata>().LastOrDefault() is { HttpMethods: var methods }
                && methods.Contains(HttpMethods.Get, StringComparer.Ordinal) && !methods.Contains(HttpMethods.Head, StringComparer.Ordinal))
            {
                endpoint.Metadata.Add(new HttpMethodMetadata([.. methods, HttpMethods.Head]));
            }
        });
        return endpoints;
    }
}
