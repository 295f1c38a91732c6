using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Decisions;
using Participatie.Surveys.Storage;
using Participatie.Tests.Definition.Life;

namespace Participatie.Tests.Pages;

/// <summary>The first page tells what can be answered, what came of the rest, and what is late.</summary>
public sealed class HomePageTests : IAsyncDisposable
{
    private readonly Site _site = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private DateOnly Today => Amsterdam.DayOf(_site.Clock.Now);

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Each_open_consultation_has_one_button_that_says_where_it_goes()
    {
        var page = await _site.OpenAsync("/");
        var open = _site.The<Catalogue>().All.Count(version => _site.The<Catalogue>().StateOf(version, _site.Clock.Now) == OpenState.Open);
        var buttons = page.QuerySelectorAll("main a.button");
        Assert.Equal(open, buttons.Length);
        Assert.Equal(open, buttons.Select(Resident.Clean).Distinct().Count());
        Assert.All(buttons, button => Assert.StartsWith("Doe mee: ", Resident.Clean(button), StringComparison.Ordinal));
        foreach (var button in buttons)
            Assert.Single(page.QuerySelectorAll("main a"), link => link.GetAttribute("href") == button.GetAttribute("href"));
    }

    [Fact]
    public async Task Without_a_consultation_it_says_so_and_nothing_is_pressed()
    {
        _site.Clock.Now += TimeSpan.FromDays(365 * 5);
        var page = await _site.OpenAsync("/");
        Assert.Contains("Op dit moment zijn er geen vragen.", Said(page), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main a.button"));
    }

    [Fact]
    public async Task What_is_decided_stands_with_what_was_asked_and_goes_when_it_is_taken_back()
    {
        var id = await CloseAsync("brug", Today);
        var said = About(await _site.OpenAsync("/"), "brug");
        Assert.StartsWith("Wij vroegen: ", said, StringComparison.Ordinal);
        Assert.Contains("Op ", said, StringComparison.Ordinal);

        await TellAsync(id, seen: 0);
        said = About(await _site.OpenAsync("/"), "brug");
        Assert.Contains("Wij doen: Dit doen wij voor een deel. Wij zijn begonnen. Er komt een brug.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("vertelden wij wat wij ermee doen", said, StringComparison.Ordinal);

        await _site.The<GroupedWriter>().WriteAsync(
            scope => _site.The<TakeBackDecision>().TakeBackAsync(
                scope,
                new DecisionRequest
                {
                    ConsultationId = id,
                    QuestionId = DecisionEntry.Whole,
                    Text = new DecisionText(),
                    Seen = 1,
                    Note = "De Staten beslissen nog.",
                    Who = "",
                }),
            Stop);
        Assert.DoesNotContain("Wij doen:", About(await _site.OpenAsync("/"), "brug"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_the_late_ones_and_the_newest_are_told_and_the_others_are_one_press_away()
    {
        for (var number = 1; number <= 7; number++)
        {
            // The first two promised more than they kept.
            var id = await CloseAsync($"oud-{number}", Today, promisedEarly: number <= 2);
            if (number == 3)
                await TellAsync(id, seen: 0);
            _site.Clock.Now += TimeSpan.FromHours(1);
        }

        _site.Clock.Now += TimeSpan.FromDays(3);
        var page = await _site.OpenAsync("/");
        var told = page.QuerySelectorAll("main > h3").Select(Resident.Clean)
            .Where(title => title.StartsWith("oud-", StringComparison.Ordinal));
        Assert.Equal(["oud-2", "oud-1", "oud-7", "oud-6", "oud-5"], told);
        Assert.Contains("Wij zijn te laat sinds", Clean(page.QuerySelectorAll("main > p > strong")), StringComparison.Ordinal);
        Assert.Equal(
            ["/raadpleging/oud-4/resultaat", "/raadpleging/oud-3/resultaat"],
            page.QuerySelectorAll("main details li a").Select(link => link.GetAttribute("href")));
    }

    private static string Said(IHtmlDocument page) => Resident.Clean(page.QuerySelector("main")!);

    private static string Clean(IEnumerable<IElement> parts) => string.Join(' ', parts.Select(Resident.Clean));

    private static string About(IHtmlDocument page, string title)
    {
        var words = new List<string>();
        for (var next = page.QuerySelectorAll("main h3").Single(found => Resident.Clean(found) == title).NextElementSibling;
            next is { LocalName: not ("h2" or "h3") };
            next = next.NextElementSibling)
        {
            words.Add(Resident.Clean(next));
        }

        return string.Join(' ', words);
    }

    private async Task<int> CloseAsync(string slug, DateOnly today, bool promisedEarly = false)
    {
        var definition = new GivenConsultation().WithSlug(slug).WithYesNo("een").ClosingOn(today.AddDays(1)).But(
            consultation => consultation with
            {
                Title = new Text(consultation.Languages.ToDictionary(tag => tag, _ => slug, StringComparer.Ordinal)),
                Charter = consultation.Charter with
                {
                    ResultsBy = today.AddDays(promisedEarly ? 2 : 90),
                    DecisionBy = today.AddDays(promisedEarly ? 2 : 120),
                },
            }).Build();
        var version = await _site.PublishAsync(definition);
        var life = GivenLife.Of(_site.Services, version);
        _site.Clock.Now += TimeSpan.FromMinutes(1);
        await life.CloseAsync("Genoeg antwoorden.");
        _site.Clock.Now += Opening.Grace;
        return version.ConsultationId;
    }

    private async Task TellAsync(int id, int seen)
    {
        var life = GivenLife.Of(_site.Services, _site.The<Catalogue>().VersionsOf(id)[^1]);
        var text = new DecisionText
        {
            Heard = "Veel mensen willen een brug.",
            Outcome = DecisionOutcome.Partly,
            Why = "Er komt een brug.",
            DecidedBy = "Provinciale Staten",
            Progress = DecisionProgress.Begun,
        };
        await life.TakeAsync<PublishDecision>((verb, scope) => verb.PublishAsync(
            scope,
            new DecisionRequest { ConsultationId = id, QuestionId = DecisionEntry.Whole, Text = text, Seen = seen, Who = "" },
            life.Now));
    }
}
