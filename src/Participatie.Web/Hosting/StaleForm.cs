namespace Participatie.Web.Hosting;

/// <summary>What a POST endpoint does when the token of its form is missing or no longer valid, in place of the general 400 page.</summary>
public sealed record StaleForm(RequestDelegate Handler);

public static class StaleFormSetup
{
    /// <summary>
    /// Gives a POST endpoint a second handler, bound like any minimal handler, for a form without a valid token: it shows the form again
    /// with the typed text and a fresh token, and changes nothing. The endpoint's own handler does not run then, so that it cannot forget
    /// to look.
    /// </summary>
    public static RouteHandlerBuilder OnStaleForm(this RouteHandlerBuilder endpoint, Delegate handler)
    {
        endpoint.Add(builder => builder.Metadata.Add(new StaleForm(Bind(builder, handler))));
        return endpoint;
    }

    private static RequestDelegate Bind(EndpointBuilder builder, Delegate handler) =>
        RequestDelegateFactory.Create(handler, new RequestDelegateFactoryOptions
        {
            ServiceProvider = builder.ApplicationServices,
            RouteParameterNames = ((RouteEndpointBuilder)builder).RoutePattern.Parameters.Select(parameter => parameter.Name),
        }).RequestDelegate;
}
