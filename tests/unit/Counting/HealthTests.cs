using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;
using Participatie.Tests.Pages;

namespace Participatie.Tests.Counting;

public sealed class HealthTests : IAsyncDisposable
{
    // No worker takes from the queue what a test puts there.
    private readonly SiteWithoutWorker _site = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Counting_that_is_behind_sends_nobody_away_and_says_since_when()
    {
        await QueueAsync(dead: false);
        using var client = _site.CreateClient();
        _site.Clock.Now += TimeSpan.FromMinutes(11);

        var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Stop);
        Assert.Equal((HttpStatusCode.OK, "Degraded"), (ready.StatusCode, await ready.Content.ReadAsStringAsync(Stop)));
        var check = await CheckAsync(client, "queue");
        Assert.Equal("Degraded", (string?)check["status"]);
        Assert.Contains("counting is behind", (string?)check["reason"], StringComparison.Ordinal);
        Assert.Equal(_site.Clock.Now, (DateTimeOffset)check["since"]!);

        var since = _site.Clock.Now;
        _site.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(since, (DateTimeOffset)(await CheckAsync(client, "queue"))["since"]!);
        Assert.Equal("Healthy", (string?)(await CheckAsync(client, "storage"))["status"]);
    }

    [Fact]
    public async Task What_was_set_apart_is_named_with_its_consultation()
    {
        await QueueAsync(dead: true);
        using var client = _site.CreateClient();
        Assert.Equal("Degraded", await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative), Stop));
        Assert.Contains("wonen: 1 set apart", (string?)(await CheckAsync(client, "queue"))["reason"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_is_well_at_first()
    {
        using var client = _site.CreateClient();
        var report = await ReportAsync(client);
        Assert.Equal("Healthy", (string?)report["status"]);
        Assert.All(report["checks"]!.AsArray(), check => Assert.Null(check!["reason"]));
        Assert.Equal(
            ["clock", "codes", "definitions", "housekeeping", "mail", "queue", "recordings", "storage"],
            report["checks"]!.AsArray().Select(check => (string)check!["name"]!));
    }

    [Fact]
    public void A_check_that_fails_by_itself_sends_nobody_away_unless_it_is_the_storage() => Assert.Equal(
        ["storage"],
        _site.The<IOptions<HealthCheckServiceOptions>>().Value.Registrations
            .Where(check => check.FailureStatus == HealthStatus.Unhealthy)
            .Select(check => check.Name));

    private async Task QueueAsync(bool dead)
    {
        using var starts = _site.CreateClient();
        await _site.The<GroupedWriter>().WriteAsync(
            scope => scope.ExecuteAsync(
                "INSERT INTO queue (response_id, consultation_id, attempts, visible_at, dead) VALUES (@id, @consultation, 0, @at, @dead)",
                ("@id", new byte[16]),
                ("@consultation", _site.The<Catalogue>().Latest("wonen")!.ConsultationId),
                // Due in a moment that the standing clock of the worker does not reach by itself.
                ("@at", _site.Clock.Now.AddSeconds(1).ToUnixTimeMilliseconds()),
                ("@dead", dead)),
            Stop);
    }

    private static async Task<JsonNode> CheckAsync(HttpClient client, string name) =>
        (await ReportAsync(client))["checks"]!.AsArray().Single(check => (string?)check!["name"] == name)!;

    private static async Task<JsonNode> ReportAsync(HttpClient client) =>
        JsonNode.Parse(await client.GetStringAsync(new Uri("/health/status", UriKind.Relative), Stop))!;
}
