using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Surveys.Analysis.Following;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;
using Participatie.Tests.Access;
using Participatie.Web.Access;

namespace Participatie.Tests.Pages;

/// <summary>Where people come and where they stop, as it is counted while they walk.</summary>
public sealed class WayCountTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Counts_each_person_once_a_question_whatever_they_reload()
    {
        var version = await PublishAsync("weg");
        var first = site.NewResident();
        await first.OpenAsync("/raadpleging/weg/vraag/mee");
        await first.OpenAsync("/raadpleging/weg/vraag/mee");
        site.Clock.Now += TimeSpan.FromSeconds(20);
        await first.Choose("Ja").PressAsync("Verder");
        await first.OpenAsync("/raadpleging/weg/vraag/iets");
        // Refused: the page that was looked at is still the same.
        site.Clock.Now += TimeSpan.FromSeconds(7);
        await first.PressAsync("Verder");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, first.Status);
        site.Clock.Now += TimeSpan.FromSeconds(8);
        await first.PressAsync("Sla over");
        await first.OpenAsync("/raadpleging/weg/vraag/mee");
        site.Clock.Now += TimeSpan.FromSeconds(90);
        await first.Choose("Nee").PressAsync("Verder");
        // Begins on the start page, together, and leaves at once.
        var second = site.NewResident();
        await second.OpenAsync("/raadpleging/weg/samen");
        await second.PressAsync(second.Page.QuerySelectorAll("main button").Select(Resident.Clean).First());
        // Only looks.
        await site.NewResident().OpenAsync("/raadpleging/weg/vraag/mee");

        Assert.Equal(
            [
                ("iets", ProgressMeasure.Seen, 1), ("iets", ProgressMeasure.Skipped, 1), ("iets", ProgressMeasure.Seconds, 15),
                ("iets", ProgressMeasure.Timed, 1),
                ("mee", ProgressMeasure.Seen, 3), ("mee", ProgressMeasure.Answered, 1), ("mee", ProgressMeasure.Seconds, 20),
                ("mee", ProgressMeasure.Timed, 1),
            ],
            await StoredAsync(version));
    }

    [Fact]
    public async Task A_mark_that_somebody_made_up_or_an_old_page_tells_no_time()
    {
        var version = await PublishAsync("merk");
        foreach (var mark in new[] { "AAAAAAAA", "AAAAAAAAAAA", "", new string('x', 10_000), "<script>", "!!!!!!!!" })
        {
            var resident = site.NewResident();
            await resident.OpenAsync("/raadpleging/merk/vraag/mee");
            ((IHtmlInputElement)resident.Page.QuerySelector("input[name=sinds]")!).Value = mark;
            site.Clock.Now += TimeSpan.FromSeconds(20);
            await resident.Choose("Ja").PressAsync("Verder");
            Assert.Equal(HttpStatusCode.OK, resident.Status);
        }

        var late = site.NewResident();
        await late.OpenAsync("/raadpleging/merk/vraag/mee");
        site.Clock.Now += TimeSpan.FromHours(2);
        await late.Choose("Ja").PressAsync("Verder");

        Assert.DoesNotContain(await StoredAsync(version), one => one.Measure is ProgressMeasure.Seconds or ProgressMeasure.Timed);
        Assert.Contains(("mee", ProgressMeasure.Answered, 7), await StoredAsync(version));
    }

    [Fact]
    public async Task A_get_writes_nothing_and_a_stop_loses_nothing()
    {
        await using var other = new Site();
        var version = await other.PublishAsync(new GivenConsultation().WithSlug("stop").WithYesNo("mee").Build());
        await other.NewResident().OpenAsync("/raadpleging/stop/vraag/mee");
        Assert.Empty(await StoredAsync(other.The<Database>(), version));

        var services = other.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>();
        foreach (var service in services.OfType<Web.Counting.StoreProgressAtStop>())
            await service.StopAsync(Stop);

        Assert.Equal([("mee", ProgressMeasure.Seen, 1)], await StoredAsync(other.The<Database>(), version));
    }

    [Fact]
    public async Task Staff_see_where_people_stop_and_what_takes_longest()
    {
        await PublishAsync("stoppen");
        for (var person = 0; person < 45; person++)
        {
            var resident = site.NewResident();
            await resident.OpenAsync("/raadpleging/stoppen/vraag/mee");
            site.Clock.Now += TimeSpan.FromSeconds(person % 2 == 0 ? 8 : 12);
            await resident.Choose("Ja").PressAsync("Verder");
            if (person % 3 == 0)
                continue;
            site.Clock.Now += TimeSpan.FromSeconds(40);
            await resident.PressAsync("Sla over");
        }

        await site.The<StoreProgress>().RunAsync(Stop);
        var author = (await GivenStaff.ColleagueAsync(site, "stoppen@voorbeeld.nl", (StaffRole.Author, "stoppen"))).Browser;
        await author.OpenAsync("/beheer/raadpleging/stoppen/verloop");

        Assert.Contains("De meeste mensen stoppen bij vraag 2: ‘iets’", author.Words, StringComparison.Ordinal);
        Assert.Contains("Vraag 2 kost de meeste tijd: ongeveer 40 seconden.", author.Words, StringComparison.Ordinal);
        var rows = author.Page.QuerySelectorAll("table[aria-labelledby=weg] tbody tr");
        Assert.Equal("40 of meer", Resident.Clean(rows[0].Children[1]));
        Assert.Equal("20 of meer", Resident.Clean(rows[1].Children[3]));
        // No question offers it.
        Assert.DoesNotContain("Weten het niet", author.Words, StringComparison.Ordinal);
        Assert.Equal("10 seconden", Resident.Clean(rows[0].Children[^1]));
    }

    private Task<PublishedVersion> PublishAsync(string slug) =>
        site.PublishAsync(new GivenConsultation().WithSlug(slug).WithYesNo("mee").WithOpen("iets").Build());

    private async Task<List<(string Question, ProgressMeasure Measure, long Number)>> StoredAsync(PublishedVersion version)
    {
        await site.The<StoreProgress>().RunAsync(Stop);
        return await StoredAsync(site.The<Database>(), version);
    }

    private static async Task<List<(string Question, ProgressMeasure Measure, long Number)>> StoredAsync(
        Database database, PublishedVersion version)
    {
        await using var context = database.NewContext();
        return
        [
            .. (await context.QuestionProgress.Where(entry => entry.ConsultationId == version.ConsultationId)
                .OrderBy(entry => entry.QuestionId).ThenBy(entry => entry.Measure).ToListAsync(Stop))
                .Select(entry => (entry.QuestionId, (ProgressMeasure)entry.Measure, entry.Number)),
        ];
    }
}
