using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Web;
using Participatie.Web.Access;
using Participatie.Web.Hosting;

namespace Participatie.Tests.Hosting;

/// <summary>Holds a table of access against a running site: what its endpoints declare, and what they answer to each role.</summary>
/// <param name="services">Of the site.</param>
/// <param name="client">Keeps no cookies and follows nothing.</param>
/// <param name="draftAsync">The cookies of a new resident with a draft.</param>
/// <param name="preview">The token of a link that works.</param>
/// <param name="slug">The consultation in each address; null: one of the samples that has what the address needs.</param>
internal sealed class AskAsRole(
    IServiceProvider services, HttpClient client, Func<Task<string>> draftAsync, string preview = "", string? slug = null)
{
    private readonly List<RouteEndpoint> _endpoints =
    [
        .. services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            // The framework's own, only when started from the source tree: a static file that was not there at the build.
            .Where(endpoint => endpoint.RoutePattern.RawText != "{**path:file}"),
    ];

    /// <summary>Every endpoint as it declares itself.</summary>
    public IReadOnlySet<Access> Declared => _endpoints.SelectMany(Describe).ToHashSet();

    /// <summary>Asks each address by GET and POST as each role.</summary>
    /// <returns>Every answer that is not the table's.</returns>
    public async Task<IReadOnlyList<string>> SurprisesAsync(IEnumerable<Access> rows)
    {
        var surprises = new List<string>();
        foreach (var address in rows.GroupBy(row => row.Pattern))
        {
            foreach (var method in new[] { "GET", "POST" })
            {
                var row = address.SingleOrDefault(row => row.Method == method || row.Method == "*");
                foreach (var role in Enum.GetValues<Role>())
                {
                    var expected = row?.AnswerTo(role) ?? HttpStatusCode.MethodNotAllowed;
                    var answer = await AskAsync(method, address.Key, role, hasProof: true);
                    if (answer.Status != expected)
                        surprises.Add($"{method} {address.Key} as {role}: {answer.Status}, not {expected}");
                    if (method == "POST" && row is not null && await WithoutProofAsync(row, role) is { } surprise)
                        surprises.Add(surprise);
                }
            }
        }

        return surprises;
    }

    public async Task<HttpStatusCode> AskAsync(string pattern, Role role) => (await AskAsync("GET", pattern, role, hasProof: true)).Status;

    /// <summary>Sends a form with whatever fields, with all that proves that it was meant.</summary>
    public async Task<HttpStatusCode> SendAsync(string pattern, Role role, params (string Name, string Value)[] fields)
    {
        var (token, cookie) = TokenFor(pattern, role);
        var request = Asking.Post(Example(pattern), [(AntiforgeryByScheme.FieldName, token), .. fields])
            .With("Sec-Fetch-Site", "same-origin").With("Cookie", cookie);
        if (role >= Role.Council)
            request.With(SignedInByHeader.Header, PersonOf(role, pattern));
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    /// <summary>A POST from elsewhere: it changes nothing, whoever's cookies come along.</summary>
    private async Task<string?> WithoutProofAsync(Access row, Role role)
    {
        var answer = await AskAsync("POST", row.Pattern, role, hasProof: false);
        // Where a form is shown again, somebody who belongs on another page is sent there.
        HttpStatusCode[] refused = row.AnswerTo(role) is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden ? [row.AnswerTo(role)]
            : row.Proof == Proof.TokenOrAskAgain ? [HttpStatusCode.BadRequest, HttpStatusCode.SeeOther]
            : [HttpStatusCode.BadRequest];
        return !refused.Contains(answer.Status) ? $"POST {row.Pattern} as {role} without proof: {answer.Status}"
            : answer.Cookies.Contains("concept", StringComparison.Ordinal) ? $"POST {row.Pattern} as {role} without proof writes a draft"
            : null;
    }

    private async Task<(HttpStatusCode Status, string Cookies)> AskAsync(string method, string pattern, Role role, bool hasProof)
    {
        var request = method == "GET" ? Asking.Get(Example(pattern)) : Asking.Post(Example(pattern), ("a", "b"));
        var cookies = role == Role.Resident ? await draftAsync() : "";
        if (role >= Role.Council)
            request.With(SignedInByHeader.Header, PersonOf(role, pattern));
        if (method == "POST" && hasProof)
        {
            var (token, cookie) = TokenFor(pattern, role);
            request = Asking.Post(Example(pattern), (AntiforgeryByScheme.FieldName, token));
            if (role >= Role.Council)
                request.With(SignedInByHeader.Header, PersonOf(role, pattern));
            cookies = cookies.Length == 0 ? cookie : $"{cookies}; {cookie}";
        }

        request.With("Sec-Fetch-Site", hasProof ? "same-origin" : "cross-site");
        if (cookies.Length > 0)
            request.With("Cookie", cookies);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, response.Headers.TryGetValues("Set-Cookie", out var set) ? string.Join('\n', set) : "");
    }

    /// <summary>As a page of that address would have given it to that person.</summary>
    private (string Token, string Cookie) TokenFor(string pattern, Role role)
    {
        var context = new DefaultHttpContext { RequestServices = services };
        if (role >= Role.Council)
            context.User = SignedInByHeader.Person(PersonOf(role, pattern));
        context.SetEndpoint(_endpoints.First(endpoint => Pattern(endpoint) == pattern));
        var token = services.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context).RequestToken!;
        return (token, context.Response.Headers.SetCookie.ToString().Split(';')[0]);
    }

    private string PersonOf(Role role, string pattern) => "Anna " + role switch
    {
        Role.Administrator => Staff.Administrator,
        Role.Council => Staff.CouncilMember,
        Role.Analyst => $"analyst:{SlugIn(pattern)}",
        Role.Author => $"author:{SlugIn(pattern)}",
        Role.Elsewhere => "author:elders analyst:elders",
        Role.Beginner => "author:",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Nobody who is signed in."),
    };

    // Only this consultation has letters; of the themes one is called so too.
    private string SlugIn(string pattern) => slug
        ?? (pattern is Addresses.Patterns.Invitation or Addresses.Patterns.Theme ? "wonen" : "themas");

    private string Example(string pattern) => pattern
        .Replace("{slug:preview}", preview, StringComparison.Ordinal)
        .Replace("{member:preview}", preview, StringComparison.Ordinal)
        .Replace("{slug:slug}", SlugIn(pattern), StringComparison.Ordinal)
        .Replace(
            "{id:slug}",
            pattern.EndsWith("{step:int:range(1,99)}", StringComparison.Ordinal) ? "eerste" : "zes-themas",
            StringComparison.Ordinal)
        .Replace("{step:int:range(1,99)}", "1", StringComparison.Ordinal)
        .Replace("{names:regex(^[0-9a-f]+$)}", "0123456789abcdef", StringComparison.Ordinal)
        .Replace("{id:guid}", SignedInByHeader.IdOf("Anna").ToString(), StringComparison.Ordinal)
        .Replace("{token}", "niemands", StringComparison.Ordinal)
        .Replace("{revision:int:min(1)}", "1", StringComparison.Ordinal)
        .Replace("{number:int:min(1)}", "1", StringComparison.Ordinal)
        .Replace("{criterion}", "1.1.1", StringComparison.Ordinal)
        .Replace("{file}", "vragen.csv", StringComparison.Ordinal);

    private static string Pattern(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.Trim('/');

    private static IEnumerable<Access> Describe(RouteEndpoint endpoint)
    {
        var limit = endpoint.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName switch
        {
            RateLimits.Pages => Limit.Pages,
            RateLimits.CodeEntry => Limit.CodeEntry,
            _ => Limit.None,
        };
        // HEAD is GET without a body: an address that answers only one of them is told apart by HeadLikeGetTests.
        foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Where(method => method != "HEAD") ?? ["*"])
            yield return new Access(method, Pattern(endpoint), ProofOf(endpoint, method), limit, WhoOf(endpoint));
    }

    private static string WhoOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>() is not { Count: > 0 } asked
            || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null ? Access.Everyone
        : asked.LastOrDefault(one => one.Policy is not null)?.Policy ?? Access.SignedIn;

    // PostGuard asks a token of everything that is not marked otherwise.
    private static Proof ProofOf(RouteEndpoint endpoint, string method) =>
        method == "GET" ? Proof.None
        : endpoint.Metadata.GetMetadata<SameOriginOnly>() is not null ? Proof.Origin
        : endpoint.Metadata.GetMetadata<StaleForm>() is not null ? Proof.TokenOrAskAgain
        : Proof.Token;
}
