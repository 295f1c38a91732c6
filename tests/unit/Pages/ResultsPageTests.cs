using System.Net;
using AngleSharp.Html.Parser;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.OpenAnswers;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Intake;

namespace Participatie.Tests.Pages;

public sealed class ResultsPageTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tells_back_what_was_answered_in_a_table_and_one_sentence()
    {
        var version = await PublishAsync("verteld", ResultsMoment.WhileOpen);
        await AnswerAsync(version, "fiets", 50);
        await AnswerAsync(version, "auto", 20);
        await AnswerAsync(version, null, 10);
        await CountAsync();

        using var page = await OpenAsync("verteld");

        var section = page.QuerySelector("section:has(> #vraag-vervoer)")!;
        Assert.Contains("‘Keuze fiets’ is het vaakst gekozen: door 50 van de 80 mensen.", section.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Antwoord", "Hoe vaak"], section.QuerySelectorAll("th[scope=col]").Select(cell => cell.TextContent));
        Assert.Equal(["Keuze fiets 50 van de 80 mensen", "Keuze auto 20 van de 80 mensen"], section.QuerySelectorAll("tbody tr").Select(row =>
            $"{row.QuerySelector("th[scope=row]")!.TextContent} {row.QuerySelector("td")!.TextContent}"));
        Assert.Equal(["63%", "25%"], section.QuerySelectorAll("svg[aria-hidden=true] rect").Select(bar => bar.GetAttribute("width")));
        Assert.Contains("10 mensen sloegen deze vraag over.", section.TextContent, StringComparison.Ordinal);
        Assert.Contains("80 mensen deden mee via de open link", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Dit is niet de mening van alle mensen in Drenthe.", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shows_no_number_of_fewer_than_ten_people()
    {
        var version = await PublishAsync("weinig", ResultsMoment.WhileOpen);
        await AnswerAsync(version, "fiets", 9);
        await CountAsync();

        using var page = await OpenAsync("weinig");

        Assert.Contains("Bij minder dan 10 antwoorden tonen wij niets.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("table"));
        Assert.DoesNotContain("9 ", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waits_until_closing_unless_the_definition_says_otherwise()
    {
        var version = await PublishAsync("later", ResultsMoment.AfterClosing);
        await AnswerAsync(version, "fiets", 15);
        await CountAsync();

        using var page = await OpenAsync("later");

        Assert.Contains("De vragen staan nog open. De uitslag komt na", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("table"));
    }

    [Fact]
    public async Task Shows_an_open_answer_only_after_it_was_released_and_never_as_markup()
    {
        var version = await PublishAsync("open", ResultsMoment.WhileOpen);
        await AnswerAsync(version, "fiets", 14, "<b>Meer bankjes</b>");
        await CountAsync();

        using var before = await OpenAsync("open");
        var answer = (await site.The<ListOpenAnswers>().ListAsync(version.ConsultationId, "iets", null, 1, Stop)).Single();
        await site.The<ReleaseAnswer>().ReleaseAsync(version.ConsultationId, answer.ResponseId, "iets", Stop);
        using var after = await OpenAsync("open");

        Assert.Empty(before.QuerySelectorAll("blockquote"));
        Assert.Equal("<b>Meer bankjes</b>", after.QuerySelector("blockquote")!.TextContent.Trim());
    }

    [Fact]
    public async Task There_is_no_result_of_a_consultation_that_does_not_exist()
    {
        using var client = site.CreateClient();
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/raadpleging/bestaat-niet/resultaat", Stop)).StatusCode);
    }

    private async Task<PublishedVersion> PublishAsync(string slug, ResultsMoment moment) => await site.PublishAsync(
        new GivenConsultation().WithSlug(slug).WithChoice("vervoer", "fiets", "auto").WithOpen("iets")
            .ClosingOn(Amsterdam.DayOf(site.Clock.Now).AddDays(30)).But(consultation => consultation with { Results = moment }).Build());

    private async Task AnswerAsync(PublishedVersion version, string? choice, int times, string? text = null)
    {
        var answers = Answers.None
            .With(version.Definition.Questions[0], choice is null ? new Missing(Reason.Skipped) : new Chosen(choice))
            .With(version.Definition.Questions[1], text is null ? new Missing(Reason.Skipped) : new Written(text, Languages.Dutch));
        for (var time = 0; time < times; time++)
        {
            var (token, draft) = await site.The<Drafts>().StartAsync(
                new Draft
                {
                    Version = version,
                    Answers = answers,
                    Organisation = false,
                    Invitation = null,
                    Language = Languages.Dutch,
                    Rotation = 0,
                    Revision = 0,
                },
                Stop);
            Assert.Equal(HandInResult.Received, await site.The<HandInAnswers>().StoreAsync(token, draft, Stop));
        }
    }

    private async Task CountAsync()
    {
        while (await site.The<CountResponses>().CountBatchAsync(Stop) > 0)
        {
            // Until nothing is due.
        }

        foreach (var version in site.The<Catalogue>().All)
        {
            await site.The<PublishResults>().PublishAsync(version, Stop);
        }
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> OpenAsync(string slug)
    {
        using var client = site.CreateClient();
        var response = await client.GetAsync($"/raadpleging/{slug}/resultaat", Stop);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(Stop), Stop);
    }
}
