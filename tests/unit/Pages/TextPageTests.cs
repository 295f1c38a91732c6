using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.OpenAnswers;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;
using Participatie.Tests.Analysis.OpenAnswers;

namespace Participatie.Tests.Pages;

/// <summary>A name on one line, from the page to the public result.</summary>
public sealed class TextPageTests(Site site) : IClassFixture<Site>
{
    private const string Village = "'t Haantje & \"Odoorn\"";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(101, "Uw tekst is te lang. Hij heeft 101 tekens. Het mogen er 100 zijn.")]
    [InlineData(0, "Schrijf uw antwoord. Of kies ‘Sla over’.")]
    public async Task What_is_refused_stays_in_the_line_with_what_is_wrong(int length, string message)
    {
        var resident = await OnAsync("geweigerd");
        await resident.Type("dorp", new string('x', length)).PressAsync("Verder");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, resident.Status);
        var line = Line(resident);
        Assert.Equal(
            (new string('x', length), "true", "Fout: " + message),
            (line.Value, line.GetAttribute("aria-invalid"), resident.Page.GetElementById("fout-answer")!.TextContent));
    }

    [Fact]
    public async Task A_name_is_read_back_and_stands_in_public_once_it_is_released()
    {
        var version = await PublishAsync("dorpen");
        for (var person = 0; person < 12; person++)
        {
            var resident = await OnAsync("dorpen");
            await resident.Type("dorp", $" {Village}\u202E ").PressAsync("Verder");
            Assert.Equal(Village, Resident.Clean(resident.Page.QuerySelector("#antwoord-dorp dd")!));
            await resident.FollowAsync("Terug");
            Assert.Equal(Village, Line(resident).Value);
            await resident.PressAsync("Verder");
            await resident.SendAsync();
        }

        while (await site.The<CountResponses>().CountBatchAsync(Stop) > 0)
        {
            // Until nothing is due.
        }

        var answer = (await site.The<ListOpenAnswers>().FirstAsync(version, "dorp", 1)).Single();
        Assert.Equal((Village, false), (answer.Text, answer.IsReleased));
        Assert.True(await site.The<GroupedWriter>().ReleaseAsync(version, answer.ResponseId, "dorp"));
        Assert.Equal(Village, Assert.Single(await site.The<ReadReleasedAnswers>().ReadAsync(version.ConsultationId, Stop)).Text.Text);
        Assert.DoesNotContain("Haantje", site.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_paper_there_is_one_line()
    {
        await PublishAsync("papier");
        Assert.Single((await site.OpenAsync("/raadpleging/papier/papier")).QuerySelectorAll("#vraag-dorp .lines i"));
    }

    private static IHtmlInputElement Line(Resident resident) =>
        resident.Page.QuerySelectorAll<IHtmlInputElement>("input[type=text]").Single();

    private async Task<Resident> OnAsync(string slug)
    {
        await PublishAsync(slug);
        var resident = site.NewResident();
        await resident.OpenAsync($"/raadpleging/{slug}/vraag/dorp");
        return resident;
    }

    private async Task<PublishedVersion> PublishAsync(string slug) =>
        site.The<Catalogue>().Latest(slug) ?? await site.PublishAsync(new GivenConsultation().WithText("dorp").WithSlug(slug).Build());
}
