namespace Participatie.Web.Hosting;

/// <summary>Whether an address that a header holds is one of this site.</summary>
internal static class SameOrigin
{
    /// <summary>No address of ours comes near; reading stops there.</summary>
    private const int MostCharacters = 2000;

    /// <returns>Null when it is no address, or one of another host or port. A port that its scheme implies may be written or not.</returns>
    public static Uri? Read(HttpRequest request, string? address) =>
        address is { Length: > 0 and <= MostCharacters }
        && Uri.TryCreate(address, UriKind.Absolute, out var from)
        // Nobody signs in within an address: what stands before an @ only makes it look like another one.
        && (from.Scheme == Uri.UriSchemeHttps || from.Scheme == Uri.UriSchemeHttp) && from.UserInfo.Length == 0
        // The scheme is the browser's: before a proxy it may be another one than ours.
        && Uri.TryCreate($"{from.Scheme}://{request.Headers.Host}", UriKind.Absolute, out var own)
        && Uri.Compare(from, own, UriComponents.HostAndPort, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0
            ? from
            : null;
}
