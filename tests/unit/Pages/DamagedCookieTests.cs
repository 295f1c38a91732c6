using System.Net;

namespace Participatie.Tests.Pages;

/// <summary>A cookie that cannot be read is as if it were not there: the visitor cannot mend it.</summary>
public sealed class DamagedCookieTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] Addresses =
    [
        "/",
        "/raadpleging/themas",
        "/raadpleging/themas/vraag/zes-themas",
        "/raadpleging/themas/stop",
        "/raadpleging/themas/bedankt",
        "/raadpleging/themas/terughalen",
        "/raadpleging/themas/controleren", "/instellingen", "/mijn-antwoord", "/verder",
    ];

    public static TheoryData<string> Values =>
    [
        "!",
        new string('!', 43),
        new string('A', 42) + "!",
        new string('A', 43) + "=",
        new string('\u00e9', 43),
        new string('%', 43),
        "%00",
        new string(' ', 43),
        "gewist",
        ".gedeeld",
        new string('!', 43) + ".gedeeld",
        new string('A', 10_000),
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_damaged_cookie_is_as_if_it_were_not_there(string value)
    {
        using var client = site.CreateClient(new() { HandleCookies = false });
        foreach (var address in Addresses)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("Cookie", $"concept-themas={value}; taal={value}; weergave={value}; formulier={value}");
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal((address, HttpStatusCode.OK), (address, response.StatusCode));
        }

        Assert.DoesNotContain("Exception", site.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_token_in_a_form_is_a_form_that_stood_open_too_long()
    {
        var resident = site.NewResident();
        await resident.OpenAsync("/verder");
        await resident.PostAsync("/verder", [new("code", "1"), new("__RequestVerificationToken", new string('!', 100))]);
        Assert.Equal(HttpStatusCode.BadRequest, resident.Status);
        Assert.DoesNotContain("Fault", site.Log.Text, StringComparison.Ordinal);
    }
}
