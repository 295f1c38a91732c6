using System.Net;
using Participatie.Surveys.Codes;

namespace Participatie.Web.Hosting;

/// <summary>The address by which requests are counted.</summary>
internal static class VisitorAddress
{
    public static IPAddress Of(HttpContext context) => NetworkAddress.VisitorOf(context.Connection.RemoteIpAddress);
}
