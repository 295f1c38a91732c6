namespace Participatie.Web.Hosting;

/// <summary>Answers a POST with 303: the browser gets the next page, and a refresh there sends nothing again.</summary>
public sealed class SeeOther(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
