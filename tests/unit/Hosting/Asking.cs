using System.Net;

namespace Participatie.Tests.Hosting;

/// <summary>Requests as browsers, proxies and attackers send them.</summary>
internal static class Asking
{
    public static HttpRequestMessage Get(string address) => new(HttpMethod.Get, address);

    public static HttpRequestMessage Post(string address, params (string Name, string Value)[] values) => new(HttpMethod.Post, address)
    {
        Content = new FormUrlEncodedContent(values.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))),
    };

    public static HttpRequestMessage With(this HttpRequestMessage request, string header, string value)
    {
        request.Headers.TryAddWithoutValidation(header, value);
        return request;
    }

    public static HttpRequestMessage From(this HttpRequestMessage request, string visitor) => request.With("X-Forwarded-For", visitor);

    public static HttpRequestMessage OverHttps(this HttpRequestMessage request) => request.With("X-Forwarded-Proto", "https");

    /// <summary>Opens the form and gives its token with the cookie that belongs to it.</summary>
    public static async Task<(string Token, string Cookie)> OpenFormAsync(this HttpClient client, bool https = false)
    {
        var response = await client.SendAsync(https ? Get("/form").OverHttps() : Get("/form"));
        return (await response.Content.ReadAsStringAsync(), response.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
    }

    public static async Task RefusedAsync(this HttpResponseMessage response, HttpStatusCode status, string words)
    {
        var page = await response.Content.ReadAsStringAsync();
        Assert.Equal(status, response.StatusCode);
        Assert.Contains(words, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("<h1>", page, StringComparison.Ordinal);
    }
}
