using System.Net;
using Participatie.Surveys.Language;
using Participatie.Surveys.Storage;

namespace Participatie.Tests.Pages;

/// <summary>
/// The database takes nothing that residents write and can still be read, as on a full disk.
/// </summary>
public sealed class RefusedWriteTests : IAsyncLifetime
{
    private static readonly string[] Refused =
    [
        "INSERT ON drafts", "UPDATE ON drafts", "DELETE ON drafts", "INSERT ON responses", "INSERT ON write_probe",
    ];

    private readonly Site _site = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        await _site.PublishAsync(new GivenConsultation().WithSlug("vol").WithYesNo("een").WithOpen("twee").Build());

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task What_was_typed_comes_back_with_who_is_to_blame_and_is_taken_when_there_is_room_again()
    {
        var resident = _site.NewResident();
        await resident.OpenAsync("/raadpleging/vol/vraag/een");
        await resident.Choose("Ja").PressAsync("Verder");
        var label = resident.Page.QuerySelector("label[for]")!.TextContent.Trim();
        await FillAsync();

        await resident.Type(label, "Meer bankjes").PressAsync("Verder");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, resident.Status);
        Assert.Equal("Meer bankjes", resident.Page.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Contains("Dat ligt aan ons, niet aan u.", resident.Words, StringComparison.Ordinal);
        Assert.Equal("true", resident.Page.QuerySelector("textarea")!.GetAttribute("aria-invalid"));

        await MakeRoomAsync();
        await resident.PressAsync("Verder");
        Assert.Equal((HttpStatusCode.OK, "/raadpleging/vol/controleren"), (resident.Status, resident.Address));
        Assert.Contains("Meer bankjes", resident.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_very_first_answer_comes_back_too()
    {
        var resident = _site.NewResident();
        await resident.OpenAsync("/raadpleging/vol/vraag/een");
        await FillAsync();
        await resident.Choose("Nee").PressAsync("Verder");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, resident.Status);
        Assert.Equal(["Nee"], resident.Chosen());
    }

    [Fact]
    public async Task Answers_that_cannot_be_taken_in_stay_with_whoever_sends_them()
    {
        var resident = _site.NewResident();
        await resident.OpenAsync("/raadpleging/vol/vraag/een");
        await resident.Choose("Ja").PressAsync("Verder");
        await resident.Type(resident.Page.QuerySelector("label[for]")!.TextContent.Trim(), "Meer bankjes").PressAsync("Verder");
        await FillAsync();

        await resident.PressAsync(InterfaceWords.For("nl")["checkpage.send"]);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, resident.Status);
        Assert.Contains("Wij hebben uw antwoorden wel bewaard.", resident.Words, StringComparison.Ordinal);
        Assert.Contains("Meer bankjes", resident.Words, StringComparison.Ordinal);

        await MakeRoomAsync();
        await resident.PressAsync(InterfaceWords.For("nl")["checkpage.send"]);
        Assert.Equal("/raadpleging/vol/bedankt", resident.Address);
    }

    [Fact]
    public async Task A_form_without_answers_says_whose_fault_it_is_and_the_draft_stays()
    {
        var resident = _site.NewResident();
        await resident.OpenAsync("/raadpleging/vol/vraag/een");
        await resident.Choose("Ja").PressAsync("Verder");
        await resident.OpenAsync("/raadpleging/vol/stop");
        await resident.PressAsync(InterfaceWords.For("nl")["stop.wipe"]);
        await FillAsync();

        await resident.PressAsync(InterfaceWords.For("nl")["stop.sure"]);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, resident.Status);
        Assert.Contains("Dat ligt aan ons, niet aan u. Wat u eerder invulde, hebben wij nog.", resident.Words, StringComparison.Ordinal);

        await MakeRoomAsync();
        await resident.OpenAsync("/raadpleging/vol/vraag/een");
        Assert.Equal(["Ja"], resident.Chosen());
    }

    [Fact]
    public async Task The_instance_is_not_ready_until_there_is_room_again()
    {
        using var client = _site.CreateClient();
        Assert.Equal(
            "Healthy", await (await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Stop)).Content.ReadAsStringAsync(Stop));
        await FillAsync();
        _site.Clock.Now += TimeSpan.FromSeconds(5);

        var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Stop);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), (ready.StatusCode, await ready.Content.ReadAsStringAsync(Stop)));
        Assert.Contains(
            "SqliteException 19",
            await (await client.GetAsync(new Uri("/health/status", UriKind.Relative), Stop)).Content.ReadAsStringAsync(Stop),
            StringComparison.Ordinal);

        await MakeRoomAsync();
        _site.Clock.Now += TimeSpan.FromSeconds(5);
        Assert.Equal("Healthy", await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative), Stop));
    }

    private Task FillAsync() =>
        ExecuteAsync(Refused.Select(on => $"CREATE TRIGGER {Name(on)} BEFORE {on} BEGIN SELECT RAISE(ABORT, 'full'); END"));

    private Task MakeRoomAsync() => ExecuteAsync(Refused.Select(on => $"DROP TRIGGER {Name(on)}"));

    private static string Name(string on) => on.Replace(' ', '_');

    private Task ExecuteAsync(IEnumerable<string> statements) => _site.The<GroupedWriter>().WriteAsync(
        async scope =>
        {
            foreach (var statement in statements)
            {
                await scope.ExecuteAsync(statement);
            }
        },
        Stop);
}
