using System.Net;
using AngleSharp.Dom;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Web.Pages.Answering.Paper;

namespace Participatie.Tests.Pages;

public sealed class PaperTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("wonen")]
    [InlineData("themas")]
    [InlineData("meepraten")]
    public async Task Every_question_stands_on_the_paper_with_the_number_that_it_has_online(string slug)
    {
        var definition = site.The<Catalogue>().Latest(slug)!.Definition;
        foreach (var language in definition.Languages)
        {
            var resident = await OpenAsync($"/raadpleging/{slug}/papier?taal={language}");
            var numbered = definition.Numbered.ToList();
            Assert.Equal(
                definition.Questions.Select(
                    question =>
                        (numbered.IndexOf(question) is >= 0 and var place ? $"{place + 1}. " : "") + question.Text.In(language).Text),
                resident.Page.QuerySelectorAll(".item[id] h2").Select(Resident.Clean));
            Assert.All(
                definition.Questions.SelectMany(question => question.Texts),
                text => Assert.Contains(text.In(language).Text.Split('\n')[0], resident.Words, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Conditions_are_told_before_the_question_and_beside_the_answers()
    {
        var resident = await OpenAsync("/raadpleging/wonen/papier");
        Assert.Equal(
            ["Ja", "Nee Ga naar vraag 3", "Weet ik niet Ga naar vraag 3"],
            resident.Page.QuerySelectorAll("#vraag-verhuizen li").Select(Resident.Clean));
        Assert.Equal(
            "Vul deze vraag alleen in als u bij vraag 1 ‘Ja’ koos.", Resident.Clean(resident.Page.QuerySelector("#vraag-soort .only")!));

        var themes = await OpenAsync("/raadpleging/themas/papier");
        Assert.Contains(
            "Staat ‘Wonen’ op 1? Ga naar vraag 5.", themes.Page.QuerySelectorAll("#vraag-eerste .gotos li").Select(Resident.Clean));
        Assert.Equal("Ga naar vraag 10", Resident.Clean(themes.Page.QuerySelector("#vraag-wonen-eerst > .goto")!));

        // What stands between two questions is read by everybody, so no answer leads past it.
        var talking = await OpenAsync("/raadpleging/meepraten/papier");
        Assert.Contains(
            "Nee Ga naar ‘Nieuwe manieren om mee te praten’", talking.Page.QuerySelectorAll("#vraag-eerder li").Select(Resident.Clean));
    }

    [Fact]
    public async Task Every_kind_has_its_own_boxes()
    {
        await site.PublishAsync(GivenConsultation.WithEveryKind().WithSlug("alles").Build());
        var page = (await OpenAsync("/raadpleging/alles/papier")).Page;
        Assert.All(
            new[] { "choice", "yesno", "feeling", "agreement", "place", "age" },
            kind => Assert.NotEmpty(page.QuerySelectorAll($"#vraag-{kind} .round")));
        Assert.Equal(3, page.QuerySelectorAll("#vraag-choices .box:not(.round)").Length);
        Assert.Equal(4, page.QuerySelectorAll("#vraag-ranking .box:not(.round)").Length);
        Assert.Contains("1 tot en met 3", page.QuerySelector("#vraag-ranking")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, page.QuerySelectorAll("#vraag-budget .number").Length);
        Assert.Contains("Samen: 100 munten", Resident.Clean(page.QuerySelector("#vraag-budget")!), StringComparison.Ordinal);
        Assert.All(
            page.QuerySelectorAll("#vraag-statements .statement"),
            statement => Assert.Equal(3, statement.QuerySelectorAll(".round").Length));
        Assert.InRange(page.QuerySelectorAll("#vraag-open .lines i").Length, 4, 8);
        Assert.Contains("0 tot en met 20", page.QuerySelector("#vraag-number")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("table, input, [style]"));
    }

    [Fact]
    public async Task The_paper_says_how_to_do_it_online_where_to_hand_it_in_and_until_when()
    {
        var resident = await OpenAsync("/raadpleging/wonen/papier");
        var definition = site.The<Catalogue>().Latest("wonen")!.Definition;
        Assert.Contains("localhost/raadpleging/wonen", resident.Words, StringComparison.Ordinal);
        Assert.Contains(
            definition.Charter.ClosesOn.ToString("d MMMM yyyy", InterfaceWords.For("nl").Culture),
            resident.Words,
            StringComparison.Ordinal);
        Assert.Contains("0592 36 55 55", resident.Words, StringComparison.Ordinal);
        Assert.Contains(new Participatie.Web.Hosting.HelpDesk().Place, resident.Words, StringComparison.Ordinal);
        Assert.Contains("versie 1", resident.Words, StringComparison.Ordinal);
        Assert.Contains(definition.Charter.After.Dutch, resident.Words, StringComparison.Ordinal);
        Assert.Equal(
            QrCode.Of("http://localhost/raadpleging/wonen?taal=nl").Path, resident.Page.QuerySelector(".qr path")!.GetAttribute("d"));
    }

    [Fact]
    public async Task Twelve_boxes_are_there_for_a_code_where_letters_were_sent()
    {
        Assert.Equal(12, (await OpenAsync("/raadpleging/wonen/papier")).Page.QuerySelectorAll(".digits .box").Length);
        Assert.Empty((await OpenAsync("/raadpleging/themas/papier")).Page.QuerySelectorAll(".digits"));
    }

    [Fact]
    public async Task Links_lead_to_the_other_languages_and_to_large_print()
    {
        var resident = await OpenAsync("/raadpleging/wonen/papier");
        await resident.FollowAsync("Formulier met grote letters");
        Assert.NotNull(resident.Page.QuerySelector(".paper.large"));
        await resident.FollowAsync("Nederlands, makkelijk lezen");
        Assert.Equal("/raadpleging/wonen/papier/groot", resident.Address);
        Assert.Equal("nl-simple", resident.Page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("?taal=nl-simple", resident.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_closing_there_is_no_form_but_the_results()
    {
        await using var later = new Site();
        var closes = later.The<Catalogue>().Latest("wonen")!.Definition.Charter.ClosesOn;
        later.Clock.Now = Amsterdam.EndOf(closes).AddMinutes(1);
        var resident = later.NewResident();
        await resident.OpenAsync("/raadpleging/wonen/papier");
        Assert.Empty(resident.Page.QuerySelectorAll(".paper"));
        Assert.NotNull(resident.Link("Bekijk de uitslag"));
    }

    [Fact]
    public async Task The_start_page_leads_to_the_form()
    {
        var resident = await OpenAsync("/raadpleging/wonen");
        await resident.FollowAsync("Ik doe mee op papier");
        Assert.Equal("/raadpleging/wonen/papier", resident.Address);
    }

    [Fact]
    public async Task The_help_page_leads_to_the_forms()
    {
        var resident = await OpenAsync("/hulp");
        await resident.FollowAsync("Formulier: Wonen in Drenthe: wat is nodig?");
        Assert.Equal("/raadpleging/wonen/papier", resident.Address);
    }

    [Fact]
    public async Task A_form_of_nothing_is_not_found()
    {
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/bestaat-niet/papier");
        Assert.Equal(HttpStatusCode.NotFound, resident.Status);
    }

    private async Task<Resident> OpenAsync(string address)
    {
        var resident = site.NewResident();
        await resident.OpenAsync(address);
        Assert.Equal(HttpStatusCode.OK, resident.Status);
        return resident;
    }
}
