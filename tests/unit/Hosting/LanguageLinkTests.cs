using System.Net;
using static Participatie.Tests.Hosting.Asking;

namespace Participatie.Tests.Hosting;

public sealed class LanguageLinkTests(Walls walls) : IClassFixture<Walls>
{
    [Fact]
    public async Task A_link_with_a_language_sets_it_and_goes_on_to_the_address_itself()
    {
        var response = await walls.Client.SendAsync(Get("/long?taal=nl-simple&a=b%26c").OverHttps());
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal("/long?a=b%26c", response.Headers.Location?.ToString());
        var cookie = response.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("__Host-taal=nl-simple;", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_remembered_language_is_the_language_of_the_page() =>
        await (await walls.Client.SendAsync(Get("/bestaat-niet").With("Cookie", "taal=en")))
            .RefusedAsync(HttpStatusCode.NotFound, "This page does not exist");

    [Theory]
    [InlineData("xx")]
    [InlineData("nl&taal=en")]
    [InlineData("")]
    public async Task A_language_that_we_do_not_have_changes_nothing(string language)
    {
        var response = await walls.Client.SendAsync(Get("/long?taal=" + language));
        await response.RefusedAsync(HttpStatusCode.NotFound, "Deze taal hebben wij niet");
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }
}
