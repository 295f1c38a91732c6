using System.Net;
using static Participatie.Tests.Hosting.Asking;

namespace Participatie.Tests.Hosting;

public sealed class LanguageLinkTests(HostingFixture fixture) : IClassFixture<HostingFixture>
{
    [Fact]
    public async Task A_link_with_a_language_sets_it_and_goes_on_to_the_address_itself()
    {
        var response = await fixture.Client.SendAsync(Get("/long?taal=nl-simple&a=b%26c").OverHttps());
        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal("/long?a=b%26c", response.Headers.Location?.ToString());
        var cookie = response.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("__Host-taal=nl-simple;", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_remembered_language_is_the_language_of_the_page() =>
        await (await fixture.Client.SendAsync(Get("/bestaat-niet").With("Cookie", "taal=en")))
            .RefusedAsync(HttpStatusCode.NotFound, "This page does not exist");

    [Theory]
    [InlineData("taal=EN", "en")]
    [InlineData("Taal=en", "en")]
    [InlineData("TAAL=nl-NL", "nl")]
    [InlineData("taal=nl_NL.", "nl")]
    [InlineData("taal=en,%20", "en")]
    [InlineData("taal=NL-Simple", "nl-simple")]
    [InlineData("taal=nl%E2%80%91simple", "nl-simple")]
    [InlineData("taal=xx&taal=uk", "uk")]
    [InlineData("taal=en&Taal=ar", "en")]
    public async Task A_language_is_read_however_people_and_programs_write_it(string query, string language)
    {
        var response = await fixture.Client.SendAsync(Get("/long?" + query));
        Assert.Equal((HttpStatusCode.SeeOther, "/long"), (response.StatusCode, response.Headers.Location?.ToString()));
        Assert.StartsWith($"taal={language};", response.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xx")]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("english")]
    public async Task A_language_that_we_do_not_have_changes_nothing(string language)
    {
        var response = await fixture.Client.SendAsync(Get("/long?Taal=" + language));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }
}
