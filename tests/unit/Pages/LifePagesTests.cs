using System.Net;
using AngleSharp.Html.Dom;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Language;
using Participatie.Tests.Definition.Life;

namespace Participatie.Tests.Pages;

/// <summary>What residents read when something happens to a consultation.</summary>
public sealed class LifePagesTests : IAsyncDisposable
{
    private const string Clearer = "Vraag 2 is verduidelijkt.";

    private readonly Site _site = new();

    private DateOnly LastDay => Amsterdam.DayOf(_site.Clock.Now).AddDays(30);

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Whoever_has_a_draft_is_told_of_a_correction_at_the_next_page_and_once()
    {
        var (version, life) = await OpenAsync();
        var (first, late) = (_site.NewResident(), _site.NewResident());
        foreach (var resident in new[] { first, late })
        {
            await resident.OpenAsync("/raadpleging/proef/vraag/een");
            await resident.AnswerAsync();
        }

        await CorrectAsync(life);

        await first.OpenAsync("/raadpleging/proef/vraag/twee");
        AssertTold(first);
        Assert.Contains("U ziet de vragen nog zoals u begon.", first.Words, StringComparison.Ordinal);
        await first.AnswerAsync();
        Assert.DoesNotContain(Clearer, first.Words, StringComparison.Ordinal);

        // Their page was made before: what they send is kept, and the next one tells.
        await late.AnswerAsync();
        AssertTold(late);
        Assert.Equal(1, version.Number);

        // Somebody else who begins now sees the corrected questions, and no news.
        var newcomer = _site.NewResident();
        await newcomer.OpenAsync("/raadpleging/proef/vraag/een");
        await newcomer.AnswerAsync();
        Assert.StartsWith("Vraag 2 van 4", newcomer.Title, StringComparison.Ordinal);
        Assert.DoesNotContain(Clearer, newcomer.Words, StringComparison.Ordinal);

        void AssertTold(Resident resident)
        {
            Assert.Contains($"Op {Day(_site.Clock.Now)} maakten wij iets duidelijker:", resident.Words, StringComparison.Ordinal);
            Assert.Contains(Clearer, resident.Words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_changed_stands_on_the_start_page_and_with_the_promises_and_both_days_where_they_differ()
    {
        var (version, life) = await OpenAsync();
        await CorrectAsync(life);
        await life.ExtendAsync(LastDay.AddDays(7), "Het water stond te hoog.");
        var words = InterfaceWords.For("nl");

        foreach (var address in new[] { "/raadpleging/proef", "/raadpleging/proef/afspraken" })
        {
            var page = Said(await _site.OpenAsync(address));
            Assert.Contains($"meedoen tot en met {words.Day(LastDay.AddDays(7))}.", page, StringComparison.Ordinal);
            Assert.Contains(Clearer, page, StringComparison.Ordinal);
            Assert.Contains("Het water stond te hoog.", page, StringComparison.Ordinal);
        }

        var charter = Said(await _site.OpenAsync("/raadpleging/proef/afspraken"));
        Assert.Contains($"Eerst was dat tot en met {words.Day(LastDay)}.", charter, StringComparison.Ordinal);
        Assert.Contains("Een beheerder van de provincie gaf toestemming.", charter, StringComparison.Ordinal);
        Assert.Contains(OpenedAtOnce.Reason, charter, StringComparison.Ordinal);
        Assert.Contains(words.Day(LastDay.AddDays(7)), Said(await _site.OpenAsync("/")), StringComparison.Ordinal);
        Assert.Contains(words.Day(LastDay.AddDays(7)), Said(await _site.OpenAsync("/raadpleging/proef/papier")), StringComparison.Ordinal);

        // Nobody is sent away on the day that was promised first.
        _site.Clock.Now = Amsterdam.EndOf(version.Definition.Charter.ClosesOn).AddHours(2);
        var resident = _site.NewResident();
        await resident.OpenAsync("/raadpleging/proef/vraag/een");
        await resident.AnswerAsync();
        Assert.Equal("/raadpleging/proef/vraag/twee", resident.Address);
    }

    [Theory]
    [InlineData("nl-simple", "Wij maakten op")]
    [InlineData("en", "we made something clearer:")]
    public async Task In_another_language_the_words_are_the_sites_own_and_the_reason_is_marked_as_Dutch(string language, string words)
    {
        var (_, life) = await OpenAsync();
        await CorrectAsync(life);
        await life.WithdrawAsync(AnswersOnWithdrawal.Counted, "Het plan gaat niet door.");
        var resident = _site.NewResident();
        await resident.OpenAsync($"/raadpleging/proef/afspraken?taal={language}");

        Assert.Contains(words, resident.Words, StringComparison.Ordinal);
        foreach (var reason in new[] { Clearer, "Het plan gaat niet door." })
        {
            var said = resident.Page.QuerySelectorAll("main p, main span").Last(part => part.TextContent.Trim() == reason);
            Assert.Equal("nl", (said.QuerySelector("[lang]") ?? said).GetAttribute("lang"));
        }
    }

    [Fact]
    public async Task Closed_early_a_begun_draft_has_an_hour_and_is_told_until_when()
    {
        var (_, life) = await OpenAsync();
        var resident = _site.NewResident();
        await resident.OpenAsync("/raadpleging/proef/vraag/een");
        await resident.AnswerAsync();
        _site.Clock.Now = Amsterdam.StartOf(LastDay.AddDays(-10)).AddHours(14);
        await life.CloseAsync("Iedereen is gehoord.");

        await resident.OpenAsync("/raadpleging/proef/vraag/twee");
        Assert.Contains("nog versturen tot 15:00 uur.", resident.Words, StringComparison.Ordinal);
        Assert.Contains("Iedereen is gehoord.", resident.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("1 uur vannacht", resident.Words, StringComparison.Ordinal);
        var newcomer = _site.NewResident();
        await newcomer.OpenAsync("/raadpleging/proef/vraag/een");
        Assert.Equal("/raadpleging/proef", newcomer.Address);
        Assert.Contains($"gesloten sinds {Day(_site.Clock.Now)}.", newcomer.Words, StringComparison.Ordinal);
        await resident.AnswerAsync();
        await resident.AnswerAsync();
        await resident.SendAsync();
        Assert.EndsWith("/bedankt", resident.Address, StringComparison.Ordinal);

        _site.Clock.Now += Opening.Grace;
        await newcomer.OpenAsync("/");
        Assert.Contains("Dit is klaar", newcomer.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AnswersOnWithdrawal.Counted, "Wij tellen de antwoorden die al verstuurd zijn.")]
    [InlineData(AnswersOnWithdrawal.Deleted, "Wij tellen de antwoorden niet. Wij wissen ze allemaal.")]
    public async Task Withdrawn_it_shuts_at_once_and_every_page_says_why_and_what_happens_to_the_answers(
        AnswersOnWithdrawal answers, string said)
    {
        var (_, life) = await OpenAsync();
        var (sent, begun) = (_site.NewResident(), _site.NewResident());
        await sent.ToCheckPageAsync("proef");
        await sent.SendAsync();
        var code = sent.Receipt();
        await begun.OpenAsync("/raadpleging/proef/vraag/een");
        await begun.AnswerAsync();
        await life.WithdrawAsync(answers, "Het plan gaat niet door.");

        await begun.AnswerAsync();
        Assert.Equal("/raadpleging/proef", begun.Address);
        AssertSays(begun.Words);
        await begun.OpenAsync("/raadpleging/proef/controleren");
        AssertSays(begun.Words);
        foreach (var address in new[] { "/", "/raadpleging/proef/resultaat", "/raadpleging/proef/afspraken" })
        {
            AssertSays(Said(await _site.OpenAsync(address)));
        }

        // Nothing is promised any more, and what is not there is not pointed at.
        foreach (var address in new[] { "/", "/raadpleging/proef" })
        {
            var page = await _site.OpenAsync(address);
            Assert.Equal(
                answers == AnswersOnWithdrawal.Counted, page.QuerySelector("main a[href='/raadpleging/proef/resultaat']") is not null);
        }

        foreach (var address in new[] { "/raadpleging/proef", "/raadpleging/proef/resultaat" })
        {
            Assert.DoesNotContain("Wat er daarna gebeurt", Said(await _site.OpenAsync(address)), StringComparison.Ordinal);
        }

        Assert.Contains(
            "Wat wij beloofden, geldt niet meer.", Said(await _site.OpenAsync("/afspraken")), StringComparison.Ordinal);
        if (answers == AnswersOnWithdrawal.Deleted)
        {
            await _site.The<DeleteWithdrawnAnswers>().DeleteAsync(life.Now, TestContext.Current.CancellationToken);
        }

        await sent.OpenAsync("/mijn-antwoord");
        await sent.Type("Wat is de code van uw antwoord?", code.ToString()).PressAsync("Bekijk mijn antwoord");
        if (answers == AnswersOnWithdrawal.Deleted)
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, sent.Status);
            Assert.Contains("Van deze vragen hebben wij alle antwoorden gewist:", sent.Words, StringComparison.Ordinal);
            Assert.Equal("/raadpleging/proef", sent.Link("Een proef").GetAttribute("href"));
        }
        else
        {
            AssertSays(sent.Words);
        }

        void AssertSays(string words)
        {
            Assert.Contains("stopten wij met deze vragen.", words, StringComparison.Ordinal);
            Assert.Contains("Het plan gaat niet door.", words, StringComparison.Ordinal);
            Assert.Contains(said, words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_was_typed_when_it_was_withdrawn_is_given_back_with_the_reason()
    {
        await _site.PublishAsync(new GivenConsultation().WithSlug("proef").WithYesNo("een").WithOpen("twee").ClosingOn(LastDay).Build());
        var life = GivenLife.Of(_site.Services, _site.The<Catalogue>().Latest("proef")!);
        var resident = _site.NewResident();
        await resident.OpenAsync("/raadpleging/proef/vraag/een");
        await resident.AnswerAsync();
        await life.WithdrawAsync(AnswersOnWithdrawal.Deleted, "Het plan gaat niet door.");

        await resident.Type("twee", "Meer bomen.").PressAsync("Verder");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, resident.Status);
        Assert.Contains("Meer bomen.", resident.Words, StringComparison.Ordinal);
        Assert.Contains("Het plan gaat niet door.", resident.Words, StringComparison.Ordinal);
    }

    /// <summary>From one source: so each page says it from the same day on.</summary>
    [Fact]
    public async Task A_promise_is_late_from_the_day_after_on_every_page_that_tells_it_and_met_when_it_is()
    {
        var (version, life) = await OpenAsync();
        var charter = version.Definition.Charter;
        _site.Clock.Now = Amsterdam.EndOf(charter.ClosesOn).AddMinutes(1);
        await _site.Services.CloseOnItsDayAsync(life.Id, TestContext.Current.CancellationToken);
        (string Address, PromiseKind Kind, string Late)[] places =
        [
            ("/", PromiseKind.Results, "zouden wij de uitslag vertellen. Wij zijn te laat sinds"),
            ("/raadpleging/proef/resultaat", PromiseKind.Results, "zouden wij de uitslag vertellen. Wij zijn te laat sinds"),
            ("/afspraken", PromiseKind.Results, "zouden wij de uitslag vertellen. Wij zijn te laat sinds"),
            ("/", PromiseKind.Decision, "vertellen wat wij ermee doen. Dat is niet gelukt."),
            ("/raadpleging/proef/resultaat", PromiseKind.Decision, "te vertellen. Dat is nog niet gebeurd."),
            ("/afspraken", PromiseKind.Decision, "zouden wij het besluit vertellen. Wij zijn te laat sinds"),
        ];
        foreach (var (address, kind, late) in places)
        {
            var day = kind == PromiseKind.Results ? charter.ResultsBy : charter.DecisionBy;
            _site.Clock.Now = Amsterdam.EndOf(day).AddSeconds(-1);
            Assert.DoesNotContain(late, About(await _site.OpenAsync(address)), StringComparison.Ordinal);
            _site.Clock.Now = Amsterdam.EndOf(day);
            Assert.Contains(late, About(await _site.OpenAsync(address)), StringComparison.Ordinal);
        }

        await life.TakeAsync<ReportResults>((verb, scope) => verb.ReportAsync(scope, life.Request()));
        await life.TakeAsync<RecordDecision>((verb, scope) => verb.RecordAsync(scope, life.Request("De brug komt er.")));
        foreach (var (address, _, late) in places)
        {
            Assert.DoesNotContain(late, About(await _site.OpenAsync(address)), StringComparison.Ordinal);
        }

        Assert.Contains($"Dat deden wij op {Day(_site.Clock.Now)}.", About(await _site.OpenAsync("/afspraken")), StringComparison.Ordinal);
        Assert.Contains("De brug komt er.", Said(await _site.OpenAsync("/raadpleging/proef/afspraken")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_openings_without_the_council_stand_on_one_page_that_every_page_leads_to()
    {
        await OpenAsync();
        var home = await _site.OpenAsync("/");
        Assert.NotNull(home.QuerySelector("footer a[href='/afspraken']"));
        var page = Said(await _site.OpenAsync("/afspraken"));
        Assert.Contains($"De vragen gingen open op {Day(_site.Clock.Now)}. De reden: {OpenedAtOnce.Reason}", page, StringComparison.Ordinal);
        // Of the samples too, and these are on it as well.
        Assert.Contains("voorbeeld", page, StringComparison.Ordinal);
        using var client = _site.CreateClient();
        foreach (var number in new[] { "0", "2", "-1" })
        {
            using var none = await client.GetAsync(
                new Uri($"/afspraken?pagina={number}", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        }
    }

    private static GivenConsultation Questions() =>
        new GivenConsultation().WithSlug("proef").WithYesNo("een").WithYesNo("twee").WithYesNo("drie");

    private async Task<(PublishedVersion Version, GivenLife Life)> OpenAsync()
    {
        var version = await _site.PublishAsync(Questions().ClosingOn(LastDay).Build());
        _site.Clock.Now += TimeSpan.FromSeconds(1);
        return (version, GivenLife.Of(_site.Services, version));
    }

    private async Task CorrectAsync(GivenLife life)
    {
        var closes = _site.The<Catalogue>().Latest("proef")!.Definition.Charter.ClosesOn;
        await life.SaveAsync(GivenLife.Document(Questions().WithYesNo("vier").ClosingOn(closes)));
        _site.Clock.Now += TimeSpan.FromSeconds(1);
        await life.CorrectAsync(Clearer);
        _site.Clock.Now += TimeSpan.FromSeconds(1);
    }

    private static string Day(DateTimeOffset moment) => InterfaceWords.For("nl").Day(Amsterdam.DayOf(moment));

    private static string Said(IHtmlDocument page) => Resident.Clean(page.QuerySelector("main")!);

    /// <summary>The part of a page that is about this consultation: others are late too by then.</summary>
    private static string About(IHtmlDocument page)
    {
        var heading = page.QuerySelectorAll("main h3").FirstOrDefault(found => Resident.Clean(found) == "Een proef");
        var words = new List<string>();
        for (var next = heading?.NextElementSibling; next is not null && next.LocalName is not ("h2" or "h3"); next = next.NextElementSibling)
        {
            words.Add(Resident.Clean(next));
        }

        return heading is null ? Said(page) : string.Join(' ', words);
    }
}
