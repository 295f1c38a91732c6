using System.Net;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake.Queue;
using Participatie.Surveys.Storage;
using Participatie.Tests.Access;
using Participatie.Web.Access;

namespace Participatie.Tests.Pages.Desk;

/// <summary>An administrator sees what waits and what could not be counted, and gives it another try.</summary>
public sealed class QueuePageTests : IAsyncDisposable
{
    private const string Queue = "/beheer/wachtrij";
    private const string Some = "Probeer de gekozen reacties opnieuw";

    private readonly SiteWithoutWorker _site = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Says_what_waits_since_when_and_why_the_rest_could_not_be_counted()
    {
        var browser = (await GivenStaff.AdministratorAsync(_site)).Browser;
        await browser.OpenAsync(Queue);
        Assert.Contains("Er wacht niets.", browser.Words, StringComparison.Ordinal);
        Assert.Contains("Alle reacties konden worden geteld.", browser.Words, StringComparison.Ordinal);
        Assert.Empty(browser.Page.QuerySelectorAll("main button[value=alle]"));

        await PutAsync("wonen", dead: false, failure: null, due: _site.Clock.Now.AddHours(-1), 1, 2);
        await PutAsync("wonen", dead: true, nameof(UnreadableVersionException), _site.Clock.Now, 3);
        await PutAsync("themas", dead: true, "SqliteException", _site.Clock.Now, 4);
        await PutAsync("themas", dead: true, "<script>alert(1)</script>", _site.Clock.Now, 5);
        await PutAsync("themas", dead: true, "TTLExpiredException", _site.Clock.Now, 6);
        await browser.OpenAsync(Queue);
        Assert.Contains("De reactie stond te lang in de wachtrij.", browser.Words, StringComparison.Ordinal);
        Assert.Contains("Er wachten 2 reacties. De oudste wacht sinds ", browser.Words, StringComparison.Ordinal);
        Assert.Contains("Het tellen loopt achter.", browser.Words, StringComparison.Ordinal);
        Assert.Contains("4 reacties konden niet worden geteld.", browser.Words, StringComparison.Ordinal);
        Assert.Contains(
            "Zij zijn gemaakt met een nieuwere versie. Het programma probeerde het 12 keer.", browser.Words, StringComparison.Ordinal);
        Assert.Contains("De database gaf geen antwoord, of nam niets aan.", browser.Words, StringComparison.Ordinal);
        Assert.Contains("De naam van de fout is <script>alert(1)</script>.", browser.Words, StringComparison.Ordinal);
        Assert.Empty(browser.Page.QuerySelectorAll("main script"));

        await PutAsync("wonen", dead: false, failure: null, due: _site.Clock.Now.AddHours(1), 1, 2);
        await browser.OpenAsync(Queue);
        Assert.Contains("De volgende poging is op ", browser.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_a_selection_and_all_are_tried_again_with_a_line_in_the_log()
    {
        await PutAsync("themas", dead: true, "SqliteException", _site.Clock.Now, 1, 2, 3, 4, 5);
        await PutAsync("wonen", dead: true, nameof(UnreadableVersionException), _site.Clock.Now, 6, 7);
        var (one, other) = await TwoAsync();
        await one.OpenAsync(Queue);
        await one.PressAsync(Some);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, one.Status);
        Assert.Contains("U koos nog geen reactie.", one.Words, StringComparison.Ordinal);
        Assert.Equal(7, await DeadAsync());

        Tick(one, 0);
        await one.PressAsync(Some);
        Assert.Contains("1 reactie wordt opnieuw geteld.", one.Words, StringComparison.Ordinal);
        Assert.Equal(6, await DeadAsync());

        // Two who choose the same: it happens once, and the second is told.
        await other.OpenAsync(Queue);
        Tick(one, 0);
        Tick(one, 1);
        await one.PressAsync(Some);
        Tick(other, 1);
        Tick(other, 2);
        await other.PressAsync(Some);
        Assert.Contains(
            "1 reactie wordt opnieuw geteld. 1 reactie stond er niet meer.", other.Words, StringComparison.Ordinal);
        Assert.Equal(3, await DeadAsync());

        // All of what is searched for, and nothing else.
        await one.OpenAsync($"{Queue}?zoek=nieuwere versie");
        await one.PressAsync("Probeer alle 2 reacties opnieuw");
        Assert.Contains("2 reacties worden opnieuw geteld.", one.Words, StringComparison.Ordinal);
        Assert.Equal(1, await DeadAsync());
        await one.OpenAsync(Queue);
        await one.PressAsync("Probeer de reactie in deze lijst opnieuw");
        Assert.Equal(0, await DeadAsync());

        var lines = (await _site.AuditAsync()).Where(line => line.Subject == "wachtrij").ToList();
        Assert.All(lines, line => Assert.Equal("reacties opnieuw geprobeerd", line.Action));
        Assert.Equal(["themas 1", "themas 2", "themas 1", "wonen 2", "themas 1"], lines.Select(line => line.After));
    }

    [Fact]
    public async Task The_list_is_searched_and_paged_and_takes_whatever_is_sent()
    {
        var thirty = Enumerable.Range(1, 30).Select(number => (byte)number).ToArray();
        await PutAsync("wonen", dead: true, "SqliteException", _site.Clock.Now, thirty);
        await PutAsync("themas", dead: true, null, _site.Clock.Now, 40);
        var browser = (await GivenStaff.AdministratorAsync(_site)).Browser;
        await browser.OpenAsync(Queue);
        Assert.Equal(25, browser.Page.QuerySelectorAll("main .choice").Length);
        await browser.FollowAsync("Volgende pagina");
        Assert.Equal(6, browser.Page.QuerySelectorAll("main .choice").Length);
        Assert.Contains("Reactie 31:", browser.Words, StringComparison.Ordinal);
        await browser.OpenAsync($"{Queue}?zoek=themas");
        Assert.Single(browser.Page.QuerySelectorAll("main .choice"));
        Assert.Contains("Er staat niet bij waarom.", browser.Words, StringComparison.Ordinal);

        foreach (var evil in new[] { "\"><script>alert(1)</script>", new string('x', 10_000) })
        {
            await browser.OpenAsync(Queue);
            await browser.Type("Zoeken", evil).PressGetAsync("Zoek een reactie");
            Assert.Equal(HttpStatusCode.OK, browser.Status);
            Assert.Contains("0 reacties in de lijst.", browser.Words, StringComparison.Ordinal);
            Assert.Empty(browser.Page.QuerySelectorAll("main script"));
            await browser.OpenAsync(Queue);
            Tick(browser, 0);
            browser.Page.GetElementById("reactie")!.SetAttribute("value", evil);
            await browser.PressAsync(Some);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        }

        Assert.Equal(31, await DeadAsync());
    }

    private static void Tick(Resident browser, int at) =>
        ((AngleSharp.Html.Dom.IHtmlInputElement)browser.Page.QuerySelectorAll("main .choice input")[at]).IsChecked = true;

    private async Task<(Resident One, Resident Other)> TwoAsync()
    {
        var one = await GivenStaff.AdministratorAsync(_site);
        return (one.Browser, await one.SignInElsewhereAsync());
    }

    private async Task<int> DeadAsync() => (await _site.The<IResponseQueue>().ListDeadAsync(Stop)).Count;

    /// <summary>Each number is a response; one that is there already changes.</summary>
    private Task PutAsync(string slug, bool dead, string? failure, DateTimeOffset due, params byte[] numbers) =>
        _site.The<GroupedWriter>().WriteAsync(
            async scope =>
            {
                foreach (var number in numbers)
                {
                    byte[] id = [.. Enumerable.Repeat(number, 16)];
                    var entry = await scope.Context.Queue.FindAsync([id], Stop);
                    if (entry is null)
                    {
                        entry = new QueueEntry
                        {
                            ResponseId = id,
                            ConsultationId = _site.The<Catalogue>().Latest(slug)!.ConsultationId,
                            Attempts = 12,
                            VisibleAt = 0,
                            Dead = dead,
                            Failure = failure,
                        };
                        scope.Context.Queue.Add(entry);
                    }

                    entry.VisibleAt = due.ToUnixTimeMilliseconds();
                }

                await scope.Context.SaveChangesAsync(Stop);
            },
            Stop);
}
