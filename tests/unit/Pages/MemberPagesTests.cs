using System.Net;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;
using Participatie.Tests.Access;
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
        // The same question, where the focus was.
        Assert.Equal(question, member.Address);
        Assert.Equal("adviesraad", member.Place);
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

        await _staff.Browser.OpenAsync(Rounds + "/1");
        Assert.Contains("Eén lid keek.", _staff.Browser.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Zonder muis", _staff.Browser.Words, StringComparison.Ordinal);
        await _staff.Browser.StepAsync("openen", "Open nu");
        Assert.Equal(LifeState.Open, (await _site.LifeAsync()).State);
        // Nobody is named to everybody.
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
        await _site.The<GroupedWriter>().WriteAsync(scope => scope.ExecuteAsync("DELETE FROM role_grants"), Stop);
        await member.PressAsync("Ja, deze vragen mogen open");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, member.Status);
        Assert.Contains("Dit kan alleen iemand van de raad.", member.Words, StringComparison.Ordinal);
        Assert.Contains("Te klein.", member.Words, StringComparison.Ordinal);
        Assert.Equal(LifeState.InReview, (await _site.LifeAsync()).State);
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
        Assert.Contains("Deze link is al gebruikt op", other.Words, StringComparison.Ordinal);
        await member.OpenAsync(second + "/punt/999");
        Assert.Equal(HttpStatusCode.NotFound, member.Status);
        Assert.Contains("no-referrer", string.Join(' ', member.Headers.GetValues("Referrer-Policy")), StringComparison.Ordinal);
        Assert.Contains("noindex", string.Join(' ', member.Headers.GetValues("X-Robots-Tag")), StringComparison.Ordinal);
    }

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
