using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace Participatie.Web.Access;

/// <summary>
/// Takes the provider's answer by GET alone: a form from elsewhere would be read before anything of it is checked. What the base logs may
/// hold what a token says, so its log is off.
/// </summary>
internal sealed class SingleSignOnHandler(
    IOptionsMonitor<OpenIdConnectOptions> options, ILoggerFactory logger, HtmlEncoder html, UrlEncoder encoder)
    : OpenIdConnectHandler(options, logger, html, encoder)
{
    public override async Task<bool> ShouldHandleRequestAsync() =>
        HttpMethods.IsGet(Request.Method) && await base.ShouldHandleRequestAsync();
}
