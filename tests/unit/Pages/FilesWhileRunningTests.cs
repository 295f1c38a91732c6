using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Reporting.Export;
using Participatie.Surveys.Reporting.Export.Formats;
using Participatie.Surveys.Storage;
using Participatie.Tests.Access;
using Participatie.Tests.Reporting;
using Participatie.Web.Access;
using Participatie.Web.Pages.Reporting.Desk;

namespace Participatie.Tests.Pages;

/// <summary>What can go wrong while a file is being sent. The reader is slow, so that it waits half way.</summary>
public sealed class FilesWhileRunningTests(SiteWithoutWorker site) : IClassFixture<SiteWithoutWorker>
{
    private const string Make = "Maak het bestand";
    private const int Responses = 20_000;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_package_is_whole_when_it_is_read_to_the_end()
    {
        var analyst = await AnalystAsync("heel");
        using var response = await AskAsync(analyst, "heel");

        Assert.Equal("application/zip", response.Content.Headers.ContentType!.MediaType);
        using var bytes = new MemoryStream(await response.Content.ReadAsByteArrayAsync(Stop));
        var files = ExportRun.Unpack(bytes);

        Assert.Equal("manifest.json", files.Keys.Last());
        Assert.Contains($"\"rows\": {Responses}", System.Text.Encoding.UTF8.GetString(files["manifest.json"]), StringComparison.Ordinal);
        Assert.Equal($"bestand klaar: pakket; {Responses} antwoorden", await LastLineAsync("heel"));
    }

    [Fact]
    public async Task A_role_that_ends_meanwhile_ends_the_file()
    {
        var analyst = await AnalystAsync("einde");
        using var response = await AskAsync(analyst, "einde");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);

        await site.The<GroupedWriter>().WriteAsync(
            scope => scope.ExecuteAsync(
                "DELETE FROM role_grants WHERE account_id IN (SELECT id FROM accounts WHERE email = @mail)",
                ("@mail", "einde@voorbeeld.nl")),
            Stop);
        site.Clock.Now += TimeSpan.FromSeconds(2);

        await Assert.ThrowsAnyAsync<Exception>(() => response.Content.ReadAsByteArrayAsync(Stop));
        Assert.StartsWith("bestand afgebroken: pakket;", await LastLineAsync("einde"), StringComparison.Ordinal);
        await analyst.OpenAsync("/beheer/raadpleging/einde/bestanden");
        Assert.Equal(HttpStatusCode.Forbidden, analyst.Status);
    }

    /// <summary>The server of the other tests does not tell that nobody reads any more.</summary>
    [Fact]
    public async Task Who_goes_away_meanwhile_is_written_down_and_gives_the_place_back()
    {
        await AnalystAsync("weg");
        var places = new ExportPlaces();
        var taken = Enumerable.Range(0, ExportPlaces.Most).Select(_ => places.TryTake()!).ToList();
        Assert.Null(places.TryTake());
        var request = new ExportRequest { Slug = "weg", Format = ExportFormats.Of("pakket")!, Purpose = "proef", Who = "Anna" };
        var rows = new ExportRows();
        var source = await site.The<PrepareExport>().PrepareAsync(
            request,
            (written, _) =>
            {
                rows.Written = written;
                return ValueTask.CompletedTask;
            },
            Stop);
        using var left = new CancellationTokenSource();
        var context = new DefaultHttpContext { RequestAborted = left.Token };
        context.Response.Body = new LeavingReader(left);

        await new SentFile(source!, taken[0], rows, "", site.The<AuditExport>(), site.The<ILogger<SentFile>>()).ExecuteAsync(context);

        Assert.StartsWith("bestand afgebroken: pakket;", await LastLineAsync("weg"), StringComparison.Ordinal);
        Assert.DoesNotContain("weg broke off", site.Log.Text, StringComparison.Ordinal);
        Assert.NotNull(places.TryTake());
    }

    [Fact]
    public async Task Of_ten_at_once_some_get_a_sentence_and_later_their_file()
    {
        var analyst = await AnalystAsync("druk");
        var all = new List<HttpResponseMessage>();
        for (var file = 0; file < 10; file++)
        {
            all.Add(await AskAsync(analyst, "druk"));
        }

        Assert.Contains(all, response => response.StatusCode == HttpStatusCode.OK);
        var refused = all.Where(response => response.StatusCode == HttpStatusCode.ServiceUnavailable).ToList();
        Assert.InRange(refused.Count, 7, 9);
        var page = await refused[0].Content.ReadAsStringAsync(Stop);
        Assert.Contains("Er worden nu al veel bestanden gemaakt.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Een verslag\"", page, StringComparison.Ordinal);

        all.ForEach(response => response.Dispose());
        await LastLineAsync("druk");
        for (var attempt = 0; attempt < 100; attempt++)
        {
            using var again = await AskAsync(analyst, "druk");
            if (again.StatusCode == HttpStatusCode.OK)
            {
                return;
            }

            await Task.Delay(50, Stop);
        }

        Assert.Fail("No place came free.");
    }

    private static async Task<HttpResponseMessage> AskAsync(Resident analyst, string slug)
    {
        await analyst.OpenAsync($"/beheer/raadpleging/{slug}/bestanden");
        return await analyst.Choose("Alles in een pakket: antwoorden, uitleg en vragen (ZIP met CSV)")
            .Type("Waarvoor gebruikt u het bestand?", "Een verslag").PressForFileAsync(Make);
    }

    private async Task<Resident> AnalystAsync(string slug)
    {
        var version = await site.PublishAsync(new GivenConsultation().WithSlug(slug).WithOpen("iets").Build());
        await FillAsync(version);
        return (await GivenStaff.ColleagueAsync(site, $"{slug}@voorbeeld.nl", (StaffRole.Analyst, slug))).Browser;
    }

    /// <summary>With texts that do not shrink, so that a slow reader is soon waited for.</summary>
    private Task<int> FillAsync(PublishedVersion version) => site.The<GroupedWriter>().WriteAsync(
        scope => scope.ExecuteAsync(
            """
            WITH RECURSIVE numbers (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM numbers WHERE number < @count)
            INSERT INTO responses (consultation_id, id, version, channel, organisation, helped, language, hour, rotation, state, key_number,
                receipt_hash, draft_proof, receipt_attempt, document, shuffled)
            SELECT @consultation, randomblob(16), 1, 0, 0, 0, 'nl', 500000, 0, @state, 1, randomblob(32), randomblob(32), 0,
                '{"iets":{"text":"' || hex(randomblob(100)) || '","lang":"nl"}}', 0 FROM numbers
            """,
            ("@count", Responses), ("@consultation", version.ConsultationId), ("@state", (short)ResponseState.Counted)),
        Stop);

    /// <summary>The last line about files, once the one that says how it ended is there.</summary>
    private async Task<string> LastLineAsync(string slug)
    {
        for (var attempt = 0; ; attempt++)
        {
            await using var context = site.The<Database>().NewContext();
            var lines = await context.AuditLog.Where(line => line.Subject == slug && line.Action.StartsWith("bestand "))
                .OrderBy(line => line.Number).ToListAsync(Stop);
            if (lines is [.., { Action: not "bestand begonnen" } last] || attempt == 100)
            {
                return $"{lines[^1].Action}: {lines[^1].After}";
            }

            await Task.Delay(50, Stop);
        }
    }

    /// <summary>Takes some and is gone.</summary>
    private sealed class LeavingReader(CancellationTokenSource left) : MemoryStream
    {
        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await base.WriteAsync(buffer, cancellationToken);
            if (Length > 100_000)
                await left.CancelAsync();
        }
    }
}
