using System.Net;
using FsCheck;
using FsCheck.Fluent;

namespace Participatie.Tests.Pages;

/// <summary>An address as people type it from paper and programs send it on leads to its page in one step, and never round.</summary>
public sealed class AddressTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] Right =
    [
        "/",
        "/themas",
        "/raadpleging/themas",
        "/raadpleging/themas/vraag/zes-themas",
        "/raadpleging/wonen/code",
        "/raadpleging/themas/afspraken",
        "/raadpleging/themas/papier",
        "/raadpleging/themas/resultaat",
        "/mijn-antwoord",
        "/verder",
        "/instellingen",
        "/toegankelijkheid",
        "/privacy",
        "/hulp/vrijwilligers",
    ];

    private static readonly string[] Behind =
        [
            "",
            ".",
            ",",
            ";",
            ":",
            "!",
            ")",
            ").",
            "%20",
            "%20.",
            "/",
            "/.%2C",
            "//",
            "%E2%80%9D",
            "%E2%80%A6",
            "%3E",
            "%0A",
            "%C2%A0",
            "%E2%80%8B",
        ];

    private static readonly string[] Queries =
        ["", "?", "?taal=en", "?Taal=en", "?TAAL=EN", "?taal=nl-NL", "?taal=", "?taal", "?taal=xx", "?taal=en.", "?taal=en&taal=xx", "?utm_source=Nieuwsbrief&fbclid=A",
            "?fbclid=x&taal=uk", "?Taal=xx&utm=1", "?a=b%26c"];

    public static TheoryData<string, string> Printed => new()
    {
        { "/RAADPLEGING/THEMAS", "/raadpleging/themas" },
        { "/Raadpleging/Themas", "/raadpleging/themas" },
        { "/RAADPLEGING/themas", "/raadpleging/themas" },
        { "/raadpleging/themas.", "/raadpleging/themas" },
        { "/raadpleging/themas,", "/raadpleging/themas" },
        { "/raadpleging/themas%20", "/raadpleging/themas" },
        { "/raadpleging/themas/", "/raadpleging/themas" },
        { "/raadpleging//themas", "/raadpleging/themas" },
        { "/raadpleging/the%C2%ADmas", "/raadpleging/themas" },
        { "/mijn%E2%80%91antwoord", "/mijn-antwoord" },
        { "/RAADPLEGING/THEMAS.?Taal=EN&utm_source=Krant", "/raadpleging/themas?utm_source=Krant" },
        { "/raadpleging/wonen/gegevens/Codeboek.CSV", "/raadpleging/wonen/gegevens/codeboek.csv" },
    };

    [Theory]
    [MemberData(nameof(Printed))]
    public async Task A_printed_address_leads_to_the_right_one(string typed, string right)
    {
        using var client = Client();
        using var response = await client.GetAsync(new Uri(typed, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.SeeOther, right), (response.StatusCode, response.Headers.Location?.ToString()));
    }

    [Fact]
    public void Every_way_of_writing_an_address_ends_within_one_step()
    {
        var tries =
            from address in Gen.Elements(Right)
            from capitals in Gen.Elements(true, false).ListOf(address.Length)
            from behind in Gen.Elements(Behind)
            from query in Gen.Elements(Queries)
            let typed = string.Concat(
                address.Select((letter, at) => capitals[at] ? char.ToUpperInvariant(letter) : letter)) + (address == "/"
                    ? ""
                    : behind) + query
            select (address, typed);
        Prop.ForAll(tries.ToArbitrary(), one => EndsAsync(one.address, one.typed).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));
    }

    [Theory]
    [InlineData("?taal=xx")]
    [InlineData("?taal=")]
    [InlineData("?Taal=english")]
    public async Task A_page_says_that_there_is_no_such_language_and_shows_itself_in_the_visitors_own(string query)
    {
        const string Question = "/raadpleging/themas/vraag/zes-themas";
        var resident = site.NewResident();
        await resident.OpenAsync("/?taal=en");
        foreach (var address in new[] { "/", "/raadpleging/themas", Question, "/privacy" })
        {
            await resident.OpenAsync(address + query);
            Assert.Equal((HttpStatusCode.OK, "en"), (resident.Status, resident.Page.DocumentElement.GetAttribute("lang")));
            Assert.Contains("We do not have this language.", resident.Words, StringComparison.Ordinal);
        }

        // Nobody else is told so: the page that many are shown stays as it was.
        await resident.OpenAsync(Question);
        Assert.DoesNotContain("We do not have this language.", resident.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_posted_to_such_an_address_arrives_whole()
    {
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/themas/vraag/zes-themas");
        await resident.AnswerAsync();
        var (address, fields) = resident.Form("Verder");
        await resident.PostAsync(address.ToUpperInvariant() + "/?Taal=en", [.. fields, new("answer", "ja")]);
        Assert.True(resident.Status is HttpStatusCode.OK or HttpStatusCode.UnprocessableEntity, $"{resident.Status} at {resident.Address}");
        Assert.Equal("nl", resident.Page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task No_address_on_a_page_depends_on_where_the_page_stands()
    {
        foreach (var address in Right)
        {
            var page = await site.OpenAsync(address);
            var relative = page.QuerySelectorAll("[href],[src],[action],[formaction]")
                .SelectMany(element => new[] { "href", "src", "action", "formaction" }.Select(element.GetAttribute).OfType<string>())
                .Where(link => link.Length > 0 && link[0] is not ('/' or '#') && !link.Contains(':', StringComparison.Ordinal));
            Assert.Empty(relative);
        }
    }

    private async Task<bool> EndsAsync(string address, string typed)
    {
        using var client = Client();
        var asked = typed;
        for (var step = 0; step < 2; step++)
        {
            using var response = await client.GetAsync(new Uri(asked, UriKind.Relative), TestContext.Current.CancellationToken);
            if (response.StatusCode == HttpStatusCode.OK)
            {
                Assert.Equal(address, asked.Split('?')[0]);
                return true;
            }

            Assert.Equal((typed, HttpStatusCode.SeeOther), (typed, response.StatusCode));
            asked = response.Headers.Location!.ToString();
        }

        throw new InvalidOperationException($"{typed} leads to {asked} and on.");
    }

    private HttpClient Client() => site.CreateClient(new() { AllowAutoRedirect = false });
}
