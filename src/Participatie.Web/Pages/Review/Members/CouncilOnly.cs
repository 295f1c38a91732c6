using Participatie.Surveys.Review.Members;

namespace Participatie.Web.Pages.Review.Members;

/// <summary>A link opens nothing from the moment that it is ended, or that the role of whose it is was taken away.</summary>
internal sealed class CouncilOnly : IEndpointFilter
{
    private const string Token = "member";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Request.RouteValues[Token] is string token
            && await MemberRight.RefusalAsync(
                http, await http.RequestServices.GetRequiredService<FindMember>().ByTokenAsync(token, http.RequestAborted)) is { } refusal)
        {
            return refusal;
        }

        return await next(context);
    }
}
