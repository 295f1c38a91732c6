using System.Net;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Members;
using Participatie.Surveys.Review.Rounds;
using Participatie.Tests.Access;
using Participatie.Tests.Pages.Desk;
using Participatie.Web;
using Participatie.Web.Access;
using Participatie.Web.Frame;
using Participatie.Web.Pages.Review.Members;

namespace Participatie.Tests.Pages;

/// <summary>What a member reads of findings and of the round, and what is kept of how a page stood.</summary>
public sealed class MemberFindingsTests(Site site) : IClassFixture<Site>
{
    private const string Unseen = "Hier keek nog niemand";
    private const string Untried = "Zo keek nog niemand";

    private static readonly IReadOnlyList<Question> Questions = GivenConsultation.WithEveryKind().Build().Questions;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_finding_shows_its_own_words_the_answer_in_the_language_of_the_reader_and_who_wrote_it_down()
    {
        var round = await GivenRound.AskedAsync(site, "lezen");
        var (cor, dia) = (await round.InviteAsync("Cor"), await round.InviteAsync("Dia"));
        var byPhone = await round.ByPhoneAsync(cor, "Per telefoon gezegd.");
        var main = await round.ReportAsync(dia, "Van Dia.");
        var same = await round.ReportAsync(cor, "Van Cor.", PageOf(0));
        await round.JoinAsync(same, main);
        var day = site.Today().AddDays(20);
        await round.AnswerAsync(main, new FindingAnswer(AnswerKind.Later, "Dat doen wij later.", "Wij doen het later.") { Day = day });
        await cor.ComeInAsync();
        await dia.ComeInAsync();
        Assert.DoesNotContain("Per telefoon gezegd.", dia.Browser.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Kijkt u hier ook naar?", dia.Browser.Words, StringComparison.Ordinal);

        await cor.Browser.OpenAsync(cor.Finding(byPhone));
        Assert.Contains("U belde ons. Wij schreven dit voor u op.", cor.Browser.Words, StringComparison.Ordinal);
        await cor.Browser.OpenAsync(cor.Finding(same));
        foreach (var told in new[]
        {
            "Van Cor.", "Iemand anders schreef hetzelfde op.", "Dat doen wij later.",
            $"Dat doen wij voor of op {InterfaceWords.For(Languages.Dutch).Day(day)}.",
        })
            Assert.Contains(told, cor.Browser.Words, StringComparison.Ordinal);
        foreach (var other in new[] { "Van Dia.", "U belde ons.", "Kijk nog eens naar punt", "Wij doen het later." })
            Assert.DoesNotContain(other, cor.Browser.Words, StringComparison.Ordinal);
        await cor.Browser.FollowAsync("Ga naar die pagina");
        Assert.EndsWith(PageOf(0), cor.Browser.Address, StringComparison.Ordinal);
        await dia.Browser.OpenAsync(dia.Finding(main) + "?taal=nl-simple");
        Assert.Contains("Wij doen het later.", dia.Browser.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Dat doen wij later.", dia.Browser.Words, StringComparison.Ordinal);

        // Both look again, where it is answered.
        await round.AnswerAsync(main);
        await cor.Browser.OpenAsync(cor.Finding(same));
        Assert.False(cor.Browser.Offers("Het is goed zo"));
        await cor.Browser.FollowAsync($"Kijk nog eens naar punt {main}");
        Assert.True(cor.Browser.Offers("Het is goed zo"));
    }

    [Fact]
    public async Task How_a_page_stood_is_kept_with_a_finding_and_how_somebody_reads_only_when_they_say_so()
    {
        var round = await GivenRound.AskedAsync(site, "stand");
        var account = await GivenStaff.AccountAsync(site, "stand@raad.example", "Bas Stand", (StaffRole.CouncilMember, null));
        var (cor, dia, bas) = (await round.InviteAsync("Cor"), await round.InviteAsync("Dia"), await round.InviteAsync("Bas", account));
        const string Settings = "g2.r1.c3.p1.l0";
        cor.Browser.Cookies.Add(new Cookie(ReadingSettingsCookie.Name, Settings, "/", "localhost"));
        await cor.Browser.OpenAsync(cor.Link + "?taal=nl-simple");
        await cor.ComeInAsync();
        var due = (await round.NowAsync()).Rounds[0].DueOn!.Value;
        Assert.Contains($"U kunt kijken tot en met {InterfaceWords.For(Languages.Dutch).Day(due)}.", cor.Browser.Words, StringComparison.Ordinal);
        await cor.Browser.FollowAsync("Bekijk de vragen");
        await cor.Browser.OpenAsync(cor.Browser.Address + PageOf(0));
        await cor.Browser.OpenAsync(cor.Browser.Page.QuerySelector("#adviesraad a.button")!.GetAttribute("href")!);
        await cor.Browser.Type("Wat gebeurt er?", "Te klein.").Choose("Het is vervelend").PressAsync("Bewaar");
        var report = Assert.Single((await round.NowAsync()).Findings).Report;
        Assert.Equal((PageOf(0), Languages.EasyDutch, Settings), (report.Page, report.Language, report.Settings));

        // Nobody chose a way of reading, so none is kept; one page was looked at, and of another somebody said that it goes well.
        await dia.SendAsync(dia.Link + "/goed", (MemberEndpoints.Place, PageOf(1)));
        Assert.Contains((await round.NowAsync()).Events, one => one.Step == ReviewStep.GoesWell && one.Page == PageOf(1));
        var visits = await site.The<ReadVisits>().OfAsync(round.Id, 1, Stop);
        Assert.Empty(visits.Ways);
        Assert.Contains(PageOf(0), visits.Pages.Keys);
        Assert.Equal([Languages.EasyDutch], visits.Languages.Keys);
        await cor.Browser.OpenAsync(cor.Link + "/ronde");
        var unseen = Under(cor.Browser, Unseen);
        Assert.Equal(
            [false, false, true],
            Questions.Take(3).Select(question => unseen.Contains(question.Text.In(Languages.EasyDutch).Text, StringComparer.Ordinal)));
        Assert.Equal(Enum.GetValues<WayOfReading>().Length, Under(cor.Browser, Untried).Count);

        // Who did not come in on this device approves nothing.
        await bas.SendAsync(bas.Link + "/ronde");
        Assert.Equal(bas.Link, bas.Browser.Address);
        Assert.DoesNotContain((await round.NowAsync()).Events, one => one.Step == ReviewStep.Approved);
    }

    [Fact]
    public async Task A_finding_of_an_earlier_round_is_the_members_own_in_the_next_and_blocks_when_it_is_there_still()
    {
        var round = await GivenRound.AskedAsync(site, "eerder");
        var account = await GivenStaff.AccountAsync(site, "eerder@raad.example", "Bas Eerder", (StaffRole.CouncilMember, null));
        var finding = await round.ReportAsync(await round.InviteAsync("Cor"), "Ik kom niet verder.", severity: Severity.CannotGoOn);
        await round.AskAgainAsync(definition => definition with { Title = GivenConsultation.Words("Tweede versie") });
        var (bas, cor) = (await round.InviteAsync("Bas", account, round: 2), await round.InviteAsync("Cor", round: 2));
        await bas.ComeInAsync();
        Assert.Contains("Let op: 1 punt van een eerdere ronde is nog niet klaar.", bas.Browser.Words, StringComparison.Ordinal);
        Assert.StartsWith("Ik kom niet verder.", Assert.Single(Under(bas.Browser, "Kijkt u hier ook naar?")), StringComparison.Ordinal);
        Assert.True(bas.Browser.Offers("Ja, deze vragen mogen open"));

        await cor.ComeInAsync();
        Assert.StartsWith("Ik kom niet verder.", Assert.Single(Under(cor.Browser, "Dit schreef u op")), StringComparison.Ordinal);
        await cor.Browser.FollowAsync($"Bekijk punt {finding}");
        Assert.Contains("Dit punt is van een eerdere ronde.", cor.Browser.Words, StringComparison.Ordinal);
        await cor.Browser.Type("Wilt u er iets bij zeggen?", "Nog steeds.").PressAsync("Ik loop nog vast");
        Assert.Equal(HttpStatusCode.OK, cor.Browser.Status);
        await bas.Browser.OpenAsync(bas.Link + "/ronde");
        Assert.False(bas.Browser.Offers("Ja, deze vragen mogen open"));
        Assert.Contains("Iemand kan niet verder.", bas.Browser.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Let op:", bas.Browser.Words, StringComparison.Ordinal);
    }

    private static IReadOnlyList<string> Under(Resident browser, string heading) =>
    [
        .. browser.Page.QuerySelectorAll("main h2").Single(found => Resident.Clean(found) == heading).NextElementSibling!
            .QuerySelectorAll("li").Select(Resident.Clean),
    ];

    private static string PageOf(int question) => Addresses.Question("", Questions[question].Id)[Addresses.Consultation("").Length..];
}
