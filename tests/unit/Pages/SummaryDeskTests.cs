using System.Net;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Storage;
using Participatie.Tests.Access;
using Participatie.Web.Access;

namespace Participatie.Tests.Pages;

/// <summary>A summary in two presses, and what everybody reads of it afterwards.</summary>
public sealed class SummaryDeskTests(SiteWithoutWorker site) : IClassFixture<SiteWithoutWorker>
{
    private const string Make = "Maak de samenvatting";
    private const string Publish = "Maak deze openbaar";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_the_page_of_the_consultation_it_takes_two_presses()
    {
        await PublishAsync("tweekeer");
        await site.PublishResultsAsync("tweekeer", 60, closed: false);
        var author = await AuthorAsync("tweekeer");
        await author.OpenAsync("/beheer/raadpleging/tweekeer");
        await author.PressAsync(Make);
        Assert.Equal((HttpStatusCode.OK, "/beheer/raadpleging/tweekeer/samenvatting/1"), (author.Status, author.Address));
        Assert.StartsWith("Tussenstand:", Resident.Clean(author.Page.QuerySelector("h1")!), StringComparison.Ordinal);
        Assert.Equal(1, author.Page.QuerySelectorAll("h1").Length);
        var file = author.Link("Download voor Word").GetAttribute("href")!;
        Assert.StartsWith("PK", await author.DownloadAsync(file), StringComparison.Ordinal);

        // Nobody else reads it yet.
        using var visitor = site.CreateClient();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/raadpleging/tweekeer/samenvatting", Stop)).StatusCode);
        await author.PressAsync(Publish);
        Assert.Equal(HttpStatusCode.OK, author.Status);
        Assert.Contains("Openbaar als nummer 1", author.Words, StringComparison.Ordinal);
        var shown = Resident.Clean((await site.OpenAsync("/raadpleging/tweekeer/samenvatting")).QuerySelector("main")!);
        Assert.Contains("Tussenstand:", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("@voorbeeld.nl", shown, StringComparison.Ordinal);
        var easy = await site.OpenAsync("/raadpleging/tweekeer/samenvatting/1/makkelijk");
        Assert.Equal("nl-simple", easy.DocumentElement.GetAttribute("lang"));
        Assert.Equal(
            HttpStatusCode.OK, (await visitor.GetAsync("/raadpleging/tweekeer/samenvatting/1/samenvatting.docx", Stop)).StatusCode);
        Assert.Contains(
            "/raadpleging/tweekeer/samenvatting",
            (await site.OpenAsync("/raadpleging/tweekeer/resultaat")).QuerySelectorAll("main a")
                .Select(link => link.GetAttribute("href")));

        // Asked again with nothing new there is no second one.
        await author.OpenAsync("/beheer/raadpleging/tweekeer");
        await author.PressAsync(Make);
        Assert.Equal("/beheer/raadpleging/tweekeer/samenvatting/1", author.Address);
        await using var db = site.The<Database>().NewContext();
        Assert.Equal(
            ["samenvatting gemaakt", "samenvatting openbaar gemaakt", "samenvatting gemaakt"],
            await db.AuditLog.Where(line => line.Subject == "tweekeer/1").OrderBy(line => line.Number).Select(line => line.Action)
                .ToListAsync(Stop));
    }

    [Fact]
    public async Task A_published_one_never_changes_and_a_newer_one_says_what_is_different()
    {
        await PublishAsync("nieuwer");
        await site.PublishResultsAsync("nieuwer", 60, closed: false);
        var author = await AuthorAsync("nieuwer");
        await MakeAsync(author, "nieuwer");
        await author.PressAsync(Publish);
        var first = Resident.Clean((await site.OpenAsync("/raadpleging/nieuwer/samenvatting/1")).QuerySelector("main")!);

        await site.PublishResultsAsync("nieuwer", 90, closed: false);
        await MakeAsync(author, "nieuwer");
        await author.PressAsync(Publish);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, author.Status);
        Assert.Contains("Schrijf op wat er anders is.", author.Words, StringComparison.Ordinal);
        await author.Type("Wat is er anders dan in de vorige?", new string('x', 10_000)).PressAsync(Publish);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, author.Status);
        Assert.Equal(10_000, ((AngleSharp.Html.Dom.IHtmlTextAreaElement)author.Page.GetElementById("anders")!).Value.Length);
        await author.Type("Wat is er anders dan in de vorige?", "Er zijn <b>meer</b> antwoorden.").PressAsync(Publish);
        Assert.Equal(HttpStatusCode.OK, author.Status);

        var newest = Resident.Clean((await site.OpenAsync("/raadpleging/nieuwer/samenvatting")).QuerySelector("main")!);
        Assert.Contains("Er zijn <b>meer</b> antwoorden.", newest, StringComparison.Ordinal);
        Assert.Contains("Dit is samenvatting 2.", newest, StringComparison.Ordinal);
        var older = Resident.Clean((await site.OpenAsync("/raadpleging/nieuwer/samenvatting/1")).QuerySelector("main")!);
        Assert.Contains("Er is een nieuwe samenvatting.", older, StringComparison.Ordinal);
        Assert.Contains(OwnWords(first), older, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.NotFound, (await site.CreateClient().GetAsync("/raadpleging/nieuwer/samenvatting/3", Stop)).StatusCode);
    }

    [Fact]
    public async Task Two_who_publish_at_once_do_not_hide_each_others_summary()
    {
        await PublishAsync("tegelijk");
        await site.PublishResultsAsync("tegelijk", 60, closed: false);
        var one = await AuthorAsync("tegelijk", "een");
        var other = await AuthorAsync("tegelijk", "twee");
        await MakeAsync(one, "tegelijk");
        await site.PublishResultsAsync("tegelijk", 90, closed: false);
        await MakeAsync(other, "tegelijk");
        await one.PressAsync(Publish);
        await other.PressAsync(Publish);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        Assert.Contains("Een collega maakte intussen", other.Words, StringComparison.Ordinal);
        await other.Type("Wat is er anders dan in de vorige?", "Meer antwoorden.").PressAsync(Publish);
        Assert.Equal(HttpStatusCode.OK, other.Status);
    }

    [Theory]
    [InlineData("niemand", 0, false, "Er zijn nog te weinig antwoorden.")]
    [InlineData("een-mens", 1, false, "Er zijn nog te weinig antwoorden.")]
    [InlineData("negen", 9, false, "Er zijn nog te weinig antwoorden.")]
    [InlineData("negen-dicht", 9, true, "Er zijn nog te weinig antwoorden.")]
    public async Task With_too_few_answers_it_says_so_and_what_is_known(string slug, int responses, bool closed, string why)
    {
        await PublishAsync(slug);
        if (responses > 0)
            await site.PublishResultsAsync(slug, responses, closed);
        var author = await AuthorAsync(slug);
        await author.OpenAsync($"/beheer/raadpleging/{slug}");
        await author.PressAsync(Make);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, author.Status);
        Assert.Contains(why, author.Words, StringComparison.Ordinal);
        if (responses > 0)
            Assert.Contains("Aantal mensen via de open link of op papier: ", author.Words, StringComparison.Ordinal);
        Assert.Contains("Er is nog geen samenvatting.", author.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_last_answers_are_counted_it_says_so()
    {
        var version = await site.PublishAsync(new GivenConsultation().WithSlug("telt").WithYesNo("mee").Build());
        await site.The<GroupedWriter>().WriteAsync(
            async scope => await site.The<CloseConsultation>().CloseAsync(
                scope, new StepRequest { ConsultationId = version.ConsultationId, Who = "", Reason = "Wij weten genoeg." }),
            Stop);
        await site.The<Catalogue>().RefreshAsync(Stop);
        var author = await AuthorAsync("telt");
        await author.OpenAsync("/beheer/raadpleging/telt");
        await author.PressAsync(Make);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, author.Status);
        Assert.Contains("Wij tellen de laatste antwoorden nog.", author.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_colleague_made_public_is_not_made_public_again()
    {
        await PublishAsync("alopenbaar");
        await site.PublishResultsAsync("alopenbaar", 60, closed: false);
        var (one, other) = (await AuthorAsync("alopenbaar", "een"), await AuthorAsync("alopenbaar", "twee"));
        await MakeAsync(one, "alopenbaar");
        await MakeAsync(other, "alopenbaar");
        await one.PressAsync(Publish);
        await other.PressAsync(Publish);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        Assert.Contains("Deze samenvatting is al openbaar.", other.Words, StringComparison.Ordinal);
        await using var db = site.The<Database>().NewContext();
        var id = site.The<Catalogue>().Latest("alopenbaar")!.ConsultationId;
        Assert.Equal(1, await db.PublishedSummaries.CountAsync(entry => entry.ConsultationId == id, Stop));
    }

    [Fact]
    public async Task Before_closing_there_is_none_where_the_result_comes_after_closing()
    {
        await PublishAsync("daarna", ResultsMoment.AfterClosing);
        var author = await AuthorAsync("daarna");
        await author.OpenAsync("/beheer/raadpleging/daarna");
        await author.PressAsync(Make);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, author.Status);
        Assert.Contains("toont de uitslag pas na", author.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_answers_are_wiped_the_summaries_go_too()
    {
        var version = await PublishAsync("gewist");
        await site.PublishResultsAsync("gewist", 60, closed: false);
        var author = await AuthorAsync("gewist");
        await MakeAsync(author, "gewist");
        await author.PressAsync(Publish);
        await site.The<GroupedWriter>().WriteAsync(
            async scope => await site.The<WithdrawConsultation>().WithdrawAsync(
                scope,
                new StepRequest { ConsultationId = version.ConsultationId, Who = "", Reason = "Het gaat niet door." },
                AnswersOnWithdrawal.Deleted),
            Stop);
        await site.The<Catalogue>().RefreshAsync(Stop);
        await site.The<Participatie.Surveys.Intake.DeleteWithdrawnAnswers>().DeleteAsync(
            site.The<Catalogue>().LifeOf(version.ConsultationId)!, Stop);
        using var visitor = site.CreateClient();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/raadpleging/gewist/samenvatting", Stop)).StatusCode);
        await author.OpenAsync("/beheer/raadpleging/gewist/samenvatting");
        await author.PressAsync(Make);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, author.Status);
        Assert.Contains("De antwoorden zijn gewist.", author.Words, StringComparison.Ordinal);
    }

    /// <summary>What the summary itself says, without what the page says about it.</summary>
    private static string OwnWords(string page) =>
        page[page.IndexOf("Tussenstand:", StringComparison.Ordinal)..page.IndexOf("Dit is samenvatting 1.", StringComparison.Ordinal)];

    private static async Task MakeAsync(Resident author, string slug)
    {
        await author.OpenAsync($"/beheer/raadpleging/{slug}");
        await author.PressAsync(Make);
        Assert.Equal(HttpStatusCode.OK, author.Status);
    }

    private async Task<Resident> AuthorAsync(string slug, string name = "bas") =>
        (await GivenStaff.ColleagueAsync(site, $"{name}.{slug}@voorbeeld.nl", (StaffRole.Author, slug))).Browser;

    private async Task<PublishedVersion> PublishAsync(string slug, ResultsMoment results = ResultsMoment.WhileOpen)
    {
        var version = await site.PublishAsync(
            new GivenConsultation().WithSlug(slug).WithYesNo("mee").WithOpen("iets").But(one => one with { Results = results }).Build());
        // The site's own round has nothing to say of it from then on: what a test plants stays.
        await site.The<PublishResults>().PublishAsync(version, Stop);
        return version;
    }
}
