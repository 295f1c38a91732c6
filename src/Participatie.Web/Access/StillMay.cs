using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Access;

/// <summary>Whether somebody who was let in by this request would be let in now: for what takes minutes.</summary>
internal sealed class StillMay(Database database, TimeProvider clock)
{
    /// <param name="context">Of the request.</param>
    /// <param name="may">What is asked of the person, as they are now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<bool> AskAsync(HttpContext context, Func<ClaimsPrincipal, bool> may, CancellationToken cancellationToken)
    {
        var signedIn = await context.AuthenticateAsync(Staff.Session);
        var account = await AccountState.OfAsync(
            database, clock, signedIn.Principal, StartSession.HashOf(signedIn.Properties), cancellationToken);
        return account is not null && may(Staff.Principal(account, Staff.Session));
    }
}
