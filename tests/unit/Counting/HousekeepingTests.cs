using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;
using Participatie.Tests.Analysis;
using Participatie.Tests.Pages;
using Participatie.Web.Counting;

namespace Participatie.Tests.Counting;

public sealed class HousekeepingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_part_that_fails_leaves_the_others_alone_and_is_written_down_without_its_message()
    {
        await using var site = new Site();
        var done = new List<string>();
        var step = new HousekeepingStep("proef", TimeSpan.FromHours(1), () =>
        [
            new HousekeepingPart("een", _ => Done("een")),
            new HousekeepingPart("twee", _ => throw new InvalidOperationException("wat iemand typte")),
            new HousekeepingPart("drie", _ => Done("drie")),
        ]);

        await site.The<RunHousekeepingStep>().RunAsync(step, Stop);
        await site.The<RunHousekeepingStep>().RunAsync(step, Stop);

        Assert.Equal(["een", "drie", "een", "drie"], done);
        Assert.Equal([("proef", "twee")], site.The<HousekeepingState>().Failures.Select(found => (found.Step, found.Failure.Slug)));
        var line = Assert.Single(
            site.Log.Text.Split('\n'), line => line.Contains("Housekeeping failed: proef twee", StringComparison.Ordinal));
        Assert.Contains(nameof(InvalidOperationException), line, StringComparison.Ordinal);
        Assert.Contains(nameof(HousekeepingTests), site.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("wat iemand typte", site.Log.Text, StringComparison.Ordinal);

        Task Done(string part)
        {
            done.Add(part);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_consultation_that_cannot_be_published_stops_no_other_and_shows_as_degraded()
    {
        await using var site = new Site();
        var bad = await PublishAsync(site, "kapot");
        var good = await PublishAsync(site, "goed");
        await site.The<GroupedWriter>().WriteAsync(
            async scope =>
            {
                await TallyAsync(scope, bad, counts => counts.Replace("*|", "*|veel", StringComparison.Ordinal));
                await TallyAsync(scope, good);
            },
            Stop);

        foreach (var step in site.Services.GetServices<HousekeepingStep>())
        {
            await site.The<RunHousekeepingStep>().RunAsync(step, Stop);
        }

        using var client = site.CreateClient();
        var ready = await client.GetAsync("/health/ready", Stop);
        Assert.Equal((HttpStatusCode.OK, "Degraded"), (ready.StatusCode, await ready.Content.ReadAsStringAsync(Stop)));
        Assert.Equal([("results", "kapot")], site.The<HousekeepingState>().Failures.Select(found => (found.Step, found.Failure.Slug)));
        var published = await site.The<Database>().ReadAsync(
            "SELECT DISTINCT consultation_id FROM published_results WHERE published_at >= 0", row => row.GetInt32(0), Stop);
        Assert.Contains(good.ConsultationId, published);
        Assert.DoesNotContain(bad.ConsultationId, published);
    }

    [Fact]
    public async Task A_step_that_never_ends_shows_as_degraded()
    {
        await using var site = new Site();
        var state = site.The<HousekeepingState>();
        state.Begin(new HousekeepingStep("hangt", TimeSpan.FromHours(1), () => []));
        using var client = site.CreateClient();
        Assert.Equal("Healthy", await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative), Stop));

        site.Clock.Now += TimeSpan.FromMinutes(16);

        Assert.Equal("Degraded", await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative), Stop));
    }

    private static Task<PublishedVersion> PublishAsync(Site site, string slug) => site.PublishAsync(
        new GivenConsultation().WithSlug(slug).WithYesNo("vraag").ClosingOn(Amsterdam.DayOf(site.Clock.Now).AddDays(30))
            .But(consultation => consultation with { Results = ResultsMoment.WhileOpen }).Build());

    private static async Task TallyAsync(WriteScope scope, PublishedVersion version, Func<string, string>? change = null)
    {
        var responses = GivenResponse.Many(version.Definition, new Dice(3), 40);
        foreach (var row in GivenTally.Rows(version.Number, GivenTally.Of(version.Definition, responses)))
        {
            await scope.ExecuteAsync(
                """
                INSERT INTO tallies (consultation_id, version, population, question_id, counts)
                VALUES (@consultation, @version, @population, @question, @counts)
                """,
                ("@consultation", version.ConsultationId),
                ("@version", row.Version),
                ("@population", (short)row.Population),
                ("@question", row.Question),
                ("@counts", change?.Invoke(row.Counts) ?? row.Counts));
        }
    }
}
