using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Surveys;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Intake.Queue;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Export;
using Participatie.Surveys.Reporting.Export.Formats;
using Participatie.Surveys.Storage;
using Participatie.Tests.Storage;
using Participatie.Web.Counting;

namespace Participatie.Tests.Pages;

/// <summary>
/// The database of a newer release, after this one was put back: a kind of question, members and limits that nobody here knows.
/// </summary>
public sealed class NewerReleaseTests : IAsyncLifetime
{
    // Empty: what the newer release made is all there is.
    private readonly Site _site = new() { Data = Directory.CreateTempSubdirectory("site-").FullName };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using var newer = new ServiceCollection().AddLogging()
            .AddSurveys(Database.Sqlite(Path.Combine(_site.Data, "participatie.db")), new CodeKeys(new byte[CodeKey.Bytes]),
                Path.Combine(_site.Data, "forgotten.log"))
            .BuildServiceProvider();
        await newer.GetRequiredService<Migrator>().MigrateAsync(Stop);
        foreach (var slug in new[] { "gewoon", "kaart", "streng" })
        {
            var definition = new GivenConsultation().WithSlug(slug).WithYesNo("vraag").ClosingOn(
                Amsterdam.DayOf(_site.Clock.Now).AddDays(30)).Build();
            Assert.Empty(await newer.PublishAsync(definition, Stop));
            await HandInAsync(newer, newer.GetRequiredService<Catalogue>().Latest(slug)!);
        }

        await RewriteAsync(newer, "kaart", document =>
        {
            document["questions"]![0]!["kind"] = "map";
            document["questions"]![0]!["layers"] = new JsonArray("wegen", "water");
        });
        await RewriteAsync(newer, "streng", document =>
        {
            document["moodOfTheDay"] = "goed";
            document["title"]!["fr"] = "Essai";
            document["languages"]!.AsArray().Add("fr");
            document["charter"]!.AsObject().Remove("after");
            document["questions"]![0]!["text"]!["nl"] = "Een zin. " + new string('a', Text.Longest);
        });
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task The_site_starts_and_shows_what_it_understands()
    {
        var home = await _site.OpenAsync("/");
        Assert.Equal(
            ["/raadpleging/gewoon", "/raadpleging/streng"],
            home.QuerySelectorAll("a[href^='/raadpleging/']").Select(link => link.GetAttribute("href")).Distinct()
                .Order(StringComparer.Ordinal));
        foreach (var slug in new[] { "gewoon", "streng" })
        {
            await _site.OpenAsync($"/raadpleging/{slug}");
            await _site.OpenAsync($"/raadpleging/{slug}/vraag/vraag");
            await _site.OpenAsync($"/raadpleging/{slug}/papier");
            await _site.OpenAsync($"/raadpleging/{slug}/resultaat");
        }

        using var client = _site.CreateClient();
        Assert.Equal("Degraded", await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative), Stop));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/vraag/vraag")]
    [InlineData("/vraag/vraag/2")]
    [InlineData("/controleren")]
    [InlineData("/bedankt")]
    [InlineData("/resultaat")]
    [InlineData("/papier")]
    [InlineData("/gegevens")]
    [InlineData("/gegevens/resultaten.csv")]
    [InlineData("/geen-internet")]
    public async Task Every_address_of_what_it_does_not_understand_has_a_plain_page_and_the_log_one_line(string address)
    {
        using var client = _site.CreateClient();
        for (var time = 0; time < 2; time++)
        {
            using var response = await client.GetAsync(new Uri("/raadpleging/kaart" + address, UriKind.Relative), Stop);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.Contains("Deze vragen zijn er nu even niet", await response.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
            Assert.Equal(TimeSpan.FromHours(1), response.Headers.RetryAfter?.Delta);
        }

        Assert.Single(_site.Log.Text.Split('\n'), line => line.StartsWith("Error", StringComparison.Ordinal));
        Assert.Single(
            _site.Log.Text.Split('\n'),
            line =>
                line.Contains(
                    "kaart is unavailable: this release does not understand version 1 at '/questions/0/kind'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Counting_exports_and_housekeeping_go_on_and_no_response_is_lost()
    {
        await _site.OpenAsync("/");
        for (var time = 0; time < 20; time++)
        {
            // The last wait between two tries is two hours.
            await _site.The<CountResponses>().CountBatchAsync(Stop);
            _site.Clock.Now += TimeSpan.FromHours(2);
        }

        var states = await _site.The<Database>().ReadAsync(
            "SELECT slug, state FROM responses JOIN consultations c ON c.id = consultation_id ORDER BY slug",
            row => (row.GetString(0), (ResponseState)row.GetInt16(1)),
            Stop);
        Assert.Equal([("gewoon", ResponseState.Counted), ("kaart", ResponseState.Queued), ("streng", ResponseState.Counted)], states);
        Assert.Equal(nameof(UnreadableVersionException), Assert.Single(await _site.The<IResponseQueue>().ListDeadAsync(Stop)).Failure);

        foreach (var step in _site.Services.GetServices<HousekeepingStep>())
        {
            await _site.The<RunHousekeepingStep>().RunAsync(step, Stop);
        }

        Assert.Empty(_site.The<HousekeepingState>().Failures);
        Assert.NotNull(await ExportAsync("gewoon"));
        Assert.NotNull(await ExportAsync("streng"));
        await Assert.ThrowsAsync<UnreadableVersionException>(() => ExportAsync("kaart"));
    }

    [Fact]
    public async Task A_document_that_is_read_stays_stored_as_it_is()
    {
        await _site.OpenAsync("/raadpleging/streng");
        var stored = await _site.The<Database>().ReadAsync("SELECT document FROM versions", row => row.GetString(0), Stop);
        Assert.Contains(stored, document => document.Contains("moodOfTheDay", StringComparison.Ordinal));
        Assert.Contains(stored, document => document.Contains("layers", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_published_over_a_version_that_is_not_understood()
    {
        await _site.OpenAsync("/");
        var definition = new GivenConsultation().WithSlug("kaart").WithYesNo("vraag").ClosingOn(
            Amsterdam.DayOf(_site.Clock.Now).AddDays(30)).Build();
        Assert.Equal(
            ["/slug"],
            (await _site.Services.PublishAsync(definition, Stop)).Select(problem => problem.At));
    }

    private Task<ExportSource?> ExportAsync(string slug) => _site.The<PrepareExport>().PrepareAsync(
        new ExportRequest { Slug = slug, Format = ExportFormats.All[0], Purpose = "proef", Who = "Anna" },
        static (_, _) => ValueTask.CompletedTask,
        Stop);

    private static async Task HandInAsync(IServiceProvider newer, PublishedVersion version)
    {
        var (token, draft) = await newer.GetRequiredService<Drafts>().StartAsync(
            new Draft
            {
                Version = version,
                Answers = GivenStorage.FirstChoice(version),
                Organisation = false,
                Invitation = null,
                Language = Languages.Dutch,
                Rotation = 0,
                Revision = 0,
            },
            Stop);
        Assert.Equal(HandInResult.Received, await newer.GetRequiredService<HandInAnswers>().HandInAsync(token, draft, Stop));
    }

    private static async Task RewriteAsync(IServiceProvider newer, string slug, Action<JsonObject> change)
    {
        var consultation = newer.GetRequiredService<Catalogue>().Latest(slug)!;
        var stored = await newer.GetRequiredService<Database>().ReadAsync(
            "SELECT document FROM versions WHERE consultation_id = @consultation", row =>
                row.GetString(0), Stop, ("@consultation", consultation.ConsultationId));
        var document = JsonNode.Parse(stored.Single())!.AsObject();
        change(document);
        await newer.GetRequiredService<GroupedWriter>().WriteAsync(
            scope => scope.ExecuteAsync(
                "UPDATE versions SET document = @document WHERE consultation_id = @consultation",
                ("@document", document.ToJsonString()),
                ("@consultation", consultation.ConsultationId)),
            Stop);
    }
}
