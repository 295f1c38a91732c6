using System.Diagnostics;
using System.Net;

namespace Participatie.Load.Walking;

/// <param name="Address">Path of the page that was shown in the end.</param>
/// <param name="Status">Its status.</param>
/// <param name="Html">Its text.</param>
internal sealed record Page(string Address, HttpStatusCode Status, string Html);

/// <summary>What a browser without JavaScript does: keeps cookies, follows redirects. One for each resident.</summary>
/// <param name="client">Shared; follows no redirects and keeps no cookies.</param>
/// <param name="site">Where.</param>
/// <param name="resident">Number from which a forwarded address of its own is made.</param>
/// <param name="timings">Gets the time of each request.</param>
internal sealed class Browser(HttpClient client, Uri site, int resident, Timings timings)
{
    private const int MostRedirects = 10;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);

    /// <summary>After how long somebody presses the button again when no answer came; null: never.</summary>
    public TimeSpan? TriesAgainAfter { get; init; }

    /// <summary>The same after a page that says that something failed.</summary>
    public bool TriesAgainAfterFaults { get; init; }

    /// <summary>What was tried again, and why.</summary>
    public List<string> Retries { get; } = [];

    /// <summary>The code from the letter; null for somebody who got none.</summary>
    public string? Invitation { get; init; }

    public string CookieHeader => string.Join("; ", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));

    public static HttpClient NewClient() => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        MaxConnectionsPerServer = int.MaxValue,
    })
    {
        Timeout = TimeSpan.FromSeconds(30),
    };

    public static string ForwardedAddress(int resident) => $"10.{(resident >> 16) & 255}.{(resident >> 8) & 255}.{resident & 255}";

    public Task<Page> GetAsync(string address, CancellationToken cancellationToken) =>
        AskAsync(HttpMethod.Get, address, null, cancellationToken);

    public Task<Page> PostAsync(string address, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancellationToken) =>
        AskAsync(HttpMethod.Post, address, fields, cancellationToken);

    private async Task<Page> AskAsync(
        HttpMethod method, string address, IEnumerable<KeyValuePair<string, string>>? fields, CancellationToken cancellationToken)
    {
        for (var redirects = 0; redirects < MostRedirects; redirects++)
        {
            var start = Stopwatch.GetTimestamp();
            using var response = await SendAsync(method, address, fields, cancellationToken);
            var html = await response.Content.ReadAsStringAsync(cancellationToken);
            timings.Add($"{method} {Kind(address)}", Timings.Since(start));
            Keep(response);
            if (response.StatusCode != HttpStatusCode.SeeOther || response.Headers.Location is not { } location)
            {
                return new Page(address, response.StatusCode, html);
            }

            (method, address, fields) = (HttpMethod.Get, location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString, null);
        }

        throw new InvalidOperationException($"Redirected without end at {address}.");
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string address, IEnumerable<KeyValuePair<string, string>>? fields, CancellationToken cancellationToken)
    {
        for (var watch = Stopwatch.StartNew(); ;)
        {
            string failure;
            try
            {
                using var request = new HttpRequestMessage(method, new Uri(site, address));
                request.Headers.TryAddWithoutValidation("X-Forwarded-For", ForwardedAddress(resident));
                request.Headers.TryAddWithoutValidation("Cookie", CookieHeader);
                request.Content = fields is null ? null : new FormUrlEncodedContent(fields);
                var response = await client.SendAsync(request, cancellationToken);
                if (!TriesAgainAfterFaults || response.StatusCode < HttpStatusCode.InternalServerError || watch.Elapsed >= Patience)
                {
                    return response;
                }

                failure = $"{(int)response.StatusCode}";
                response.Dispose();
            }
            catch (HttpRequestException away) when (TriesAgainAfter is not null && watch.Elapsed < Patience)
            {
                failure = $"{away.HttpRequestError}";
            }

            Retries.Add($"{failure} at {method} {Kind(address)}");
            await Task.Delay(TriesAgainAfter ?? TimeSpan.Zero, cancellationToken);
        }
    }

    /// <summary>The page without slug and question: <c>vraag</c>, <c>controleren</c>, <c>start</c>.</summary>
    private static string Kind(string address)
    {
        var parts = address.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts is ["raadpleging", _, var page, ..] ? page : parts is ["raadpleging", _] ? "start" : "/" + parts.FirstOrDefault();
    }

    private void Keep(HttpResponseMessage response)
    {
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var pair = cookie.Split(';')[0];
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at + 1 == pair.Length)
            {
                _cookies.Remove(pair[..at]);
            }
            else
            {
                _cookies[pair[..at]] = pair[(at + 1)..];
            }
        }
    }
}
