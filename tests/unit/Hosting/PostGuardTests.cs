using System.Net;
using System.Net.Http.Headers;
using static Participatie.Tests.Hosting.Asking;

namespace Participatie.Tests.Hosting;

public sealed class PostGuardTests(HostingFixture fixture) : IClassFixture<HostingFixture>
{
    [Fact]
    public async Task A_form_with_its_token_gets_through_and_is_answered_with_303()
    {
        var (token, cookie) = await fixture.Client.OpenFormAsync();
        var response = await fixture.Client.SendAsync(
            Post("/save", ("words", "met token"), (HostingFixture.FieldName, token)).With("Cookie", cookie));
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal("/long", response.Headers.Location?.ToString());
        Assert.Contains("met token", fixture.Saved);
    }

    [Theory]
    [InlineData("een\0nul", "eennul")]
    [InlineData("\0\0", "")]
    [InlineData("100%00 \0", "100%00 ")]
    public async Task A_zero_byte_does_not_throw_the_rest_of_the_form_away(string typed, string kept)
    {
        var (token, cookie) = await fixture.Client.OpenFormAsync();
        var response = await fixture.Client.SendAsync(
            Post("/save", ("words\0", "x" + typed), (HostingFixture.FieldName, token)).With("Cookie", cookie));
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Contains("x" + kept, fixture.Saved);
    }

    [Fact]
    public async Task A_zero_byte_as_it_is_or_after_many_pages_of_text_is_left_out_as_well()
    {
        var (token, cookie) = await fixture.Client.OpenFormAsync();
        var text = string.Concat(Enumerable.Repeat("lang ", 10_000));
        var form = new StringContent($"words={text.Replace(' ', '+')}a%%0000b\0&{HostingFixture.FieldName}={Uri.EscapeDataString(token)}");
        form.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        var response = await fixture.Client.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, "/save") { Content = form }.With("Cookie", cookie));
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Contains(text + "ab", fixture.Saved);
    }

    [Fact]
    public async Task A_form_without_a_token_gets_a_plain_page_and_changes_nothing()
    {
        var (_, cookie) = await fixture.Client.OpenFormAsync();
        var response = await fixture.Client.SendAsync(Post("/save", ("words", "zonder token")).With("Cookie", cookie));
        await response.RefusedAsync(HttpStatusCode.BadRequest, "Deze pagina stond te lang open");
        Assert.DoesNotContain("zonder token", fixture.Saved);
    }

    [Fact]
    public async Task A_form_of_a_browser_without_cookies_is_told_so()
    {
        var (token, _) = await fixture.Client.OpenFormAsync();
        var response = await fixture.Client.SendAsync(Post("/save", ("words", "zonder cookie"), (HostingFixture.FieldName, token)));
        await response.RefusedAsync(HttpStatusCode.BadRequest, "Staan cookies uit in uw browser?");
        Assert.DoesNotContain("zonder cookie", fixture.Saved);
    }

    [Fact]
    public async Task A_token_of_another_visitor_is_no_token()
    {
        var (token, _) = await fixture.Client.OpenFormAsync();
        var (_, cookie) = await fixture.Client.OpenFormAsync();
        var response = await fixture.Client.SendAsync(
            Post("/save", ("words", "van een ander"), (HostingFixture.FieldName, token)).With("Cookie", cookie));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain("van een ander", fixture.Saved);
    }

    [Fact]
    public async Task An_endpoint_of_its_own_for_stale_forms_gets_the_typed_text_and_a_token_that_works()
    {
        var stale = await fixture.Client.SendAsync(Post("/dorp/gentle", ("words", "mijn tekst")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.StatusCode);
        var shown = (await stale.Content.ReadAsStringAsync()).Split(':');
        Assert.Equal(["dorp", "mijn tekst"], shown[..2]);
        Assert.DoesNotContain("mijn tekst", fixture.Saved);

        var cookie = stale.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        var again = await fixture.Client.SendAsync(
            Post("/dorp/gentle", ("words", "mijn tekst"), (HostingFixture.FieldName, shown[2])).With("Cookie", cookie));
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        Assert.Contains("mijn tekst", fixture.Saved);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.BadRequest)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.BadRequest)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.SeeOther)]
    [InlineData("Origin", "https://elders.example", HttpStatusCode.BadRequest)]
    [InlineData("Origin", "null", HttpStatusCode.BadRequest)]
    [InlineData("Accept", "text/html", HttpStatusCode.SeeOther)]
    public async Task A_form_without_tokens_is_judged_by_where_it_came_from(string header, string value, HttpStatusCode expected)
    {
        var response = await fixture.Client.SendAsync(Post("/settings", ("words", "x")).With(header, value));
        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("meedoen.example", "http://meedoen.example", true)]
    [InlineData("meedoen.example:80", "http://meedoen.example", true)]
    [InlineData("meedoen.example", "http://meedoen.example:80", true)]
    [InlineData("MEEDOEN.example", "http://meedoen.example", true)]
    [InlineData("meedoen.example", "https://meedoen.example", true)]
    [InlineData("meedoen.example:443", "https://meedoen.example", true)]
    [InlineData("meedoen.example:8080", "http://meedoen.example:8080", true)]
    [InlineData("[::1]:8080", "http://[::1]:8080", true)]
    [InlineData("meedoen.example:8080", "http://meedoen.example", false)]
    [InlineData("meedoen.example", "http://meedoen.example:8080", false)]
    [InlineData("meedoen.example", "http://evil@meedoen.example", false)]
    [InlineData("meedoen.example", "http://meedoen.example@evil.example", false)]
    [InlineData("meedoen.example", "http://meedoen.example.evil.example", false)]
    [InlineData("meedoen.example", "ftp://meedoen.example", false)]
    [InlineData("meedoen.example", "meedoen.example", false)]
    public async Task The_same_host_and_port_is_the_same_origin_however_it_is_written(string host, string origin, bool same)
    {
        var response = await fixture.Client.SendAsync(Post("/settings", ("words", "x")).With("Host", host).With("Origin", origin));
        Assert.Equal(same ? HttpStatusCode.SeeOther : HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("xn--")]
    [InlineData("xn--0:80")]
    [InlineData("www.xn---.example")]
    public async Task A_host_that_is_no_name_gets_400_and_no_fault(string host)
    {
        Assert.Equal(HttpStatusCode.BadRequest, (await fixture.Client.SendAsync(Get("/long").With("Host", host))).StatusCode);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await fixture.Client.SendAsync(Post("/settings").With("Host", host).With("Origin", "http://" + host).OverHttps())).StatusCode);
        Assert.DoesNotContain("Fault ", fixture.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_to_a_page_that_takes_none_gets_405() =>
        await (await fixture.Client.SendAsync(Post("/form"))).RefusedAsync(
            HttpStatusCode.MethodNotAllowed, "Dit adres kunt u zo niet gebruiken");

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Another_method_gets_405_also_without_a_form(string method) =>
        await (await fixture.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/save")))
            .RefusedAsync(HttpStatusCode.MethodNotAllowed, "Dit adres kunt u zo niet gebruiken");

    [Fact]
    public async Task An_unknown_address_gets_404() =>
        await (await fixture.Client.SendAsync(Get("/bestaat-niet"))).RefusedAsync(HttpStatusCode.NotFound, "Deze pagina bestaat niet");
}
