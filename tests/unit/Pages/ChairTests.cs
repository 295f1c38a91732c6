using System.Net;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Rounds;
using Participatie.Tests.Access;
using Participatie.Tests.Pages.Desk;
using Participatie.Web;
using Participatie.Web.Access;
using Participatie.Web.Pages.Review.Members;

namespace Participatie.Tests.Pages;

/// <summary>
/// Who may do what with a finding that was answered: its reporter first, after the term every member, and the chair alone closes it in
/// their place.
/// </summary>
public sealed class ChairTests(Site site) : IClassFixture<Site>
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
