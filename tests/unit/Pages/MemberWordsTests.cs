using System.Net;
using AngleSharp.Html.Dom;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Review.Advising;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;
using Participatie.Tests.Access;
using Participatie.Web;
using Participatie.Web.Access;
using Participatie.Web.Pages.Review.Members;

namespace Participatie.Tests.Pages;

/// <summary>Nothing that a member wrote is lost, whatever happens meanwhile: it is kept on the server, or shown to take along.</summary>
public sealed class MemberWordsTests(Site site) : IClassFixture<Site>
{
    private const string HalfDone = "Dit is nog niet af";
    private const string TooLate = "Dat kan nu niet. De vragen zijn veranderd, of ze zijn al open.";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_half_written_in_any_form_comes_back_until_it_is_sent_and_then_no_more()
    {
        var round = await GivenRound.AskedAsync(site, "half");
        var account = await GivenStaff.AccountAsync(site, "half@raad.example", "Bas Half", (StaffRole.CouncilMember, null));
        var (member, other) = (await round.InviteAsync("Bas", account), await round.InviteAsync("Dia"));
        var finding = await round.AnsweredAsync(member);
        await other.ComeInAsync();
        await member.ComeInAsync();
        foreach (var (address, label, send, about, choices) in new (string, string, string, string, string[])[]
        {
            (member.Link + "/melden?pagina=/", "Wat gebeurt er?", "Bewaar", ": Het begin", ["Het is vervelend", "Over de website, zoals een knop"]),
            (member.Finding(finding), "Wilt u er iets bij zeggen?", "Ik loop nog vast", $": Punt {finding}", []),
            (member.Link + "/advies", "Wat raadt u ons aan?", "Geef dit advies", ": Uw advies", ["Over de website, zoals een knop", "Nee"]),
        })
        {
            var browser = member.Browser;
            await browser.OpenAsync(address);
            Fill("Half");
            await browser.PressAsync("Bewaar voor later");
            Assert.Equal(member.Link + "/ronde", browser.Address);
            Assert.Contains(HalfDone, browser.Words, StringComparison.Ordinal);
            await browser.FollowAsync("Schrijf dit verder af" + about);
            Assert.Contains("Dit schreef u eerder.", browser.Words, StringComparison.Ordinal);
            Assert.Equal(("Half", choices.Length), (TextIn(browser), browser.Chosen().Count));
            Assert.Equal(choices.Order(StringComparer.Ordinal), browser.Chosen().Order(StringComparer.Ordinal));

            // As the script does while it is typed.
            browser.Type(label, "Half en meer");
            var (target, fields) = browser.Form(send);
            KeyValuePair<string, string>[] meanwhile =
                [.. fields.Where(field => field.Key != MemberEndpoints.Way), new(MemberEndpoints.Way, MemberEndpoints.Meanwhile)];
            await browser.PostAsync(target, meanwhile);
            Assert.Equal(HttpStatusCode.NoContent, browser.Status);
            await browser.OpenAsync(address);
            Assert.Equal("Half en meer", TextIn(browser));
            Assert.NotNull(browser.Page.QuerySelector($"form [data-half='{MemberEndpoints.Way}={MemberEndpoints.Meanwhile}']"));
            await other.Browser.OpenAsync(other.Link + "/ronde");
            Assert.DoesNotContain("Half", other.Browser.Words, StringComparison.Ordinal);

            Fill("Half en meer, en af.");
            await browser.PressAsync(send);
            Assert.Equal(HttpStatusCode.OK, browser.Status);
            // What the script sent a moment before comes later than the form.
            await browser.PostAsync(target, meanwhile);
            Assert.Equal(HttpStatusCode.NoContent, browser.Status);
            await browser.OpenAsync(member.Link + "/ronde");
            Assert.DoesNotContain(HalfDone, browser.Words, StringComparison.Ordinal);
            await browser.OpenAsync(address);
            Assert.Equal("", TextIn(browser));

            void Fill(string words)
            {
                browser.Type(label, words);
                foreach (var choice in choices)
                    browser.Choose(choice);
            }
        }

        Assert.Equal("Half en meer, en af.", Assert.Single(await site.The<ReadAdvice>().AllAsync(Stop)).Entry.Text);
        Assert.Equal(
            [ReviewStep.Reported, ReviewStep.StillThere],
            (await round.NowAsync()).Events.Where(one => one.Text == "Half en meer, en af.").Select(one => one.Step).Order());
    }

    /// <summary>Each has the page on the screen and words in it; one is first.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Of_two_members_who_close_the_same_finding_the_second_reads_so_and_keeps_the_words(bool reporterIsSecond)
    {
        var round = await GivenRound.AskedAsync(site, reporterIsSecond ? "tweede-melder" : "tweede-ander");
        var (cor, dia) = (await round.InviteAsync("Cor"), await round.InviteAsync("Dia"));
        var finding = await round.AnsweredAsync(cor);
        site.Clock.Now += TimeSpan.FromDays(30);
        var (first, second) = reporterIsSecond ? (dia, cor) : (cor, dia);
        foreach (var member in new[] { first, second })
            await member.Browser.OpenAsync(member.Finding(finding));
        await first.Browser.PressAsync("Het is goed zo");
        await second.Browser.Type("Wilt u er iets bij zeggen?", "Ik vind het <ook> goed.").PressAsync("Het is goed zo");
        Assert.Equal(
            reporterIsSecond ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.Forbidden, second.Browser.Status);
        Assert.Contains("Iemand anders was u voor.", second.Browser.Words, StringComparison.Ordinal);
        Assert.Contains("Ik vind het <ook> goed.", second.Browser.Words, StringComparison.Ordinal);
        Assert.False(second.Browser.Offers("Het is goed zo"));
        Assert.Equal(
            [first.Number], (await round.NowAsync()).Events.Where(one => one.Step == ReviewStep.Confirmed).Select(one => one.Member!.Value));
        // Who reported it finds the words there, and is not asked to finish them.
        await second.Browser.OpenAsync(second.Finding(finding));
        Assert.Equal(reporterIsSecond, second.Browser.Words.Contains("Ik vind het <ook> goed.", StringComparison.Ordinal));
        await second.ComeInAsync();
        Assert.DoesNotContain(HalfDone, second.Browser.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_or_a_role_that_ends_while_somebody_writes_shows_the_words_and_a_guessed_one_opens_nothing()
    {
        var round = await GivenRound.AskedAsync(site, "onderweg");
        var account = await GivenStaff.AccountAsync(site, "weg@raad.example", "Bas Weg", (StaffRole.CouncilMember, null));
        var (guest, council) = (await round.InviteAsync("Cor"), await round.InviteAsync("Bas", account));
        foreach (var (member, status, heading) in new[]
        {
            (guest, HttpStatusCode.Gone, "Deze link werkt niet meer"), (council, HttpStatusCode.Forbidden, "U zit niet meer in de raad"),
        })
        {
            var finding = await round.AnsweredAsync(member);
            await member.Browser.OpenAsync(member.Link);
            if (member == guest)
                await round.EndLinkAsync(guest);
            else
                await site.The<GroupedWriter>().WriteAsync(
                    scope => scope.ExecuteAsync("DELETE FROM role_grants WHERE account_id = @id", ("@id", account)), Stop);
            var (before, proof) = ((await round.NowAsync()).LastNumber, member.Browser.Page);
            foreach (var address in new[] { member.Link + "/melden", member.Finding(finding), member.Link + "/advies" })
            {
                await member.SendFromAsync(proof, address, (MemberEndpoints.Words, "Mijn <woorden>."), (MemberEndpoints.Severity, "CannotGoOn"));
                Assert.Equal((status, heading), (member.Browser.Status, member.Browser.Heading));
                Assert.Contains("Mijn <woorden>.", member.Browser.Words, StringComparison.Ordinal);
            }

            await member.SendFromAsync(proof, member.Link + "/goed", (MemberEndpoints.Place, "/"));
            Assert.Equal((status, before), (member.Browser.Status, (await round.NowAsync()).LastNumber));
        }

        await guest.Browser.OpenAsync(Addresses.CouncilSignIn);
        await guest.SendFromHereAsync($"/adviesraad/0{new string('a', 32)}/melden", (MemberEndpoints.Words, "Ik raad."));
        Assert.Equal(HttpStatusCode.Gone, guest.Browser.Status);
    }

    /// <summary>A member who does not see where the form leads, two people behind one link, a version that changed, and a round that is over.</summary>
    [Fact]
    public async Task A_page_that_is_none_a_link_of_two_people_another_version_and_after_the_round()
    {
        var round = await GivenRound.AskedAsync(site, "verlopen");
        var account = await GivenStaff.AccountAsync(site, "laat@raad.example", "Bas Laat", (StaffRole.CouncilMember, null));
        var member = await round.InviteAsync("Bas", account);
        var friend = member with { Browser = site.NewResident() };
        await member.ComeInAsync();
        await friend.Browser.OpenAsync(friend.Link);
        Assert.Contains("Iemand gebruikte deze link al op", friend.Browser.Words, StringComparison.Ordinal);
        await friend.Browser.PressAsync("Kom binnen");

        var before = (await round.NowAsync()).LastNumber;
        foreach (var page in new[] { "/vraag/weg", "", "//kwaad.example", "/" + new string('a', 10_000), "/vraag/../../beheer" })
        {
            await member.SendAsync(member.Link + "/goed", (MemberEndpoints.Place, page));
            Assert.Equal((member.Link + "/ronde", before), (member.Browser.Address, (await round.NowAsync()).LastNumber));
        }

        // About no page, and kept; by whoever of the two, it is one member.
        foreach (var one in new[] { member, friend })
        {
            await one.SendAsync(
                one.Link + "/melden",
                (MemberEndpoints.Place, "/vraag/weg"),
                (MemberEndpoints.Words, "De pagina is weg."),
                (MemberEndpoints.Severity, nameof(Severity.Annoying)),
                (MemberEndpoints.Subject, nameof(FindingSubject.Questions)));
            Assert.Equal(one.Link + "/ronde", one.Browser.Address);
        }

        Assert.Equal(
            [("", member.Number), ("", member.Number)],
            (await round.NowAsync()).Findings.Select(one => (one.Report.Page, one.Report.Member!.Value)));

        // The province takes it back and changes it: what the round shows stays, and is not what may open.
        await member.Browser.OpenAsync(member.Link + "/ronde");
        await round.ChangeAsync(definition => definition with { Title = GivenConsultation.Words("Anders genoemd") });
        await member.Browser.PressAsync("Ja, deze vragen mogen open");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, member.Browser.Status);
        Assert.Contains(TooLate, member.Browser.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Anders genoemd", member.Browser.Words, StringComparison.Ordinal);
        Assert.DoesNotContain((await round.NowAsync()).Events, one => one.Step == ReviewStep.Approved);
        Assert.False(site.The<Catalogue>().LifeOf(round.Id)!.HasOpened);

        // After its round the link shows what was written and the answers, and somebody who cannot go on still says so.
        site.Clock.Now += TimeSpan.FromDays(60);
        await friend.Browser.OpenAsync(friend.Link + "/ronde");
        Assert.Equal(HttpStatusCode.OK, friend.Browser.Status);
        Assert.Contains("De pagina is weg.", friend.Browser.Words, StringComparison.Ordinal);
        Assert.Contains("Wij moeten nog antwoord geven.", friend.Browser.Words, StringComparison.Ordinal);
        await friend.Browser.OpenAsync(friend.Link + "/melden");
        await friend.Browser.Type("Wat gebeurt er?", "Ook later vast.").Choose("Ik kan niet verder").PressAsync("Bewaar");
        Assert.Equal(3, (await round.NowAsync()).Findings.Count);
        Assert.Equal(1, (await round.NowAsync()).Findings[^1].Report.Revision);
    }

    private static string TextIn(Resident browser) => (browser.Page.QuerySelector("main textarea") as IHtmlTextAreaElement)?.Value.Trim() ?? "";
}
