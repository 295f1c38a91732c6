using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace Participatie.Web.Access;

/// <summary>
/// What an endpoint may ask for. Decided by the name in the address alone: a consultation that is not there and one of somebody else
/// answer alike.
/// </summary>
public static class StaffPolicies
{
    private const string Slug = "slug";

    public static AuthorizationBuilder AddStaffPolicies(this AuthorizationBuilder policies) => policies
        .AddPolicy(Staff.Administrator, policy => policy.RequireRole(Staff.Administrator))
        .AddPolicy(Staff.CouncilMember, policy => policy.RequireRole(Staff.CouncilMember))
        .AddPolicy(Staff.NewConsultations, policy => policy.RequireAssertion(context => Staff.MayBegin(context.User)))
        .AddPolicy(Staff.Author, About(Staff.IsAuthorOf))
        .AddPolicy(Staff.Analyst, About(Staff.IsAnalystOf))
        .AddPolicy(Staff.OnConsultation, About(Staff.MaySee));

    /// <summary>An address without a consultation lets nobody through: it would be a policy in the wrong place.</summary>
    private static Action<AuthorizationPolicyBuilder> About(Func<ClaimsPrincipal, string, bool> may) => policy =>
        policy.RequireAssertion(context =>
            context.Resource is HttpContext request && request.Request.RouteValues[Slug] is string { Length: > 0 } slug
            && may(context.User, slug));
}
