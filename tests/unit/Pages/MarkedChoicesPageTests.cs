using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.OpenAnswers;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.Storage;
using Participatie.Tests.Analysis.OpenAnswers;

namespace Participatie.Tests.Pages;

/// <summary>"Geen van deze", and "Anders, namelijk", from the page to the public result.</summary>
public sealed class MarkedChoicesPageTests(Site site) : IClassFixture<Site>
{
    private const string Words = "De kerk & de 'buurman'";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Choosing_none_and_something_is_said_and_nothing_is_lost()
    {
        var resident = await OnAsync("hulp");
        Assert.Equal(
            "of alleen dit", Resident.Clean(resident.Page.GetElementById(Box(resident, "geen").GetAttribute("aria-describedby")!)!));
        await resident.Tick("Keuze familie").Tick("Keuze geen").PressAsync("Verder");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, resident.Status);
        Assert.Equal(["Keuze familie", "Keuze geen"], resident.Chosen());
        Assert.Contains("‘Keuze geen’ kan niet samen met een ander antwoord.", resident.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_beside_another_choice_come_back_with_a_question_at_their_line()
    {
        var resident = await OnAsync("reis");
        await resident.Choose("Keuze auto").Type("Uw tekst bij ‘Keuze anders’", "Met de step").PressAsync("Verder");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, resident.Status);
        var line = Line(resident);
        Assert.Equal(
            ("Met de step", "true", "#" + line.Id),
            (line.Value, line.GetAttribute("aria-invalid"), resident.Page.QuerySelector("[role=alert] a")!.GetAttribute("href")));
        Assert.Contains(
            "U schreef iets bij ‘Keuze anders’.",
            Resident.Clean(resident.Page.GetElementById(line.GetAttribute("aria-describedby")!)!),
            StringComparison.Ordinal);
        Assert.Equal(["Keuze auto"], resident.Chosen());
    }

    [Fact]
    public async Task Words_go_with_the_draft_and_to_nobody_else()
    {
        var resident = await OnAsync("reis");
        await resident.Type("Uw tekst bij ‘Keuze anders’", Words).PressAsync("Verder");
        await resident.FollowAsync("Terug");
        Assert.Equal(Words, Line(resident).Value);
        Assert.Equal(["Keuze anders"], resident.Chosen());

        var another = await OnAsync("reis");
        await another.Choose("Keuze anders").PressAsync("Verder");
        await another.FollowAsync("Terug");
        Assert.Equal("", Line(another).Value);
    }

    [Fact]
    public async Task Words_stand_on_the_check_page_and_in_public_once_they_are_released()
    {
        var version = await PublishAsync();
        for (var person = 0; person < 12; person++)
        {
            var resident = await OnAsync("reis");
            await resident.Choose("Keuze fiets").PressAsync("Verder");
            await resident.Tick("Keuze buren").Tick("Keuze anders").Type("Uw tekst bij ‘Keuze anders’", Words).PressAsync("Verder");
            Assert.Equal(
                ["Keuze buren", "Keuze anders", Words], resident.Page.QuerySelectorAll("#antwoord-hulp dd").Take(3).Select(Resident.Clean));
            await resident.SendAsync();
        }

        while (await site.The<CountResponses>().CountBatchAsync(Stop) > 0)
        {
            // Until nothing is due.
        }

        var answer = (await site.The<ListOpenAnswers>().FirstAsync(version, "hulp", 1)).Single();
        Assert.Equal((Words, false), (answer.Text, answer.IsReleased));
        Assert.Empty(await site.The<ReadReleasedAnswers>().ReadAsync(version.ConsultationId, Stop));
        Assert.True(await site.The<GroupedWriter>().ReleaseAsync(version, answer.ResponseId, "hulp"));
        Assert.Equal(Words, Assert.Single(await site.The<ReadReleasedAnswers>().ReadAsync(version.ConsultationId, Stop)).Text.Text);
        Assert.DoesNotContain("buurman", site.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_paper_there_is_a_line_and_the_last_box_stands_apart()
    {
        await PublishAsync();
        var page = await site.OpenAsync("/raadpleging/gemerkt/papier");
        Assert.Equal(["Keuze anders"], page.QuerySelectorAll("#vraag-reis li:has(.lines)").Select(Resident.Clean));
        Assert.Equal(
            ["U mag meer vakjes aankruisen.", "Of kruis hieronder 1 vakje aan."],
            page.QuerySelectorAll("#vraag-hulp .do").Select(Resident.Clean));
        Assert.Equal(["Keuze geen"], page.QuerySelectorAll("#vraag-hulp .boxes")[1].QuerySelectorAll("li").Select(Resident.Clean));
    }

    private static IElement Box(Resident resident, string choice) => resident.Page.QuerySelector($"input[value='{choice}']")!;

    private static IHtmlInputElement Line(Resident resident) =>
        resident.Page.QuerySelectorAll<IHtmlInputElement>("input[type=text]").Single();

    private async Task<Resident> OnAsync(string question)
    {
        await PublishAsync();
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/gemerkt/vraag/reis");
        if (question == "hulp")
        {
            await resident.Choose("Keuze fiets").PressAsync("Verder");
        }

        return resident;
    }

    private async Task<PublishedVersion> PublishAsync() =>
        site.The<Catalogue>().Latest("gemerkt")
            ?? await site.PublishAsync(new GivenConsultation().WithMarkedChoices().WithSlug("gemerkt").Build());
}
