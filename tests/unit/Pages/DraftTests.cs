using System.Net;

namespace Participatie.Tests.Pages;

public sealed class DraftTests(Site site) : IClassFixture<Site>
{
    private static readonly Uri Origin = new("http://localhost");

    [Fact]
    public async Task The_start_page_asks_whether_to_go_on_and_shows_no_answers()
    {
        var resident = await BegunAsync();
        await resident.OpenAsync("/raadpleging/meepraten");
        Assert.Contains("U was al begonnen", resident.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Nee", resident.Words, StringComparison.Ordinal);
        await resident.FollowAsync("Ga verder");
        Assert.Equal("/raadpleging/meepraten/vraag/nieuwe-vormen", resident.Address);
    }

    [Fact]
    public async Task Beginning_again_wipes_what_was_answered()
    {
        var resident = await BegunAsync();
        await resident.OpenAsync("/raadpleging/meepraten");
        await resident.PressAsync("Begin opnieuw");
        Assert.Equal("/raadpleging/meepraten/vraag/eerder", resident.Address);
        Assert.Empty(resident.Chosen());
        Assert.DoesNotContain("concept-meepraten", resident.CookieNames);
    }

    [Fact]
    public async Task Stopping_asks_once_more_and_wipes_everything()
    {
        var resident = await BegunAsync();
        await resident.PressAsync("Later verdergaan of stoppen");
        await resident.PressAsync("Stop en wis alles");
        Assert.Equal("Wilt u alles wissen?", resident.Heading);
        Assert.Contains("U gaf antwoord op 1 vraag.", resident.Words, StringComparison.Ordinal);
        await resident.FollowAsync("Nee, bewaar mijn antwoorden");
        Assert.Contains("concept-meepraten", resident.CookieNames);

        await resident.PressAsync("Stop en wis alles");
        await resident.PressAsync("Ja, wis alles");
        Assert.Equal("Wij hebben alles op dit apparaat gewist", resident.Heading);
        Assert.Equal("meepraten", resident.Page.QuerySelector("main")!.GetAttribute("data-wist"));
        Assert.DoesNotContain("concept-meepraten", resident.CookieNames);
        await resident.OpenAsync("/raadpleging/meepraten");
        Assert.NotNull(resident.Link("Start met de vragen"));
    }

    [Fact]
    public async Task A_code_brings_the_draft_to_another_device_and_the_first_gets_its_text_back()
    {
        var first = await BegunAsync();
        while (first.Page.QuerySelector("textarea") is null)
        {
            await first.AnswerAsync();
        }

        var question = first.Address;
        await first.PressAsync("Later verdergaan of stoppen");
        await first.PressAsync("Geef mij een code");
        var code = first.Receipt();
        Assert.Matches(@"^\d{4} \d{4} \d{4}$", code);

        await first.OpenAsync(question);
        var second = site.NewResident();
        await second.OpenAsync("/verder");
        await second.Type("Wat is uw code om verder te gaan?", code.Replace(' ', '-')).PressAsync("Ga verder");
        Assert.Equal(question, second.Address);

        var (address, fields) = first.Form("Verder");
        fields.RemoveAll(field => field.Key == "answer");
        await first.PostAsync(address, [.. fields, new("answer", "Dit typte ik nog")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, first.Status);
        Assert.Equal("Dit typte ik nog", first.Page.QuerySelector("textarea")!.TextContent);

        Assert.Contains("Nog geen antwoord", first.Words, StringComparison.Ordinal);
        await first.PressAsync("Houd wat er nu staat");
        Assert.Equal(question, first.Address);
        await first.AnswerAsync();
        Assert.Equal(HttpStatusCode.OK, first.Status);
        await second.OpenAsync(question);
        Assert.Equal("/raadpleging/meepraten/terughalen", second.Address);
    }

    [Theory]
    [InlineData("1234 5678 9012")]
    [InlineData("abc")]
    public async Task A_code_that_nobody_has_is_refused_plainly(string code)
    {
        var resident = site.NewResident();
        await resident.OpenAsync("/verder");
        await resident.Type("Wat is uw code om verder te gaan?", code).PressAsync("Ga verder");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, resident.Status);
        Assert.Contains("Deze code kennen wij niet.", resident.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_draft_of_another_consultation_is_no_draft_here()
    {
        var resident = await BegunAsync();
        var token = resident.Cookies.GetCookies(Origin)["concept-meepraten"]!.Value;
        resident.Cookies.Add(Origin, new Cookie("concept-themas", token));
        await resident.OpenAsync("/raadpleging/themas/vraag/leeftijd");
        Assert.Equal("/raadpleging/themas/vraag/zes-themas", resident.Address);
        await resident.AnswerAsync();
        Assert.NotEqual(token, resident.Cookies.GetCookies(Origin)["concept-themas"]!.Value);
        await resident.OpenAsync("/raadpleging/meepraten/vraag/eerder");
        Assert.Equal(["Nee"], resident.Chosen());
    }

    [Theory]
    [InlineData("")]
    [InlineData("onzin")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_walk_works_with_the_cookie_of_a_draft_that_is_gone(string token)
    {
        var resident = site.NewResident();
        resident.Cookies.Add(Origin, new Cookie("concept-wonen", token));
        await resident.ToCheckPageAsync("wonen");
        Assert.Matches(@"^\d{4} \d{4} \d{4} \d{4}$", await resident.SendAsync());
    }

    [Fact]
    public async Task Text_for_a_draft_that_is_gone_is_given_back()
    {
        var resident = await BegunAsync();
        while (resident.Page.QuerySelector("textarea") is null)
        {
            await resident.AnswerAsync();
        }

        var (address, fields) = resident.Form("Verder");
        fields.RemoveAll(field => field.Key == "answer");
        var other = site.NewResident(resident.Cookies);
        await other.OpenAsync("/raadpleging/meepraten/stop");
        await other.PressAsync("Stop en wis alles");
        await other.PressAsync("Ja, wis alles");
        await resident.PostAsync(address, [.. fields, new("answer", "Mijn lange verhaal")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, resident.Status);
        Assert.Equal("Mijn lange verhaal", resident.Page.QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public async Task Two_tabs_do_not_undo_each_other()
    {
        var one = await BegunAsync();
        var two = site.NewResident(one.Cookies);
        await one.AnswerAsync();
        var stale = one.Form("Verder");
        await two.OpenAsync("/raadpleging/meepraten/vraag/eerder");
        await two.Choose("Ja").PressAsync("Verder");
        await one.PostAsync(stale.Address, stale.Fields.Append(new("answer", "burgerberaad")));
        await one.OpenAsync("/raadpleging/meepraten/vraag/eerder");
        Assert.Equal(["Ja"], one.Chosen());
    }

    private async Task<Resident> BegunAsync()
    {
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/meepraten/vraag/eerder");
        await resident.Choose("Nee").PressAsync("Verder");
        return resident;
    }
}
