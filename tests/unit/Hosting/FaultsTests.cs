using System.Net;
using System.Text.RegularExpressions;
using static Participatie.Tests.Hosting.Asking;

namespace Participatie.Tests.Hosting;

public sealed partial class FaultsTests(Walls walls) : IClassFixture<Walls>
{
    [Fact]
    public async Task The_visitor_gets_a_number_and_the_log_the_place_without_what_was_typed()
    {
        var response = await walls.Client.SendAsync(Get("/broken?words=geheim").From("203.0.113.99"));
        await response.RefusedAsync(HttpStatusCode.InternalServerError, "Er ging iets mis bij ons");
        var page = await response.Content.ReadAsStringAsync();
        var reference = Reference().Match(page).Value;
        Assert.NotEmpty(reference);
        Assert.DoesNotContain("geheim", page, StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperation", page, StringComparison.Ordinal);
        Assert.Contains(reference, walls.Log.Text, StringComparison.Ordinal);
        Assert.Contains("System.InvalidOperationException", walls.Log.Text, StringComparison.Ordinal);
        Assert.Contains(nameof(Walls), walls.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", walls.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_holds_no_cookie_token_answer_or_address()
    {
        var (token, cookie) = await walls.Client.OpenFormAsync();
        await walls.Client.SendAsync(Post("/save", ("words", "getypt woord"), (Walls.FieldName, token)).With("Cookie", cookie).From("203.0.113.98"));
        await walls.Client.SendAsync(Post("/save", ("words", "getypt woord"), (Walls.FieldName, "kapot")).With("Cookie", "formulier=kapot"));
        await walls.Client.SendAsync(Get("/long?taal=xx-geheim"));
        var log = walls.Log.Text;
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
