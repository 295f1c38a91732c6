using System.Net;
using Participatie.Surveys.Definition.Previews;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Storage;
using Participatie.Tests.Access;
using Participatie.Tests.Pages.Desk;
using Participatie.Web;
using Participatie.Web.Access;
using Participatie.Web.Pages.Review.Members;

namespace Participatie.Tests.Pages;

/// <summary>
/// Who may do what behind a personal link, and that it ends at once: with the link, and with the role. A finding that was answered is looked
/// at by its reporter first, after the term by every member, and the chair alone closes it in their place.
/// </summary>
public sealed class MemberRightsTests(Site site) : IClassFixture<Site>
{
    private const string Close = "Sluit dit punt als voorzitter";
    private const string NotYours = "Wie dit opschreef, mag eerst kijken.";
    private const string ChairAlone = "Dit kan alleen de voorzitter van de raad.";

    [Fact]
    public async Task Each_role_before_and_after_the_term_and_a_chair_who_comes_and_goes()
    {
        var round = await GivenRound.AskedAsync(site, "voorzitter");
        var (ofVera, ofBas) = (
            await GivenStaff.AccountAsync(site, "vera@raad.example", "Vera Voor", (StaffRole.Chair, null)),
            await GivenStaff.AccountAsync(site, "bas@raad.example", "Bas Raad", (StaffRole.CouncilMember, null)));
        var (cor, guest) = (await round.InviteAsync("Cor"), await round.InviteAsync("Gast"));
        var (member, chair) = (await round.InviteAsync("Bas", ofBas), await round.InviteAsync("Vera", ofVera));
        var (first, second, third, fourth) = (
            await round.AnsweredAsync(cor), await round.AnsweredAsync(cor), await round.AnsweredAsync(cor), await round.AnsweredAsync(cor));

        // Within the term it is its reporter's turn.
        foreach (var other in new[] { guest, member, chair })
        {
            await other.Browser.OpenAsync(other.Finding(first));
            Assert.Equal(HttpStatusCode.Forbidden, other.Browser.Status);
            Assert.Contains(NotYours, other.Browser.Words, StringComparison.Ordinal);
            Assert.DoesNotContain("Ik hoor niets.", other.Browser.Words, StringComparison.Ordinal);
            foreach (var way in new[] { MemberEndpoints.Solved, "vast", MemberEndpoints.Close })
            {
                await RefusedAsync(round, other, first, way, HttpStatusCode.Forbidden, NotYours);
            }
        }

        await cor.Browser.OpenAsync(cor.Finding(first));
        Assert.True(cor.Browser.Offers("Het is goed zo"));
        Assert.False(cor.Browser.Offers(Close));
        await RefusedAsync(round, cor, first, MemberEndpoints.Close, HttpStatusCode.UnprocessableEntity, ChairAlone);

        // On the last day too, and not on the day after.
        var last = (await round.NowAsync()).Finding(first)!.LookAgainBy!.Value;
        site.Clock.Now = Surveys.Definition.Amsterdam.EndOf(last).AddMinutes(-1);
        await RefusedAsync(round, chair, first, MemberEndpoints.Close, HttpStatusCode.Forbidden, NotYours);
        site.Clock.Now = Surveys.Definition.Amsterdam.EndOf(last);
        foreach (var other in new[] { cor, guest, member })
        {
            await other.Browser.OpenAsync(other.Finding(first));
            Assert.True(other.Browser.Offers("Het is goed zo"));
            Assert.False(other.Browser.Offers(Close));
            await RefusedAsync(round, other, first, MemberEndpoints.Close, HttpStatusCode.UnprocessableEntity, ChairAlone);
        }

        await guest.Browser.OpenAsync(guest.Finding(third));
        await guest.Browser.PressAsync("Het is goed zo");
        Assert.Equal(FindingState.Closed, await round.StateAsync(third));

        // The chair needs a reason, which everybody reads who reads the finding.
        await chair.Browser.OpenAsync(chair.Finding(first));
        Assert.Contains("U bent de voorzitter.", chair.Browser.Words, StringComparison.Ordinal);
        await chair.Browser.PressAsync(Close);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, chair.Browser.Status);
        Assert.Contains("Schrijf op waarom u dit punt sluit.", chair.Browser.Words, StringComparison.Ordinal);
        await chair.Browser.Type("Wilt u er iets bij zeggen?", "Cor is <ziek>.").PressAsync(Close);
        await cor.Browser.OpenAsync(cor.Finding(first));
        Assert.Contains("de voorzitter sloot dit punt", cor.Browser.Words, StringComparison.Ordinal);
        Assert.Contains("Cor is <ziek>.", cor.Browser.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Vera", cor.Browser.Words, StringComparison.Ordinal);

        var staff = await GivenStaff.AdministratorAsync(site);
        await staff.Browser.OpenAsync(Addresses.DeskFinding(round.Slug, first));
        Assert.Contains("Gesloten door de voorzitter", staff.Browser.Words, StringComparison.Ordinal);
        Assert.Contains("Cor is <ziek>.", staff.Browser.Words, StringComparison.Ordinal);
        // Staff close nothing themselves.
        await staff.Browser.OpenAsync(Addresses.DeskFinding(round.Slug, second));
        var (address, fields) = staff.Browser.Form("Geef antwoord");
        await staff.Browser.PostAsync(address, [.. fields, new(MemberEndpoints.Way, MemberEndpoints.Close)]);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, FindingState.LookAgain), (staff.Browser.Status, await round.StateAsync(second)));

        // An administrator makes somebody the chair for a time, and looks at that as at every right.
        await staff.Browser.OpenAsync(Addresses.Account(ofBas));
        await staff.Browser.Tick(staff.Browser.Labels("checkbox").Single(
            label => label.StartsWith("Meekijken als voorzitter", StringComparison.Ordinal))).PressAsync("Geef deze rollen");
        Assert.Contains("Voorzitter van de adviesraad", staff.Browser.Words, StringComparison.Ordinal);
        await member.Browser.OpenAsync(member.Finding(second));
        await member.Browser.Type("Wilt u er iets bij zeggen?", "Niemand keek.").PressAsync(Close);
        Assert.Equal(FindingState.Closed, await round.StateAsync(second));
        await staff.Browser.OpenAsync(Addresses.Rights);
        await staff.Browser.PressAsync("Bevestigen: Bas Raad, bas@raad.example: Voorzitter van de adviesraad");
        await staff.Browser.PressAsync("Rol weghalen: Bas Raad, bas@raad.example: Voorzitter van de adviesraad");
        await RefusedAsync(round, member, fourth, MemberEndpoints.Close, HttpStatusCode.UnprocessableEntity, ChairAlone);
        await chair.Browser.OpenAsync(chair.Link);
        await staff.Browser.OpenAsync(Addresses.Rights);
        await staff.Browser.PressAsync("Rol weghalen: Vera Voor, vera@raad.example: Voorzitter van de adviesraad");
        await RefusedAsync(
            round, chair, fourth, MemberEndpoints.Close, HttpStatusCode.Forbidden, "U zit niet meer in de raad", fromHere: true);
        Assert.Equal(
            ["rol gegeven", "recht bevestigd", "rol weggehaald", "rol weggehaald"],
            (await site.AuditAsync()).Where(line => $"{line.Before} {line.After}".Contains("voorzitter van de adviesraad", StringComparison.Ordinal))
                .Select(line => line.Action).TakeLast(4));
    }

    /// <summary>Also for whoever has the address of that preview on another device; a preview that staff share is another thing.</summary>
    [Fact]
    public async Task A_preview_that_a_member_walks_ends_with_the_link_and_with_the_role()
    {
        var round = await GivenRound.AskedAsync(site, "meekijken");
        var account = await GivenStaff.AccountAsync(site, "dia@raad.example", "Dia Raad", (StaffRole.CouncilMember, null));
        var (guest, council) = (await round.InviteAsync("Gast"), await round.InviteAsync("Dia", account));
        var shared = await site.The<GroupedWriter>().WriteAsync(
            scope => site.The<PreviewLinks>().MakeAsync(scope, round.Id, 1, 7, "Anna"), TestContext.Current.CancellationToken);
        foreach (var (member, status, heading, end) in new (GivenMember, HttpStatusCode, string, Func<Task>)[]
        {
            (guest, HttpStatusCode.Gone, "Deze link werkt niet meer", () => round.EndLinkAsync(guest)),
            (council, HttpStatusCode.Forbidden, "U zit niet meer in de raad", () => RolesAsync("UPDATE role_grants SET until = 1")),
        })
        {
            await member.ComeInAsync();
            await member.Browser.FollowAsync("Bekijk de vragen");
            var question = $"{member.Browser.Address}/vraag/{GivenConsultation.WithEveryKind().Build().Questions[0].Id}";
            var elsewhere = site.NewResident();
            foreach (var browser in new[] { elsewhere, member.Browser })
            {
                await browser.OpenAsync(question);
                Assert.Equal(HttpStatusCode.OK, browser.Status);
            }

            await end();
            await member.Browser.PressAsync("Verder");
            Assert.Equal((status, heading), (member.Browser.Status, member.Browser.Heading));
            foreach (var browser in new[] { elsewhere, member.Browser })
            {
                await browser.OpenAsync(question);
                Assert.Equal((status, heading), (browser.Status, browser.Heading));
                Assert.Contains("Bel ons:", browser.Words, StringComparison.Ordinal);
            }

            // In the language that the member reads.
            const string Easy = "Lees dit in makkelijke taal";
            Assert.Contains(Easy, elsewhere.Words, StringComparison.Ordinal);
            await elsewhere.OpenAsync(question + "?taal=nl-simple");
            Assert.Equal((status, heading), (elsewhere.Status, elsewhere.Heading));
            Assert.DoesNotContain(Easy, elsewhere.Words, StringComparison.Ordinal);
        }

        await guest.Browser.OpenAsync(Addresses.Consultation(shared));
        Assert.Equal(HttpStatusCode.OK, guest.Browser.Status);
        // Nothing was lost of who is of the council again.
        await RolesAsync("UPDATE role_grants SET until = 99999999999999");
        await council.Browser.OpenAsync(council.Link + "/ronde");
        await council.Browser.FollowAsync("Bekijk de vragen");
        Assert.Equal(HttpStatusCode.OK, council.Browser.Status);

        Task RolesAsync(string change) => site.The<GroupedWriter>().WriteAsync(
            scope => scope.ExecuteAsync($"{change} WHERE account_id = @id", ("@id", account)), TestContext.Current.CancellationToken);
    }

    /// <summary>Nothing is written, and what was typed is on the page.</summary>
    private static async Task RefusedAsync(
        GivenRound round, GivenMember member, int finding, string way, HttpStatusCode status, string why, bool fromHere = false)
    {
        var before = (await round.NowAsync()).LastNumber;
        var seen = (await round.NowAsync()).Finding(finding)!.LastNumber;
        var words = $"Mijn woorden, {way}.";
        if (fromHere)
        {
            await member.SendFromHereAsync(
                member.Finding(finding), (MemberEndpoints.Way, way), (MemberEndpoints.Words, words), (MemberEndpoints.Seen, $"{seen}"));
        }
        else
        {
            await member.LookAgainAsync(finding, way, words, seen);
        }

        Assert.Equal(status, member.Browser.Status);
        Assert.Contains(why, member.Browser.Words, StringComparison.Ordinal);
        Assert.Contains(words, member.Browser.Words, StringComparison.Ordinal);
        Assert.Equal(before, (await round.NowAsync()).LastNumber);
    }
}
