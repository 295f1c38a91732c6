using System.Net;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;
using Participatie.Tests.Access;
using Participatie.Tests.Hosting;
using Participatie.Tests.Pages.Desk;
using Participatie.Web.Access;

namespace Participatie.Tests.Pages;

/// <summary>A member of the council comes in by a link, walks the preview, writes down what hinders, looks again and approves.</summary>
public sealed class MemberPagesTests : IAsyncDisposable
{
    private const string Rounds = GivenDesk.Page + "/adviesraad";

    private readonly Site _site = new();
    private GivenStaff _staff = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task From_a_link_through_the_walk_and_a_second_look_to_an_opening()
    {
        var (member, link) = await InvitedAsync();
        var before = await EventsAsync();
        await member.OpenAsync(link);
        await member.OpenAsync(link);
        Assert.Equal(before, await EventsAsync());
        Assert.Contains("Welkom", member.Heading, StringComparison.Ordinal);
        await member.OpenAsync(link + "/ronde");
        Assert.Equal(link, member.Address);

        await member.Tick("Ik gebruik geen muis").PressAsync("Kom binnen");
        Assert.Equal(link + "/ronde", member.Address);
        Assert.Contains("De eerste vraag.", member.Words, StringComparison.Ordinal);
        await member.FollowAsync("Bekijk de vragen");
        var question = $"{member.Address}/vraag/{FirstQuestion}";
        await member.OpenAsync(question);
        Assert.Equal(HttpStatusCode.OK, member.Status);

        await member.OpenAsync(Bar(member));
        await member.Type("Wat gebeurt er?", "Ik hoor <i>niets</i>.").PressAsync("Bewaar");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, member.Status);
        Assert.Contains("Ik hoor &lt;i&gt;niets&lt;/i&gt;.", member.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await member.Choose("Ik kan niet verder").PressAsync("Bewaar");
        // The same question, in the bar where the focus was, which says that it was kept.
        Assert.Equal(question, member.Address);
        Assert.Equal("Wij hebben het bewaard. Dank u.", Resident.Clean(member.Page.QuerySelector($"#adviesraad #{member.Place}")!));
        await member.PressAsync("Dit gaat goed");
        Assert.Equal(question, member.Address);

        await member.OpenAsync(link + "/ronde");
        Assert.Contains("Wij moeten nog antwoord geven.", member.Words, StringComparison.Ordinal);
        Assert.False(member.Offers("Ja, deze vragen mogen open"));
        await AnswerAsync();
        await member.OpenAsync(link + "/ronde");
        await member.FollowAsync($"Kijk nog eens naar punt {await FindingAsync()}");
        Assert.Contains("Wij veranderen dit niet.", member.Words, StringComparison.Ordinal);
        await member.PressAsync("Ik loop nog vast");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, member.Status);
        await member.PressAsync("Het is goed zo");
        Assert.Contains("Dit is klaar.", member.Words, StringComparison.Ordinal);
        await member.OpenAsync(link + "/ronde");
        await member.PressAsync("Ja, deze vragen mogen open");
        Assert.Contains("De raad keurde deze vragen goed.", member.Words, StringComparison.Ordinal);
        Assert.Equal(SignOff.Council, (await _site.LifeAsync()).SignOff);

        // Everybody may know that the council looked; the name of what is not open yet nobody.
        await member.OpenAsync("/toegankelijkheid");
        Assert.Contains("De Adviesraad Toegankelijkheid bekeek vragen op deze website.", member.Words, StringComparison.Ordinal);
        Assert.Contains("Dat is geen onderzoek.", member.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("nog niet getest", member.Words, StringComparison.Ordinal);
        Assert.False(member.Page.LinksTo("/raadpleging/proef"));
        await _staff.Browser.OpenAsync(Rounds + "/1");
        Assert.Contains("Eén lid keek.", _staff.Browser.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Zonder muis", _staff.Browser.Words, StringComparison.Ordinal);
        await _staff.Browser.StepAsync("openen", "Open nu");
        Assert.Equal(LifeState.Open, (await _site.LifeAsync()).State);
        // Nobody is named to everybody, and of one who looked nobody learns that it was one.
        await member.OpenAsync("/toegankelijkheid");
        Assert.True(member.Page.LinksTo("/raadpleging/proef"));
        Assert.Contains("Een klein aantal mensen keek.", member.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Bas Collega", member.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("muis", member.Words, StringComparison.Ordinal);
        await member.OpenAsync("/raadpleging/proef/afspraken");
        Assert.DoesNotContain("Bas Collega", member.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("adviesraad\"", member.Page.Body!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_was_just_taken_away_approves_nothing_and_what_was_written_stays()
    {
        var (member, link) = await InvitedAsync();
        await member.OpenAsync(link);
        await member.PressAsync("Kom binnen");
        await member.FollowAsync("Schrijf iets op over het geheel");
        await member.Type("Wat gebeurt er?", "Te klein.").Choose("Het is vervelend").PressAsync("Bewaar");
        Assert.Equal(link + "/ronde", member.Address);
        await member.FollowAsync("Schrijf iets op over het geheel");
        await _site.The<GroupedWriter>().WriteAsync(scope => scope.ExecuteAsync("DELETE FROM role_grants"), Stop);
        await member.Type("Wat gebeurt er?", "Nog te klein.").Choose("Het is vervelend").PressAsync("Bewaar");
        Assert.Equal(HttpStatusCode.Forbidden, member.Status);
        Assert.Contains("U zit niet meer in de raad", member.Words, StringComparison.Ordinal);
        Assert.Contains("Nog te klein.", member.Words, StringComparison.Ordinal);
        foreach (var page in new[] { "", "/ronde", "/melden" })
        {
            await member.OpenAsync(link + page);
            Assert.Equal(HttpStatusCode.Forbidden, member.Status);
        }

        var (address, fields) = (link + "/ronde", member.Page.QuerySelectorAll("input[type=hidden]").Select(one =>
            KeyValuePair.Create(one.GetAttribute("name")!, one.GetAttribute("value") ?? "")).ToList());
        await member.PostAsync(address, fields);
        Assert.Equal(LifeState.InReview, (await _site.LifeAsync()).State);
        Assert.Equal("Te klein.", Assert.Single((await ReviewAsync()).Findings).Report.Text);
    }

    /// <summary>Without a script: the button keeps it, and so does a form that is refused.</summary>
    [Fact]
    public async Task What_is_half_written_comes_back_and_how_somebody_reads_is_remembered_apart_from_the_name()
    {
        var (member, link) = await InvitedAsync();
        await member.OpenAsync(link);
        Assert.Contains("Bas Collega", member.Words, StringComparison.Ordinal);
        await member.Tick("Ik lees braille").Tick("Firefox").Tick(Remember(member)).PressAsync("Kom binnen");
        await member.FollowAsync("Bekijk de vragen");
        var question = $"{member.Address}/vraag/{FirstQuestion}";
        await member.OpenAsync(question);
        await member.OpenAsync(Bar(member));
        await member.Type("Wat gebeurt er?", "Ik hoor").PressAsync("Bewaar");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, member.Status);
        await member.OpenAsync(link + "/ronde");
        await member.FollowAsync(member.Page.QuerySelectorAll("main a").Select(Resident.Clean).Single(
            words => words.StartsWith("Schrijf dit verder af", StringComparison.Ordinal)));
        Assert.Equal("Ik hoor", member.Page.QuerySelector("textarea")!.TextContent.Trim());
        // As the script does while it is typed, and the button.
        var (address, fields) = member.Choose("Ik kan niet verder").Type("Wat gebeurt er?", "Ik hoor niets").Form("Bewaar");
        await member.PostAsync(address, [.. fields, KeyValuePair.Create("doe", "tussendoor")]);
        Assert.Equal(HttpStatusCode.NoContent, member.Status);
        await member.OpenAsync(question);
        await member.OpenAsync(Bar(member));
        Assert.Equal(["Ik kan niet verder", "Over deze vragen"], member.Chosen());
        await member.Type("Wat gebeurt er?", "Ik hoor niets.").PressAsync("Bewaar voor later");
        Assert.Equal(link + "/ronde", member.Address);
        Assert.Empty((await ReviewAsync()).Findings);
        await member.OpenAsync(question);
        await member.OpenAsync(Bar(member));
        await member.PressAsync("Bewaar");
        Assert.Equal(question, member.Address);
        Assert.Equal("Ik hoor niets.", Assert.Single((await ReviewAsync()).Findings).Report.Text);
        await member.OpenAsync(link + "/ronde");
        Assert.DoesNotContain("Dit is nog niet af", member.Words, StringComparison.Ordinal);
        Assert.Contains("Ik gebruik geen muis", member.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Ik lees braille", member.Words, StringComparison.Ordinal);
        Assert.Contains(GivenConsultation.WithEveryKind().Build().Questions[1].Text.Dutch, member.Words, StringComparison.Ordinal);

        // A page that is none is about nothing.
        await member.OpenAsync(link + "/melden?pagina=/vraag/weg");
        Assert.Null(member.Page.QuerySelector("main q"));
        await member.OpenAsync(link + "/melden?pagina=//kwaad.example");
        await member.Type("Wat gebeurt er?", "Raar.").Choose("Het is vervelend").PressAsync("Bewaar");
        Assert.Equal(link + "/ronde", member.Address);
        Assert.Equal("", (await ReviewAsync()).Findings[1].Report.Page);

        // Known on this device, and never on a page with the name.
        await member.OpenAsync(link);
        Assert.Equal(["Ik lees braille", "Firefox", Remember(member)], member.Chosen());
        Assert.DoesNotContain("Bas Collega", member.Words, StringComparison.Ordinal);
        _site.Clock.Now += TimeSpan.FromDays(181);
        await member.OpenAsync(link);
        Assert.Empty(member.Chosen());
        _site.Clock.Now -= TimeSpan.FromDays(181);
        await member.OpenAsync(link);
        ((AngleSharp.Html.Dom.IHtmlInputElement)member.Page.GetElementById("onthoud")!).IsChecked = false;
        await member.PressAsync("Kom binnen");
        await member.OpenAsync(link);
        Assert.Empty(member.Chosen());
        Assert.Contains("Bas Collega", member.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_was_replaced_or_guessed_says_so_and_whom_to_call()
    {
        var (member, link) = await InvitedAsync();
        await _staff.Browser.OpenAsync(Rounds + "/1");
        await _staff.Browser.PressAsync("Maak een nieuwe link voor lid 1");
        var second = new Uri(Resident.Clean(_staff.Browser.Page.QuerySelector("p.link code")!)).AbsolutePath;
        foreach (var address in new[] { link, link + "/ronde", link + "/melden", link + "/punt/1", "/adviesraad/0" + new string('a', 32) })
        {
            await member.OpenAsync(address);
            Assert.Equal(HttpStatusCode.Gone, member.Status);
            Assert.Contains("Bel ons:", member.Words, StringComparison.Ordinal);
        }

        await member.OpenAsync(second);
        await member.PressAsync("Kom binnen");
        // Another who has the link reads that it was used.
        var other = _site.NewResident();
        await other.OpenAsync(second);
        Assert.Contains("Iemand gebruikte deze link al op", other.Words, StringComparison.Ordinal);
        await other.OpenAsync(link);
        await other.FollowAsync("Vraag een nieuwe link");
        Assert.Contains("Wij kunnen u nu geen mail sturen.", other.Words, StringComparison.Ordinal);
        await member.OpenAsync(second + "/punt/999");
        Assert.Equal(HttpStatusCode.NotFound, member.Status);
        Assert.Contains("no-referrer", string.Join(' ', member.Headers.GetValues("Referrer-Policy")), StringComparison.Ordinal);
        Assert.Contains("noindex", string.Join(' ', member.Headers.GetValues("X-Robots-Tag")), StringComparison.Ordinal);
    }

    private static string Remember(Resident member) => Resident.Clean(member.Page.QuerySelector("label[for=onthoud]")!);

    private static string FirstQuestion => GivenConsultation.WithEveryKind().Build().Questions[0].Id;

    private static string Bar(Resident member) => member.Page.QuerySelector("#adviesraad a.button")!.GetAttribute("href")!;

    private async Task<(Resident Member, string Link)> InvitedAsync()
    {
        _staff = await GivenDesk.WithConceptAsync(_site);
        await GivenStaff.ColleagueAsync(_site, "bas@voorbeeld.nl", (StaffRole.CouncilMember, null));
        var browser = _staff.Browser;
        await browser.StepAsync("nakijken", "Vraag om beoordeling");
        await browser.OpenAsync(Rounds);
        await browser.Type("Waar moet de raad op letten?", "De eerste vraag.").PressAsync("Vraag de ronde");
        await browser.PressAsync("Nodig uit");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        await browser.Choose("Bas Collega").PressAsync("Nodig uit");
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        var link = Resident.Clean(browser.Page.QuerySelector("p.link code")!);
        return (_site.NewResident(), new Uri(link).AbsolutePath);
    }

    private async Task AnswerAsync()
    {
        await _staff.Browser.OpenAsync($"{Rounds}/punt/{await FindingAsync()}");
        await _staff.Browser.Choose("Wij lossen het niet op").Type("Uw antwoord aan het lid", "Wij veranderen dit niet.")
            .Type("Hetzelfde in makkelijke taal", "Dit blijft zo.").PressAsync("Geef antwoord");
        Assert.Equal(HttpStatusCode.OK, _staff.Browser.Status);
    }

    private async Task<int> FindingAsync() => (await ReviewAsync()).Findings[0].Number;

    private async Task<int> EventsAsync() => (await ReviewAsync()).Events.Count;

    private async Task<ConsultationReview> ReviewAsync() =>
        await _site.The<ReadReviews>().OfAsync((await _site.LifeAsync()).ConsultationId, Stop);
}
