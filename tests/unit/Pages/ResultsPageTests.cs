using System.Net;
using AngleSharp.Html.Parser;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.OpenAnswers;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Intake.Queue;
using Participatie.Surveys.Language;
using Participatie.Surveys.Storage;
using Participatie.Tests.Analysis;
using Participatie.Tests.Analysis.OpenAnswers;

namespace Participatie.Tests.Pages;

public sealed class ResultsPageTests(SiteWithoutWorker site) : IClassFixture<SiteWithoutWorker>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Tells_back_what_was_answered_in_a_table_and_one_sentence()
    {
        var version = await PublishAsync("verteld", ResultsMoment.WhileOpen);
        await AnswerAsync(version, "fiets", 50);
        await AnswerAsync(version, "auto", 20);
        await AnswerAsync(version, null, 10);
        await CountAsync(version);
        // Whoever comes last is not in it yet.
        await AnswerAsync(version, "auto", 9);
        await CountAsync(version);
        await AnswerAsync(version, "auto", 1);
        await CountAsync(version);

        using var page = await OpenAsync("verteld");

        var section = page.QuerySelector("section:has(> #vraag-vervoer)")!;
        Assert.Contains("‘Keuze fiets’ is het vaakst gekozen: door 50 van de 80 mensen.", section.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Antwoord", "Hoe vaak"], section.QuerySelectorAll("th[scope=col]").Select(cell => cell.TextContent));
        Assert.Equal(["Keuze fiets 50 van de 80 mensen", "Keuze auto 20 van de 80 mensen"], section.QuerySelectorAll("tbody tr")
            .Select(row =>
            $"{row.QuerySelector("th[scope=row]")!.TextContent} {row.QuerySelector("td")!.TextContent}"));
        Assert.Equal(["63%", "25%"], section.QuerySelectorAll("svg[aria-hidden=true] rect").Select(bar => bar.GetAttribute("width")));
        Assert.Contains("10 mensen sloegen deze vraag over.", section.TextContent, StringComparison.Ordinal);
        Assert.Contains("80 mensen deden mee via de open link", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Dit zeiden de eerste 80 mensen.", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("Dit is niet de mening van alle mensen in Drenthe.", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "Wat mensen vinden, tonen wij precies zodra 10 mensen een vraag beantwoordden. Vragen over mensen zelf en groepen komen na "
                + "het sluiten, zonder aantallen onder de 10.",
            page.Body.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_fewer_than_ten_people_only_their_number_is_shown_also_after_closing()
    {
        var version = await PublishAsync("weinig", ResultsMoment.WhileOpen);
        await AnswerAsync(version, "fiets", 9);
        await CountAsync(version);

        using var open = await OpenAsync("weinig");
        Assert.Contains("Er zijn nog te weinig antwoorden.", open.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Aantal mensen via de open link of op papier: 9.", open.Body.TextContent, StringComparison.Ordinal);
        Assert.Empty(open.QuerySelectorAll("table"));

        await AtClosingAsync(version, async () =>
        {
            using var counting = await OpenAsync("weinig");
            Assert.Contains("Wij tellen de antwoorden nog.", counting.Body!.TextContent, StringComparison.Ordinal);
            await CountAsync(version);
            using var closed = await OpenAsync("weinig");
            Assert.Contains(
                "Er deden minder dan 10 mensen mee. Daarom tonen wij alleen hoeveel.", closed.Body!.TextContent, StringComparison.Ordinal);
            Assert.Contains("Aantal mensen via de open link of op papier: 9.", closed.Body.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("nog te weinig", closed.Body.TextContent, StringComparison.Ordinal);
            Assert.Empty(closed.QuerySelectorAll("table"));
        });
    }

    [Fact]
    public async Task Fifty_answers_to_the_themes_show_every_count_of_an_opinion()
    {
        var version = site.The<Catalogue>().Latest("themas")!;
        var dice = new Dice(12);
        for (var time = 0; time < 50; time++)
        {
            await HandInAsync(version, GivenResponse.Answers(version.Definition, dice));
        }

        await CountAsync(version);

        using var page = await OpenAsync("themas");
        Assert.Contains("Dit zeiden de eerste 40 mensen.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.True(page.QuerySelectorAll("table").Length > 3);
        Assert.DoesNotContain("Tonen wij niet", page.Body.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Wij tonen hier geen aantallen", page.Body.TextContent, StringComparison.Ordinal);
        foreach (var section in page.QuerySelectorAll("section:has(> h2)").Where(section => section.QuerySelector("table") is null))
        {
            Assert.True(
                section.TextContent.Contains("Minder dan 10 mensen gaven antwoord.", StringComparison.Ordinal)
                    || section.TextContent.Contains("schreven hier iets", StringComparison.Ordinal),
                section.TextContent);
        }

        // Who they are waits for the end.
        Assert.Contains("Wie er meededen, leest u hier na het sluiten.", page.Body.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Assen", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_word_holds_every_answer_and_a_withdrawal_does_not_change_it()
    {
        var version = await PublishAsync("laatste", ResultsMoment.AfterClosing);
        await AnswerAsync(version, "fiets", 13);
        await CountAsync(version);
        await AtClosingAsync(version, async () =>
        {
            await CountAsync(version);
            await WithdrawOneAsync(version);
            await CountAsync(version);

            using var page = await OpenAsync("laatste");
            Assert.Contains("door 13 van de 13 mensen", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.Contains(
                "Haalt iemand nu een antwoord weg? Dan verandert de uitslag niet meer.", page.Body.TextContent, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task The_result_and_the_promises_say_that_the_council_was_overruled()
    {
        foreach (var address in new[] { "/raadpleging/themas/resultaat", "/raadpleging/themas/afspraken" })
        {
            using var client = site.CreateClient();
            using var page = await new HtmlParser().ParseDocumentAsync(await client.GetStringAsync(address, Stop), Stop);
            Assert.Contains(
                "De Adviesraad Toegankelijkheid keurde deze vragen niet vooraf goed.", page.Body!.TextContent, StringComparison.Ordinal);
            Assert.Contains("De reden van de provincie: voorbeeld", page.Body.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Waits_until_closing_unless_the_definition_says_otherwise()
    {
        var version = await PublishAsync("later", ResultsMoment.AfterClosing);
        await AnswerAsync(version, "fiets", 15);
        await CountAsync(version);

        using var page = await OpenAsync("later");

        Assert.Contains("De vragen staan nog open. De uitslag komt na", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("table"));
    }

    [Fact]
    public async Task Shows_an_open_answer_only_after_it_was_released_and_never_as_markup()
    {
        var version = await PublishAsync("open", ResultsMoment.WhileOpen);
        await AnswerAsync(version, "fiets", 20, "<b>Meer bankjes</b>\nEn bomen");
        await CountAsync(version);

        using var before = await OpenAsync("open");
        var answer = (await site.The<ListOpenAnswers>().FirstAsync(version, "iets", 1)).Single();
        await site.The<GroupedWriter>().ReleaseAsync(version, answer.ResponseId, "iets");
        using var after = await OpenAsync("open");

        Assert.Empty(before.QuerySelectorAll("blockquote"));
        var shown = after.QuerySelector("blockquote")!;
        Assert.Equal(
            ["<b>Meer bankjes</b>", "En bomen"],
            shown.ChildNodes.Where(node => node.NodeType == AngleSharp.Dom.NodeType.Text).Select(node => node.TextContent.Trim()));
        Assert.Equal("BR", shown.Children.Single().TagName);
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
            await HandInAsync(version, answers);
        }
    }

    private async Task HandInAsync(PublishedVersion version, Answers answers)
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

    /// <summary>The clock of the site is everybody's: it goes back.</summary>
    private async Task AtClosingAsync(PublishedVersion version, Func<Task> look)
    {
        var now = site.Clock.Now;
        site.Clock.Now = Amsterdam.EndOf(version.Definition.Charter.ClosesOn) + Opening.Grace;
        try
        {
            await site.Services.CloseOnItsDayAsync(version.ConsultationId, Stop);
            await look();
        }
        finally
        {
            site.Clock.Now = now;
        }
    }

    private Task WithdrawOneAsync(PublishedVersion version) => site.The<GroupedWriter>().WriteAsync(
        async scope =>
        {
            var id = (byte[])(
                await scope.ScalarAsync(
                    "SELECT id FROM responses WHERE consultation_id = @consultation LIMIT 1", ("@consultation", version.ConsultationId)))!;
            await scope.ExecuteAsync(
                "UPDATE responses SET state = @withdrawing WHERE id = @id",
                ("@withdrawing", (short)ResponseState.Withdrawing),
                ("@id", id));
            await DatabaseQueue.SendAsync(scope, version.ConsultationId, id, site.Clock.Now);
        },
        Stop);

    private async Task CountAsync(PublishedVersion version)
    {
        while (await site.The<CountResponses>().CountBatchAsync(Stop) > 0)
        {
            // Until nothing is due.
        }

        await site.The<PublishResults>().PublishAsync(version, Stop);
    }

    private async Task<AngleSharp.Html.Dom.IHtmlDocument> OpenAsync(string slug)
    {
        using var client = site.CreateClient();
        var response = await client.GetAsync($"/raadpleging/{slug}/resultaat", Stop);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(Stop), Stop);
    }
}
