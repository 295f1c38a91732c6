using System.Net;

namespace Participatie.Tests.Pages;

/// <summary>A computer in a library or village hall: the next one finds nothing.</summary>
public sealed class SharedComputerTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_cookie_ends_with_the_browser_from_the_first_page_to_the_receipt()
    {
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/meepraten");
        await resident.FollowAsync("Meer mensen gebruiken deze computer");
        await resident.PressAsync("Start met de vragen");
        Assert.Equal("/raadpleging/meepraten/vraag/eerder", resident.Address);
        AssertEndsWithBrowser(resident, isSession: true);
        await resident.AnswerAsync();
        AssertEndsWithBrowser(resident, isSession: true);
        await resident.ToCheckPageAsync("meepraten");
        await resident.SendAsync();
        AssertEndsWithBrowser(resident, isSession: true);

        await resident.FollowAsync("Wis alles op deze computer");
        Assert.Equal("Heeft u uw code opgeschreven?", resident.Heading);
        await resident.PressAsync("Ja, wis alles");
        Assert.Equal("Wij hebben alles op dit apparaat gewist", resident.Heading);
        Assert.Equal("meepraten", resident.Page.QuerySelector("main")!.GetAttribute("data-wist"));
        Assert.DoesNotContain("concept-meepraten", resident.CookieNames);
        await resident.OpenAsync("/raadpleging/meepraten/bedankt");
        Assert.Equal("/raadpleging/meepraten", resident.Address);
    }

    [Fact]
    public async Task On_ones_own_device_the_cookie_stays_and_nobody_is_asked_to_wipe()
    {
        var resident = site.NewResident();
        await resident.ToCheckPageAsync("wonen");
        AssertEndsWithBrowser(resident, isSession: false, "concept-wonen");
        await resident.SendAsync();
        Assert.DoesNotContain("Wis alles op deze computer", resident.Words, StringComparison.Ordinal);
        await resident.OpenAsync("/raadpleging/wonen/bedankt/wissen");
        Assert.Equal("/raadpleging/wonen/bedankt", resident.Address);
    }

    [Fact]
    public async Task A_helper_can_say_it_too_and_the_next_one_is_asked_again()
    {
        await site.PublishAsync(new GivenConsultation().WithSlug("hal").WithYesNo("een").Build());
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/hal/samen");
        await resident.Tick("Meer mensen gebruiken deze computer").PressAsync("Start met de vragen");
        AssertEndsWithBrowser(resident, isSession: true, "concept-hal");
        await resident.ToCheckPageAsync("hal");
        await resident.SendAsync();

        await resident.OpenAsync("/raadpleging/hal");
        await resident.PressAsync("Begin opnieuw");
        Assert.Equal("/raadpleging/hal/gedeeld", resident.Address);
    }

    [Fact]
    public async Task A_code_brings_answers_home_where_they_stay_and_to_a_library_where_they_do_not()
    {
        await site.PublishAsync(new GivenConsultation().WithSlug("mee").WithYesNo("een").WithYesNo("twee").Build());
        var library = site.NewResident();
        await library.OpenAsync("/raadpleging/mee/gedeeld");
        await library.PressAsync("Start met de vragen");
        await library.AnswerAsync();
        await library.PressAsync("Later verdergaan of stoppen");
        await library.PressAsync("Geef mij een code");
        var code = library.Receipt();

        var home = site.NewResident();
        await home.OpenAsync("/verder");
        await home.Type("Wat is uw code om verder te gaan?", code).PressAsync("Ga verder");
        AssertEndsWithBrowser(home, isSession: false, "concept-mee");

        var other = site.NewResident();
        await other.OpenAsync("/verder");
        await other.Type("Wat is uw code om verder te gaan?", code).Tick("Meer mensen gebruiken deze computer").PressAsync("Ga verder");
        AssertEndsWithBrowser(other, isSession: true, "concept-mee");
    }

    [Fact]
    public async Task Back_finds_no_page_that_was_kept()
    {
        await site.PublishAsync(
            new GivenConsultation().WithSlug("terugknop").But(
                frame => frame with { Organisations = true }).WithYesNo("een").WithYesNo("twee").Build());
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/terugknop/vraag/een");
        await resident.AnswerAsync();
        foreach (var page in new[] { "", "/vraag/een", "/vraag/twee", "/stop" })
        {
            await resident.OpenAsync("/raadpleging/terugknop" + page);
            AssertNotKept(resident);
        }

        await resident.PressAsync("Stop en wis alles");
        AssertNotKept(resident);
        await resident.PressAsync("Ja, wis alles");
        AssertNotKept(resident);
        await resident.ToCheckPageAsync("terugknop");
        AssertNotKept(resident);
        await resident.SendAsync();
        AssertNotKept(resident);
    }

    [Theory]
    [InlineData("http://localhost", null)]
    [InlineData("https://localhost", "\"storage\"")]
    public async Task The_browser_is_told_to_empty_what_scripts_kept(string origin, string? told)
    {
        var resident = site.NewResident(origin: origin);
        await resident.OpenAsync("/raadpleging/meepraten/stop");
        Assert.Equal(told, resident.Headers.TryGetValues("Clear-Site-Data", out var data) ? string.Join(',', data) : null);
    }

    private static void AssertNotKept(Resident resident) =>
        Assert.True(resident.Headers.CacheControl?.NoStore, $"{resident.Address} may be kept");

    private static void AssertEndsWithBrowser(Resident resident, bool isSession, string cookie = "concept-meepraten")
    {
        var found = resident.Cookies.GetCookies(new Uri("http://localhost"))[cookie];
        Assert.NotNull(found);
        // A cookie without an end is one of the session.
        Assert.Equal(isSession, found.Expires == DateTime.MinValue);
    }
}
