using System.Net;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Storage;

namespace Participatie.Tests.Pages;

/// <summary>The ways to begin: the open link, a code from a letter, on behalf of an organisation.</summary>
public sealed class StartDraftTests(Site site) : IClassFixture<Site>
{
    private const string Question = "Wat is de code uit uw brief?";

    [Fact]
    public async Task A_code_from_a_letter_begins_and_works_once()
    {
        var code = await CodeAsync("wonen");
        var first = await WithCodeAsync(code);
        var second = await WithCodeAsync(code);
        Assert.Equal("/raadpleging/wonen/vraag/verhuizen", first.Address);

        await first.ToCheckPageAsync("wonen");
        var receipt = await first.SendAsync();
        Assert.Equal(ResponseChannel.Letter, await ResponseAsync(receipt, response => response.Channel));

        await second.ToCheckPageAsync("wonen");
        await second.PressAsync("Versturen");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
        Assert.Contains("is al een antwoord verstuurd", second.Words, StringComparison.Ordinal);
        // Nothing that was filled in is lost: it counts as from somebody without a letter.
        Assert.False(second.Offers("Versturen"));
        await second.PressAsync("Verstuur zonder code");
        Assert.Equal(ResponseChannel.OpenLink, await ResponseAsync(second.Receipt(), response => response.Channel));

        var third = await WithCodeAsync(code);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, third.Status);
        Assert.Contains("heeft iemand al meegedaan", third.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_code_is_needed_nobody_sends_without_one()
    {
        await site.PublishAsync(
            new GivenConsultation().WithSlug("brief").But(frame => frame with { Invitation = InvitationRule.Required }).WithYesNo("een")
                .Build());
        var code = await CodeAsync("brief");
        var first = await WithCodeAsync(code, "brief");
        var second = await WithCodeAsync(code, "brief");
        await first.AnswerAsync();
        await first.SendAsync();
        await second.AnswerAsync();
        var (address, fields) = second.Form("Versturen");
        await second.PostAsync(address, [.. fields, new("way", "without-code")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.Status);
        Assert.False(second.Offers("Verstuur zonder code"));
    }

    [Fact]
    public async Task A_code_with_a_mistake_is_shown_again()
    {
        var resident = await WithCodeAsync("1234 5678 9013");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, resident.Status);
        Assert.Equal("1234 5678 9013", resident.Page.QuerySelector("input[name=code]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Where_a_code_is_optional_one_can_begin_without()
    {
        var resident = site.NewResident();
        await resident.ToCheckPageAsync("wonen");
        var receipt = await resident.SendAsync();
        Assert.Equal(ResponseChannel.OpenLink, await ResponseAsync(receipt, response => response.Channel));
    }

    [Fact]
    public async Task Where_a_code_is_required_nobody_begins_without()
    {
        await site.PublishAsync(
            new GivenConsultation().WithSlug("brief").But(frame => frame with { Invitation = InvitationRule.Required }).WithYesNo("een")
                .Build());
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/brief/vraag/een");
        Assert.Equal("/raadpleging/brief", resident.Address);
        Assert.DoesNotContain(
            resident.Page.QuerySelectorAll("main a"), link => link.GetAttribute("href")!.Contains("/vraag/", StringComparison.Ordinal));

        await resident.OpenAsync("/raadpleging/themas/vraag/zes-themas");
        var (_, fields) = resident.Form("Verder");
        await resident.PostAsync("/raadpleging/brief/vraag/een", [.. fields, new("answer", "ja")]);
        Assert.Equal("/raadpleging/brief", resident.Address);
        Assert.DoesNotContain("concept-brief", resident.CookieNames);
    }

    [Fact]
    public async Task Somebody_can_answer_on_behalf_of_an_organisation()
    {
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/themas");
        await resident.FollowAsync("Antwoordt u voor een organisatie? Start dan hier");
        await resident.PressAsync("Start voor mijn organisatie");
        Assert.Equal("/raadpleging/themas/vraag/zes-themas", resident.Address);
        await resident.ToCheckPageAsync("themas");
        Assert.Contains("U antwoordt voor een organisatie.", resident.Words, StringComparison.Ordinal);
        Assert.True(await ResponseAsync(await resident.SendAsync(), response => response.Organisation));
    }

    [Theory]
    [InlineData("Ik help iemand", "U helpt iemand", Helped.Helper)]
    [InlineData("Iemand helpt mij", "Iemand helpt u", Helped.WasHelped)]
    public async Task Two_people_read_advice_first_and_it_is_kept_that_they_were_two(string link, string heading, Helped helped)
    {
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/meepraten");
        await resident.FollowAsync(link);
        Assert.Equal(heading, resident.Heading);
        Assert.Contains("Vul niet uw eigen mening in.", resident.Words, StringComparison.Ordinal);
        await resident.PressAsync("Start met de vragen");
        Assert.Equal("/raadpleging/meepraten/vraag/eerder", resident.Address);
        await resident.ToCheckPageAsync("meepraten");
        Assert.Equal(helped, await ResponseAsync(await resident.SendAsync(), response => response.Helped));
    }

    [Fact]
    public async Task Somebody_who_is_helped_can_use_the_code_from_the_letter()
    {
        var code = await CodeAsync("wonen");
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/wonen");
        await resident.FollowAsync("Iemand helpt mij");
        await resident.PressAsync("Start met de vragen");
        await resident.Type(Question, code).PressAsync("Verder");
        Assert.Equal("/raadpleging/wonen/vraag/verhuizen", resident.Address);
        await resident.ToCheckPageAsync("wonen");
        Assert.Equal(
            (ResponseChannel.Letter, Helped.WasHelped),
            await ResponseAsync(await resident.SendAsync(), response => (response.Channel, response.Helped)));
    }

    [Fact]
    public async Task Help_is_no_way_around_a_code_that_is_required()
    {
        await site.PublishAsync(
            new GivenConsultation().WithSlug("brief-hulp").But(
                frame => frame with { Invitation = InvitationRule.Required }).WithYesNo("een").Build());
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/brief-hulp/samen");
        await resident.PressAsync("Start met de vragen");
        Assert.Equal("/raadpleging/brief-hulp/code", resident.Address);
        await resident.OpenAsync("/raadpleging/brief-hulp/vraag/een");
        Assert.Equal("/raadpleging/brief-hulp", resident.Address);
    }

    [Fact]
    public async Task The_start_page_has_one_button_and_beside_it_three_things_at_most()
    {
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/themas");
        Assert.Equal(
            "Start met de vragen",
            Resident.Clean(Assert.Single(resident.Page.QuerySelectorAll("main .button, main button:not([hidden] button)"))));
        // Reading aloud shows its button when a script finds a voice.
        var beside = resident.Page.QuerySelectorAll("main .beside > :not(.voorlezen)");
        Assert.Equal(
            ["Makkelijk lezen", "Andere taal", "Hulp bij het invullen"],
            beside.Select(child => Resident.Clean(child.QuerySelector("summary") ?? child)));
        Assert.Empty(resident.CookieNames);

        await resident.FollowAsync("Makkelijk lezen");
        Assert.Equal("nl-simple", resident.Page.DocumentElement.GetAttribute("lang"));
        await resident.FollowAsync("Gewone tekst");
        Assert.Equal("nl", resident.Page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task The_whole_charter_is_one_link_away()
    {
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/themas");
        await resident.FollowAsync("Lees alle afspraken over deze vragen");
        var charter = site.The<Catalogue>().Latest("themas")!.Definition.Charter;
        Assert.All(
            new[] { charter.Why, charter.Room, charter.Fixed, charter.Decides, charter.After },
            promise => Assert.Contains(promise.Dutch, resident.Words, StringComparison.Ordinal));
        Assert.Contains(charter.Contact, resident.Words, StringComparison.Ordinal);
    }

    private async Task<string> CodeAsync(string slug) =>
        (
            await site.The<Invitations>().MakeAsync(
                site.The<Catalogue>().Latest(slug)!.ConsultationId, "proef", 1, TestContext.Current.CancellationToken))[0].ToString();

    private async Task<Resident> WithCodeAsync(string code, string slug = "wonen")
    {
        var resident = site.NewResident();
        await resident.OpenAsync($"/raadpleging/{slug}");
        await resident.FollowAsync("Start met de code uit uw brief");
        await resident.Type(Question, code).PressAsync("Verder");
        return resident;
    }

    private async Task<T> ResponseAsync<T>(string receipt, Func<Response, T> read)
    {
        await using var context = site.The<Database>().NewContext();
        var hash = site.The<CodeKeys>().Newest.HashOfReceipt(Code.Parse(receipt)!.Value);
        return read(context.Responses.Single(response => response.ReceiptHash == hash));
    }
}
