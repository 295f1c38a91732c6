using Participatie.Surveys.Review.Members;
using Participatie.Surveys.Storage;
using Participatie.Web.Access;

namespace Participatie.Web.Pages.Review.Members;

/// <summary>
/// A link that was given to somebody of the council opens nothing from the moment that the role is taken away. What was just typed is
/// shown: nobody loses their words.
/// </summary>
internal sealed class CouncilOnly : IEndpointFilter
{
    private const string Token = "member";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Request.RouteValues[Token] is string token
            && await http.RequestServices.GetRequiredService<FindMember>().ByTokenAsync(token, http.RequestAborted) is { Account: { } account }
            && !await CouncilRole.IsHeldAsync(http, http.RequestServices.GetRequiredService<Database>(), account))
        {
            var typed = http.Request.HasFormContentType
                ? (await http.Request.ReadFormAsync(http.RequestAborted))[MemberEndpoints.Words].ToString()
                : "";
            return PageResult.Of<MemberLeftPage>(typed.ReplaceLineEndings("\n"), StatusCodes.Status403Forbidden);
        }

        return await next(context);
    }
}
