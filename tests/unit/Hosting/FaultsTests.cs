using System.Net;
using System.Text.RegularExpressions;
using static Participatie.Tests.Hosting.Asking;

namespace Participatie.Tests.Hosting;

public sealed partial class FaultsTests(HostingFixture fixture) : IClassFixture<HostingFixture>
{
    [Fact]
    public async Task The_visitor_gets_a_number_and_the_log_the_place_without_what_was_typed()
    {
        var response = await fixture.Client.SendAsync(Get("/broken?words=geheim").From("203.0.113.99"));
        await response.RefusedAsync(HttpStatusCode.InternalServerError, "Er ging iets mis bij ons");
        var page = await response.Content.ReadAsStringAsync();
        var reference = Reference().Match(page).Value;
        Assert.NotEmpty(reference);
        Assert.DoesNotContain("geheim", page, StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperation", page, StringComparison.Ordinal);
        Assert.Contains(reference, fixture.Log.Text, StringComparison.Ordinal);
        Assert.Contains("System.InvalidOperationException", fixture.Log.Text, StringComparison.Ordinal);
        Assert.Contains(nameof(HostingFixture), fixture.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", fixture.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_holds_no_cookie_token_answer_or_address()
    {
        var (token, cookie) = await fixture.Client.OpenFormAsync();
        await fixture.Client.SendAsync(
            Post("/save", ("words", "getypt woord"), (HostingFixture.FieldName, token)).With("Cookie", cookie).From("203.0.113.98"));
        await fixture.Client.SendAsync(
            Post("/save", ("words", "getypt woord"), (HostingFixture.FieldName, "kapot")).With("Cookie", "formulier=kapot"));
        await fixture.Client.SendAsync(Get("/long?taal=xx-geheim"));
        var log = fixture.Log.Text;
        Assert.DoesNotContain("getypt", log, StringComparison.Ordinal);
        Assert.DoesNotContain(token, log, StringComparison.Ordinal);
        Assert.DoesNotContain(cookie.Split('=')[1], log, StringComparison.Ordinal);
        Assert.DoesNotContain("kapot", log, StringComparison.Ordinal);
        Assert.DoesNotContain("xx-geheim", log, StringComparison.Ordinal);
        Assert.DoesNotContain("203.0.113", log, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\d{4} \d{4}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Reference();
}
