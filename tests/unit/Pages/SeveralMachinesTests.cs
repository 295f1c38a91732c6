using System.Net;
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
