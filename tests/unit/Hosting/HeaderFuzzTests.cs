using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.Http;
using Participatie.Tests.Pages;
using Participatie.Web.Hosting;

namespace Participatie.Tests.Hosting;

/// <summary>Whatever a program sends in its headers, a page is answered, and reading them costs no more than their length.</summary>
public sealed class HeaderFuzzTests(Site site) : IClassFixture<Site>
{
    private const int Much = 10_000;

    private static readonly string[] Names =
    [
        "Accept-Language", "Cookie", "Referer", "Origin", "X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "If-None-Match",
        "If-Modified-Since", "If-Range", "Range", "Accept-Encoding", "Sec-Fetch-Site", "Accept", "User-Agent", "Content-Language",
    ];

    private static readonly string[] Addresses =
    [
        "/",
        "/raadpleging/themas",
        "/raadpleging/themas/vraag/zes-themas",
        "/mijn-antwoord",
        "/instellingen",
        "/melding",
        "/hulp",
        "/favicon.svg",
        "/raadpleging/wonen/gegevens/codeboek.csv", "/health/ready", "/bestaat-niet",
    ];

    private static readonly Gen<string> Values = Gen.OneOf(
        Gen.Elements("", "nl", "-", ",", ";", "=", "\"", "W/\"x\"", "a-", "q=1,", "bytes=0-", "http://evil@localhost", "http://localhost:80/", "://", "[::1", "%", "%00",
            "concept-themas=!",
            "taal=%ff",
            "formulier=",
            "__Host-",
            "gzip;q=0.1,",
            "127.0.0.1, ",
            "null",
            "cross-site",
            "*",
            "xn--",
            "\u00e9",
            "Thu, 01 Jan 1970"),
        ArbMap.Default.GeneratorFor<NonEmptyString>().Select(text => text.Get.Replace('\r', ' ').Replace('\n', ' ').Replace('\0', ' ')));

    private static readonly Gen<string> Long =
        from part in Values
        from times in Gen.Choose(1, 3000)
        let whole = string.Concat(Enumerable.Repeat(part, Math.Min(times, Much / Math.Max(1, part.Length))))
        select whole;

    [Fact]
    public void No_header_breaks_a_page()
    {
        var tries =
            from address in Gen.Elements(Addresses)
            from method in Gen.Frequency((4, Gen.Constant("GET")), (1, Gen.Constant("HEAD")), (1, Gen.Constant("POST")))
            from headers in (from name in Gen.Elements(Names) from value in Gen.OneOf(Values, Long) select (name, value)).NonEmptyListOf()
            select (address, method, headers);
        var seen = new HashSet<HttpStatusCode>();
        Prop.ForAll(tries.ToArbitrary(), one => HoldsAsync(one.address, one.method, one.headers, seen).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(400));
        Assert.Contains(HttpStatusCode.OK, seen);
        Assert.DoesNotContain("Exception", site.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-")]
    [InlineData("a-")]
    [InlineData("a")]
    [InlineData("a,")]
    [InlineData("a-b;q=0.5,")]
    public void A_very_long_list_of_languages_gives_few_and_short_wishes(string part)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.AcceptLanguage = string.Concat(Enumerable.Repeat(part, 30_000 / part.Length));
        Assert.InRange(PreferredLanguages.Of(request).Sum(wish => wish.Length + 1), 0, 2000);
    }

    [Fact]
    public void The_first_wishes_of_a_long_list_still_count()
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.AcceptLanguage = "uk-UA,uk;q=0.9," + string.Join(',', Enumerable.Repeat("de;q=0.5", 1000));
        Assert.Equal(["uk-UA", "uk", "uk"], PreferredLanguages.Of(request).Take(3));
    }

    private async Task<bool> HoldsAsync(
        string address, string method, IList<(string Name, string Value)> headers, HashSet<HttpStatusCode> seen)
    {
        using var client = site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        if (method == "POST")
        {
            request.Content = new FormUrlEncodedContent([]);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        seen.Add(response.StatusCode);
        Assert.True((int)response.StatusCode < 500, $"{(int)response.StatusCode} {method} {address} {string.Join(" | ", headers)}");
        return true;
    }
}
