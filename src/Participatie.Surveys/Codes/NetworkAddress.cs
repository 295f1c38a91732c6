using System.Net;
using System.Net.Sockets;

namespace Participatie.Surveys.Codes;

/// <summary>The part of an address that tells one visitor from another; it is never stored or logged.</summary>
public static class NetworkAddress
{
    private const int NetworkBytes = 8;
    private const int SiteBytes = 6;

    /// <summary>A household gets a whole IPv6 /64 and can use any address in it: only its first half tells visitors apart.</summary>
    /// <param name="address">Of the connection; null when there is none.</param>
    public static IPAddress VisitorOf(IPAddress? address)
    {
        if (address is null)
            return IPAddress.None;
        if (address.IsIPv4MappedToIPv6)
            return address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Beginning(address, NetworkBytes) : address;
    }

    /// <summary>The /48 that one subscriber may have to itself; null for an IPv4 address, of which one has no more than that.</summary>
    public static IPAddress? SiteOf(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 ? Beginning(address, SiteBytes) : null;

    private static IPAddress Beginning(IPAddress address, int length)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        bytes[length..].Clear();
        return new IPAddress(bytes);
    }
}
