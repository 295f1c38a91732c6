using System.Net;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Storage;
using Participatie.Tests.Access;
using Participatie.Web.Access;

namespace Participatie.Tests.Pages;

/// <summary>Staff tell what they heard and what they do with it; whoever answered finds it.</summary>
public sealed class DecisionDeskTests(Site site) : IClassFixture<Site>
{
    private const string Publish = "Zet dit op de uitslag";
    private static readonly string Long = new('x', 10_000);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_decided_stands_with_the_results_with_the_theme_and_with_the_receipt()
    {
        await PublishAsync("verteld");
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/verteld/vraag/mee");
        await resident.Choose("Ja").PressAsync("Verder");
        await resident.PressAsync("Sla over");
        var receipt = await resident.SendAsync();
        var author = await AuthorAsync("verteld");

        // A draft can be half finished, and nobody sees it.
        await author.OpenAsync("/beheer/raadpleging/verteld/besluiten/vraag/mee");
        Assert.False(author.Offers(Publish));
        await author.Type("Wat hoorden wij?", "De meeste mensen doen <b>mee</b>.").PressAsync("Bewaar als concept");
        Assert.Equal((HttpStatusCode.OK, "De meeste mensen doen <b>mee</b>."), (author.Status, Area(author, "hoorden")));
        Assert.DoesNotContain("meeste mensen", await ResultAsync("verteld"), StringComparison.Ordinal);

        await CloseAsync("verteld");
        await author.OpenAsync("/beheer/raadpleging/verteld/besluiten/vraag/mee");
        await author.PressAsync(Publish);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, author.Status);
        Assert.Equal(3, author.Page.QuerySelectorAll(".utrecht-alert--error li").Length);
        await FillIn(author).PressAsync(Publish);
        Assert.Equal(HttpStatusCode.OK, author.Status);

        var result = await ResultAsync("verteld");
        Assert.Contains("Wij kopen bussen.", result, StringComparison.Ordinal);
        Assert.Contains("Dit doen wij voor een deel.", result, StringComparison.Ordinal);
        Assert.DoesNotContain("verteld@voorbeeld.nl", result, StringComparison.Ordinal);
        Assert.Contains("Lees wat wij doen", Resident.Clean((await site.OpenAsync("/themas/wonen")).Body!), StringComparison.Ordinal);
        Assert.Contains("Wij kopen bussen.", await ReceiptAsync(receipt), StringComparison.Ordinal);
        Assert.Equal(LifeState.Reported, site.The<Catalogue>().LifeOf(site.The<Catalogue>().Latest("verteld")!).State);

        // Somebody who passed the question over has nothing to read about it.
        await author.OpenAsync("/beheer/raadpleging/verteld/besluiten/vraag/iets");
        await FillIn(author.Type("Wat hoorden wij?", "Niemand schreef iets.")).PressAsync(Publish);
        Assert.DoesNotContain("Niemand schreef iets.", await ReceiptAsync(receipt), StringComparison.Ordinal);
        // What is done with all answers is everybody's.
        Assert.DoesNotContain("Lees wat wij doen met alle antwoorden", await ReceiptAsync(receipt), StringComparison.Ordinal);
        await author.OpenAsync("/beheer/raadpleging/verteld/besluiten/geheel");
        await FillIn(author.Type("Wat hoorden wij?", "Veel.")).PressAsync(Publish);
        Assert.Contains("Lees wat wij doen met alle antwoorden", await ReceiptAsync(receipt), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_public_changes_with_a_note_and_never_silently()
    {
        await PublishAsync("veranderd");
        await CloseAsync("veranderd");
        var author = await AuthorAsync("veranderd");
        const string address = "/beheer/raadpleging/veranderd/besluiten/geheel";
        await author.OpenAsync(address);
        await FillIn(author.Type("Wat hoorden wij?", "Veel.")).PressAsync(Publish);
        Assert.Contains(
            site.The<Catalogue>().LifeOf(site.The<Catalogue>().Latest("veranderd")!).Events, one => one.Step == LifeStep.Decided);

        await author.Type("Ons besluit met uitleg", "Wij kopen fietsen.").PressAsync(Publish);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, author.Status);
        Assert.Contains("Wij kopen bussen.", await ResultAsync("veranderd"), StringComparison.Ordinal);
        await author.Type("Uitleg bij uw verandering", "Er is geen geld voor bussen.").PressAsync(Publish);
        var result = await ResultAsync("veranderd");
        Assert.Contains("Wij kopen fietsen.", result, StringComparison.Ordinal);
        Assert.DoesNotContain("Wij kopen bussen.", result, StringComparison.Ordinal);
        Assert.Contains("Er is geen geld voor bussen.", result, StringComparison.Ordinal);

        await author.OpenAsync(address);
        await author.Type("Uitleg bij uw verandering", "De Staten beslissen nog.").PressAsync("Haal dit van de uitslag");
        result = await ResultAsync("veranderd");
        Assert.DoesNotContain("Wij kopen fietsen.", result, StringComparison.Ordinal);
        Assert.Contains("De Staten beslissen nog.", result, StringComparison.Ordinal);
        // What was said to be heard goes with it.
        Assert.DoesNotContain("Veel.", result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_write_at_once_lose_nothing()
    {
        await PublishAsync("samen");
        var one = await AuthorAsync("samen", "een");
        var other = await AuthorAsync("samen", "twee");
        const string address = "/beheer/raadpleging/samen/besluiten/geheel";
        await one.OpenAsync(address);
        await other.OpenAsync(address);
        await one.Type("Wat hoorden wij?", "Van de een.").PressAsync("Bewaar als concept");
        await other.Type("Wat hoorden wij?", "Van de ander.").PressAsync("Bewaar als concept");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        Assert.Equal("Van de ander.", Area(other, "hoorden"));
        Assert.Contains("Van de een.", other.Words, StringComparison.Ordinal);
        // Having read it, the other may go on.
        await other.PressAsync("Bewaar als concept");
        Assert.Equal(HttpStatusCode.OK, other.Status);
    }

    [Fact]
    public async Task Whatever_is_wrong_is_said_at_the_field_and_stays_there()
    {
        await PublishAsync("fout");
        var author = await AuthorAsync("fout");
        await author.OpenAsync("/beheer/raadpleging/fout/besluiten/geheel");
        foreach (var field in new[] { "hoorden", "hoorden-makkelijk", "waarom", "waarom-makkelijk", "stand-reden" })
            ((AngleSharp.Html.Dom.IHtmlTextAreaElement)author.Page.GetElementById(field)!).Value = Long;
        await author.Type("Wie beslist?", Long).PressAsync("Bewaar als concept");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, author.Status);
        Assert.Equal(6, author.Page.QuerySelectorAll(".utrecht-alert--error li").Length);
        Assert.Equal(Long, Area(author, "hoorden"));

        await author.OpenAsync("/beheer/raadpleging/fout/besluiten/geheel");
        ((AngleSharp.Html.Dom.IHtmlInputElement)author.Page.GetElementById("wanneer")!).Value = "31";
        ((AngleSharp.Html.Dom.IHtmlInputElement)author.Page.GetElementById("wanneer-maand")!).Value = "2";
        ((AngleSharp.Html.Dom.IHtmlInputElement)author.Page.GetElementById("wanneer-jaar")!).Value = "2027";
        await author.PressAsync("Bewaar als concept");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, author.Status);
        Assert.Equal("31", author.Page.GetElementById("wanneer")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Script_in_every_field_is_words_wherever_they_are_read()
    {
        const string evil = "</textarea>\"><script>alert(1)</script>";
        await PublishAsync("script");
        await CloseAsync("script");
        var author = await AuthorAsync("script");
        const string address = "/beheer/raadpleging/script/besluiten/geheel";
        await author.OpenAsync(address);
        Fill(evil);
        await author.Choose("Dit doen wij voor een deel.").Type("Wie beslist?", evil).PressAsync(Publish);
        Assert.Equal(HttpStatusCode.OK, author.Status);
        AssertHarmless(author.Page);
        Assert.Equal(evil, Area(author, "waarom-makkelijk"));

        // A note that is too long is said at the note, and one with script is words.
        await author.Type("Uitleg bij uw verandering", Long).PressAsync(Publish);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, author.Status);
        Assert.Equal(Long, Area(author, "toelichting"));
        await author.Type("Uitleg bij uw verandering", evil).PressAsync(Publish);
        Assert.Equal(HttpStatusCode.OK, author.Status);
        foreach (var page in new[] { "/raadpleging/script/resultaat", "/raadpleging/script/resultaat?taal=nl-simple", "/", "/themas/wonen" })
            AssertHarmless(await site.OpenAsync(page));
        var told = site.NewResident();
        await told.OpenAsync("/raadpleging/script/resultaat?taal=nl-simple");
        AssertHarmless(told.Page);
        Assert.Contains(evil, told.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await author.OpenAsync("/beheer/raadpleging/script/besluiten");
        AssertHarmless(author.Page);

        void Fill(string words)
        {
            foreach (var field in new[] { "hoorden", "hoorden-makkelijk", "waarom", "waarom-makkelijk", "stand-reden" })
                ((AngleSharp.Html.Dom.IHtmlTextAreaElement)author.Page.GetElementById(field)!).Value = words;
        }

        static void AssertHarmless(AngleSharp.Html.Dom.IHtmlDocument page) => Assert.Empty(page.QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task What_was_taken_back_can_be_told_again_and_all_of_it_stays_to_read()
    {
        await PublishAsync("terug");
        await CloseAsync("terug");
        var author = await AuthorAsync("terug");
        const string address = "/beheer/raadpleging/terug/besluiten/vraag/mee";
        await author.OpenAsync(address);
        await FillIn(author.Type("Wat hoorden wij?", "Veel mensen doen mee.")).PressAsync(Publish);
        await author.Type("Uitleg bij uw verandering", "Te vroeg verteld.").PressAsync("Haal dit van de uitslag");
        var result = await ResultAsync("terug");
        Assert.DoesNotContain("Veel mensen doen mee.", result, StringComparison.Ordinal);
        Assert.Contains("Te vroeg verteld.", result, StringComparison.Ordinal);
        // Taken back once is taken back: a second press finds nothing that is public.
        await author.OpenAsync(address);
        Assert.False(author.Offers("Haal dit van de uitslag"));
        await author.Type("Uitleg bij uw verandering", "Nu is het zeker.").PressAsync(Publish);
        result = await ResultAsync("terug");
        foreach (var said in new[] { "Veel mensen doen mee.", "Te vroeg verteld.", "Nu is het zeker." })
            Assert.Contains(said, result, StringComparison.Ordinal);
    }

    private static Resident FillIn(Resident author) => author.Choose("Dit doen wij voor een deel.")
        .Type("Ons besluit met uitleg", "Wij kopen bussen.").Type("Wie beslist?", "Provinciale Staten");

    private static string Area(Resident resident, string id) =>
        ((AngleSharp.Html.Dom.IHtmlTextAreaElement)resident.Page.GetElementById(id)!).Value;

    private async Task<string> ResultAsync(string slug) =>
        Resident.Clean((await site.OpenAsync($"/raadpleging/{slug}/resultaat")).QuerySelector("main")!);

    private async Task<string> ReceiptAsync(string receipt)
    {
        var later = site.NewResident();
        await later.OpenAsync("/mijn-antwoord");
        await later.Type("Wat is de code van uw antwoord?", receipt).PressAsync("Bekijk mijn antwoord");
        return later.Words;
    }

    private async Task<Resident> AuthorAsync(string slug, string name = "bas") =>
        (await GivenStaff.ColleagueAsync(site, $"{name}.{slug}@voorbeeld.nl", (StaffRole.Author, slug))).Browser;

    private Task<PublishedVersion> PublishAsync(string slug) => site.PublishAsync(
        new GivenConsultation().WithSlug(slug).WithYesNo("mee").WithOpen("iets")
            .But(consultation => consultation with { Theme = "wonen", Results = ResultsMoment.WhileOpen }).Build());

    private async Task CloseAsync(string slug)
    {
        var id = site.The<Catalogue>().Latest(slug)!.ConsultationId;
        await site.The<GroupedWriter>().WriteAsync(
            async scope => await site.The<CloseConsultation>().CloseAsync(
                scope, new StepRequest { ConsultationId = id, Who = "", Reason = "Genoeg antwoorden." }),
            Stop);
        await site.The<Catalogue>().RefreshAsync(Stop);
    }
}
