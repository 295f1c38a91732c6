using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace Participatie.Web.Hosting;

/// <summary>
/// For as long as it is not disposed, the request is nobody's. A token of a resident's form names no account: whoever signs in or out in
/// another tab can still send the form, and nothing in it tells that a resident is also staff. Behind a sign-in tokens are of who is signed
/// in.
/// </summary>
internal readonly struct HideUser : IDisposable
{
    private readonly HttpContext _context;
    private readonly ClaimsPrincipal _user;

    private HideUser(HttpContext context)
    {
        (_context, _user) = (context, context.User);
        if (context.GetEndpoint()?.Metadata.GetMetadata<IAuthorizeData>() is null)
            context.User = new ClaimsPrincipal();
    }

    public static HideUser Of(HttpContext context) => new(context);

    public void Dispose() => _context.User = _user;
}
