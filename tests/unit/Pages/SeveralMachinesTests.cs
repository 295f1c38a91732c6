using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Language;
using Participatie.Surveys.Storage;
using Participatie.Tests.Access;
using Participatie.Tests.Storage;

namespace Participatie.Tests.Pages;

/// <summary>
/// What one machine does, the other one knows. The other one never looks by itself: it hears of it, or asks the database.
/// </summary>
public sealed class SeveralMachinesTests(TwoMachines machines) : IClassFixture<TwoMachines>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly bool Full = Environment.GetEnvironmentVariable("PARTICIPATIE_TEST_FULL") is not null;

    private readonly SiteOnPostgres _a = machines.A;
    private readonly SiteOnPostgres _b = machines.B;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_published_corrected_and_closed_on_one_shows_on_the_other()
    {
        using var client = _b.CreateClient();
        var definition = Question("aankondiging");
        await _a.PublishAsync(definition);
        await UntilAsync("published", () => SaysAsync(client, "/raadpleging/aankondiging", "Wat vindt u van het plan?"));

        await _a.PublishAsync(definition with { Title = GivenConsultation.Words("Een betere titel") });
        await UntilAsync("corrected", () => SaysAsync(client, "/raadpleging/aankondiging", "Een betere titel"));

        var version = _a.The<Catalogue>().Latest("aankondiging")!;
        for (var people = 0; people < 12; people++)
        {
            await HandInAsync(_a, version);
        }

        await _a.The<GroupedWriter>().WriteAsync(
            scope => _a.The<CloseConsultation>().CloseAsync(
                scope, new StepRequest { ConsultationId = version.ConsultationId, Who = "proef", Reason = "proef" }),
            Stop);
        await UntilAsync(
            "closed early", () => Task.FromResult(_b.The<Catalogue>().LifeOf(version.ConsultationId)!.State == LifeState.Closed));

        await _a.The<Catalogue>().RefreshAsync(Stop);
        while (await _a.The<CountResponses>().CountBatchAsync(Stop) > 0)
        {
            // The worker of either machine may have counted some.
        }

        var uncounted = new UncountedResponses(_a.The<Database>());
        await UntilAsync("counted", async () => !await uncounted.HasAnyAsync(version.ConsultationId, Stop));
        // Whoever had the last page open may still send it for a while after the closing.
        foreach (var clock in new[] { _a.Clock, _b.Clock })
        {
            clock.Now += TimeSpan.FromHours(2);
        }

        await _a.The<PublishResults>().PublishAsync(version, Stop);
        await UntilAsync("result", () => SaysAsync(client, "/raadpleging/aankondiging/resultaat", "12 mensen"));
    }

    [Fact]
    public async Task What_others_announce_is_heard_again_after_the_connection_broke()
    {
        await machines.BreakConnectionsAsync();
        foreach (var slug in new[] { "gebroken", "hersteld" })
        {
            // The first may be found by the look at the beginning; the second is heard.
            await _a.PublishAsync(Question(slug));
            await UntilAsync(slug, () => Task.FromResult(_b.The<Catalogue>().Latest(slug) is not null));
        }
    }

    [Fact]
    public async Task A_resident_goes_from_one_to_the_other_with_each_request()
    {
        await _a.PublishAsync(Question("heen-en-weer"));
        await UntilAsync("published", () => Task.FromResult(_b.The<Catalogue>().Latest("heen-en-weer") is not null));
        var here = _a.NewResident();
        var there = _b.NewResident(here.Cookies);

        await here.OpenAsync("/raadpleging/heen-en-weer/vraag/vraag");
        var (address, fields) = here.Choose("Keuze fiets").Form("Verder");
        await there.PostAsync(address, fields);
        Assert.Equal("/raadpleging/heen-en-weer/controleren", there.Address);
        (address, fields) = there.Form("Versturen");
        await here.PostAsync(address, fields);
        Assert.Equal("/raadpleging/heen-en-weer/bedankt", here.Address);
        await there.OpenAsync("/raadpleging/heen-en-weer/bedankt");
        Assert.Equal(here.Words, there.Words);
    }

    [Fact]
    public async Task Who_signed_in_on_one_is_signed_in_on_the_other()
    {
        var staff = await GivenStaff.AdministratorAsync(_a);
        var there = _b.NewResident(staff.Browser.Cookies);

        await there.OpenAsync("/beheer");

        Assert.Equal((HttpStatusCode.OK, "/beheer"), (there.Status, there.Address));
        // And signing out there ends it here.
        await there.PressAsync("Uitloggen");
        await staff.Browser.OpenAsync("/beheer");
        Assert.StartsWith("/beheer/inloggen", staff.Browser.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_the_release_before_gets_its_style_from_this_one()
    {
        using var client = _a.CreateClient();
        using var style = await client.GetAsync(new Uri("/site.0123456789.css", UriKind.Relative), Stop);
        Assert.Equal((HttpStatusCode.OK, "text/css"), (style.StatusCode, style.Content.Headers.ContentType?.MediaType));
        Assert.True(style.Headers.CacheControl!.NoCache);
        using var none = await client.GetAsync(new Uri("/geen.0123456789.css", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    /// <summary>
    /// In the first case the answer of one commit gets lost; in the second that of the next one too, which only found what the first did.
    /// </summary>
    [Theory]
    [InlineData("eenmaal", 1)]
    [InlineData("tweemaal", 2)]
    public async Task Whose_answers_were_committed_while_the_connection_broke_is_thanked_for_them_once(string slug, int times)
    {
        var resident = await BeforeSendingAsync(slug);
        var before = machines.WayOfB.Cuts;
        machines.WayOfB.CutAnswersOfCommits("DELETE FROM drafts", times);

        await resident.PressAsync("Versturen");

        Assert.Equal((HttpStatusCode.OK, $"/raadpleging/{slug}/bedankt"), (resident.Status, resident.Address));
        Assert.Equal(times, machines.WayOfB.Cuts - before);
        Assert.Equal(1, await ResponsesAsync(slug));
        Assert.Contains("that is done once more, and counts once", _b.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_sends_while_PostgreSQL_is_switched_over_is_thanked_once()
    {
        const string Slug = "omgezet";
        var resident = await BeforeSendingAsync(Slug);
        machines.WayOfB.CountRefused("DELETE FROM drafts");
        await machines.MakeStandbyAsync();
        try
        {
            var sending = resident.PressAsync("Versturen");
            await UntilAsync("a transaction that only reads", () => Task.FromResult(machines.WayOfB.Refused > 0));
            if (Full)
            {
                // It lasts for longer than anybody waits: one clear page, and nothing is lost.
                await sending;
                Assert.Equal(HttpStatusCode.ServiceUnavailable, resident.Status);
                Assert.Contains("Wij hebben uw antwoorden wel bewaard.", resident.Words, StringComparison.Ordinal);
                Assert.Contains("this PostgreSQL takes no changes (25006)", _b.Log.Text, StringComparison.Ordinal);
                sending = resident.PressAsync("Versturen");
            }

            await machines.MakePrimaryAsync();
            await sending;
        }
        finally
        {
            await machines.MakePrimaryAsync();
        }

        Assert.Equal((HttpStatusCode.OK, $"/raadpleging/{Slug}/bedankt"), (resident.Status, resident.Address));
        Assert.Equal(1, await ResponsesAsync(Slug));
    }

    /// <summary>On the page with the button that sends, on the machine whose way to the database is watched.</summary>
    private async Task<Resident> BeforeSendingAsync(string slug)
    {
        await _a.PublishAsync(Question(slug));
        await UntilAsync("published", () => Task.FromResult(_b.The<Catalogue>().Latest(slug) is not null));
        var resident = _b.NewResident();
        await resident.OpenAsync($"/raadpleging/{slug}/vraag/vraag");
        await resident.Choose("Keuze fiets").PressAsync("Verder");
        Assert.Equal($"/raadpleging/{slug}/controleren", resident.Address);
        return resident;
    }

    /// <summary>How many there are, and none without a message unless it is counted.</summary>
    private async Task<int> ResponsesAsync(string slug)
    {
        var consultation = _a.The<Catalogue>().Latest(slug)!.ConsultationId;
        await using var context = _a.The<Database>().NewContext();
        Assert.False(await context.Responses.AnyAsync(
            response => response.ConsultationId == consultation && response.State == ResponseState.Queued
                && !context.Queue.Any(entry => entry.ResponseId == response.Id),
            Stop));
        Assert.False(await context.Drafts.AnyAsync(draft => draft.ConsultationId == consultation, Stop));
        return await context.Responses.CountAsync(response => response.ConsultationId == consultation, Stop);
    }

    private static Consultation Question(string slug) => new GivenConsultation().WithSlug(slug).WithChoice("vraag", "fiets", "auto")
        .But(consultation => consultation with { Title = GivenConsultation.Words("Wat vindt u van het plan?") }).Build();

    private static async Task HandInAsync(Site site, PublishedVersion version)
    {
        var (token, draft) = await site.The<Drafts>().StartAsync(
            new Draft
            {
                Version = version,
                Answers = GivenStorage.FirstChoice(version),
                Organisation = false,
                Invitation = null,
                Helped = Helped.Unsaid,
                Language = Languages.Dutch,
                Rotation = 7,
                Revision = 0,
            },
            Stop);
        Assert.Equal(HandInResult.Received, await site.The<HandInAnswers>().HandInAsync(token, draft, Stop));
    }

    private static async Task<bool> SaysAsync(HttpClient client, string address, string words)
    {
        var response = await client.GetAsync(new Uri(address, UriKind.Relative), Stop);
        return response.StatusCode == HttpStatusCode.OK
            && (await response.Content.ReadAsStringAsync(Stop)).Contains(words, StringComparison.Ordinal);
    }

    private static async Task UntilAsync(string what, Func<Task<bool>> isSo)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await isSo())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, $"Not known on the other machine: {what}.");
            await Task.Delay(20, Stop);
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{what}: {TimeProvider.System.GetElapsedTime(began).TotalMilliseconds:0} ms");
    }
}
