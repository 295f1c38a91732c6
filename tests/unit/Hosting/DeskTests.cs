using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Web.Access;
using static Participatie.Tests.Hosting.Asking;

namespace Participatie.Tests.Hosting;

/// <summary>What holds for every page behind a sign-in, whoever writes it.</summary>
public sealed class DeskTests(HostingFixture fixture) : IClassFixture<HostingFixture>
{
    [Theory]
    [InlineData("GET", "/beheer")]
    [InlineData("HEAD", "/beheer")]
    [InlineData("POST", "/beheer")]
    [InlineData("GET", "/beheer/toegang")]
    public async Task Nobody_gets_in_without_signing_in(string method, string address)
    {
        var response = await fixture.Client.SendAsync(
            method == "POST" ? Post(address, ("words", "x")) : new HttpRequestMessage(new HttpMethod(method), address));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        AssertIsKeptNowhere(response);
    }

    [Fact]
    public async Task A_page_is_neither_kept_nor_compressed_and_its_address_goes_nowhere()
    {
        var response = await fixture.Client.SendAsync(
            Get("/beheer").With(SignedInByHeader.Header, "Anna").With("Accept-Encoding", "br, gzip"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.EndsWith("Anna", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(response.Content.Headers.ContentEncoding);
        AssertIsKeptNowhere(response);
    }

    [Theory]
    [InlineData("Anna", HttpStatusCode.Forbidden)]
    [InlineData("Anna Administrator", HttpStatusCode.OK)]
    public async Task A_page_may_ask_for_more_than_a_sign_in(string person, HttpStatusCode status)
    {
        var response = await fixture.Client.SendAsync(Get("/beheer/toegang").With(SignedInByHeader.Header, person));
        Assert.Equal(status, response.StatusCode);
        AssertIsKeptNowhere(response);
    }

    [Theory]
    [InlineData(null, "U bent niet ingelogd")]
    [InlineData("Anna", "U mag deze pagina niet zien")]
    public async Task Who_may_not_see_a_page_reads_so_in_the_words_of_staff(string? person, string title)
    {
        // Whatever language was chosen on a page for residents.
        var request = Get("/beheer/toegang").With("Cookie", "taal=en");
        var response = await fixture.Client.SendAsync(person is null ? request : request.With(SignedInByHeader.Header, person));
        var page = await response.Content.ReadAsStringAsync();
        Assert.Contains($"<h1>{title}</h1>", page, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"nl\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Anna", HttpStatusCode.SeeOther)]
    [InlineData("Bas", HttpStatusCode.BadRequest)]
    public async Task A_form_is_taken_from_who_opened_it_alone(string person, HttpStatusCode status)
    {
        var endpoint = fixture.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .First(endpoint => endpoint.RoutePattern.RawText!.Trim('/') == "beheer");
        var opened = new DefaultHttpContext { RequestServices = fixture.Services, User = SignedInByHeader.Person("Anna") };
        opened.SetEndpoint(endpoint);
        var token = fixture.Services.GetRequiredService<IAntiforgery>().GetAndStoreTokens(opened).RequestToken!;
        var response = await fixture.Client.SendAsync(Post("/beheer", ("words", "van Anna"), (HostingFixture.FieldName, token))
            .With("Cookie", opened.Response.Headers.SetCookie.ToString().Split(';')[0])
            .With(SignedInByHeader.Header, person));
        Assert.Equal(status, response.StatusCode);
        AssertIsKeptNowhere(response);
    }

    [Theory]
    [InlineData("/begroeting")]
    [InlineData("/beheer/begroeting")]
    public async Task A_name_in_the_frame_gets_to_nobody_else(string address)
    {
        foreach (var person in new[] { GreetingPage.Nobody, "Anna", "Bas", GreetingPage.Nobody, "Anna" })
        {
            var request = Get(address);
            var response = await fixture.Client.SendAsync(
                person == GreetingPage.Nobody ? request : request.With(SignedInByHeader.Header, person));
            if (response.StatusCode != HttpStatusCode.Unauthorized)
                Assert.Contains($"Hallo {person}", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Pages_behind_a_sign_in_answer_each_role_as_a_table_says()
    {
        Access[] rows =
        [
            new("GET", "/beheer", Who: Access.SignedIn),
            new("POST", "/beheer", Proof.Token, Who: Access.SignedIn),
            new("GET", "/beheer/begroeting", Who: Access.SignedIn),
            new("GET", "/beheer/toegang", Who: Staff.Administrator),
            new("GET", "/beheer/nieuw", Who: Staff.NewConsultations),
            new("GET", "/beheer/adviesraad", Who: Staff.CouncilMember),
            new("GET", "/beheer/raadpleging/{slug:slug}", Who: Staff.OnConsultation),
            new("GET", "/beheer/raadpleging/{slug:slug}/schrijven", Who: Staff.Author),
            new("GET", "/beheer/raadpleging/{slug:slug}/antwoorden", Who: Staff.Analyst),
        ];
        var asking = new AskAsRole(fixture.Services, fixture.Client, () => Task.FromResult("concept-themas=x"));
        Assert.Equal([], rows.Except(asking.Declared));
        Assert.Equal([], await asking.SurprisesAsync(rows));

        // The table is held against the answers: whoever it lets in too far is found.
        Assert.Equal(
            [
                "GET /beheer/toegang as Council: Forbidden, not OK",
                "GET /beheer/toegang as Analyst: Forbidden, not OK",
                "GET /beheer/toegang as Author: Forbidden, not OK",
                "GET /beheer/toegang as Elsewhere: Forbidden, not OK",
                "GET /beheer/toegang as Beginner: Forbidden, not OK",
            ],
            await asking.SurprisesAsync([rows[3] with { Who = Access.SignedIn }]));
        Assert.Contains(
            "GET /beheer as Nobody: Unauthorized, not OK", await asking.SurprisesAsync([rows[0] with { Who = Access.Everyone }, rows[1]]));
    }

    [Theory]
    [InlineData("/beheer/raadpleging/wonen", "Anna author:themas analyst:themas")]
    [InlineData("/beheer/raadpleging/wonen/antwoorden", "Anna Administrator author:wonen analyst:themas")]
    [InlineData("/beheer/raadpleging/wonen/schrijven", "Anna analyst:wonen author:themas author:")]
    [InlineData("/beheer/raadpleging/wonen", "Anna author: analyst: CouncilMember")]
    [InlineData("/beheer/zonder-raadpleging", "Anna Administrator author: author:wonen")]
    public async Task Who_types_anothers_address_learns_nothing_from_the_answer(string address, string person)
    {
        var pages = new List<string>();
        foreach (var asked in new[] { address, address.Replace("wonen", "bestaat-niet", StringComparison.Ordinal) })
        {
            var response = await fixture.Client.SendAsync(Get(asked).With(SignedInByHeader.Header, person));
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
            pages.Add((await response.Content.ReadAsStringAsync()).Replace(asked, "", StringComparison.Ordinal));
        }

        Assert.Equal(pages[0], pages[1]);
    }

    [Fact]
    public async Task A_page_for_everybody_is_there_for_who_signed_in_too()
    {
        var response = await fixture.Client.SendAsync(Get("/long").With(SignedInByHeader.Header, "Anna"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("same-origin", response.Headers.GetValues("Referrer-Policy").Single());
    }

    private static void AssertIsKeptNowhere(HttpResponseMessage response)
    {
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
    }
}
