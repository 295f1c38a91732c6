using System.Net;
using System.Net.Sockets;
using Participatie.Surveys.Codes;

namespace Participatie.Web.Access;

/// <summary>What is written down of a change: never a secret, never an answer.</summary>
/// <param name="Who">Name and mail address; empty for whoever is not known.</param>
/// <param name="Network">Where it came from, see <see cref="NetworkOf"/>.</param>
/// <param name="Action">What was done, a short Dutch word or two.</param>
/// <param name="Subject">To whom or what.</param>
public sealed record AuditNote(string Who, string Network, string Action, string Subject)
{
    public const string Done = "gelukt";
    public const string Refused = "geweigerd";

    private const int NetworkBytes = 3;

    public string Result { get; init; } = Done;

    public string Before { get; init; } = "";

    public string After { get; init; } = "";

    /// <summary>The network and not the address: a /24 of IPv4, a /48 of IPv6. Enough to see that it was another place.</summary>
    public static string NetworkOf(IPAddress? address)
    {
        var visitor = NetworkAddress.VisitorOf(address);
        if (NetworkAddress.SiteOf(visitor) is { } site)
            return $"{site}/48";
        var bytes = visitor.GetAddressBytes();
        return visitor.AddressFamily != AddressFamily.InterNetwork ? "" : $"{string.Join('.', bytes.Take(NetworkBytes))}.0/24";
    }
}
