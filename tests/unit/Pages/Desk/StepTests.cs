using System.Net;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Tests.Access;
using Participatie.Web.Access;

namespace Participatie.Tests.Pages.Desk;

/// <summary>Each step in the life of a consultation, as staff take it on a page.</summary>
public sealed class StepTests : IDisposable
{
    private readonly Site _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task A_consultation_goes_from_concept_to_archive_by_its_pages()
    {
        var browser = (await GivenDesk.WithConceptAsync(_site)).Browser;
        await browser.OpenAsync(GivenDesk.Page);
        Assert.Contains("Dit is een concept.", browser.Words, StringComparison.Ordinal);
        Assert.Equal("Vraag om beoordeling", MainStep(browser));
        await browser.StepAsync("nakijken", "Vraag om beoordeling");
        Assert.Equal("Ga naar de adviesraad", MainStep(browser));
        await browser.StepAsync("tekenen", "Sta toe", "De raad komt later");
        Assert.Equal("Kies de dag van de opening", MainStep(browser));
        await browser.StepAsync("plannen", "Plan de opening", day: _site.Today().AddDays(3));
        Assert.Equal(LifeState.Planned, (await _site.LifeAsync()).State);
        Assert.Null(MainStep(browser));
        await browser.StepAsync("plan-weghalen", "Haal de dag weg");
        await browser.StepAsync("openen", "Open nu");
        Assert.Equal(GivenDesk.Page, browser.Address);
        Assert.Contains("De raadpleging is open.", browser.Words, StringComparison.Ordinal);
        Assert.Contains("Dat is over 30 dagen.", browser.Words, StringComparison.Ordinal);
        var visitor = _site.NewResident();
        foreach (var address in new[] { "/raadpleging/proef", "/toegankelijkheid" })
        {
            await visitor.OpenAsync(address);
            Assert.Contains("Anna Velthuis van de provincie gaf toestemming.", visitor.Words, StringComparison.Ordinal);
            Assert.Contains("De raad komt later", visitor.Words, StringComparison.Ordinal);
        }

        await browser.StepAsync("verlengen", "Verleng", "Veel mensen vroegen erom", _site.Today().AddDays(40));
        Assert.Equal(_site.Today().AddDays(40), (await _site.LifeAsync()).ExtendedTo);
        await browser.StepAsync("sluiten", "Verder", "Er is brand geweest");
        Assert.Contains("Weet u zeker dat u nu wilt sluiten?", browser.Words, StringComparison.Ordinal);
        Assert.Equal(LifeState.Open, (await _site.LifeAsync()).State);
        await browser.PressAsync("Ja, sluit nu");
        Assert.Equal("Meld dat het verslag er is", MainStep(browser));
        await browser.StepAsync("verslag", "Leg vast");
        Assert.Equal("Meld het besluit", MainStep(browser));
        await browser.StepAsync("besluit", "Leg vast", "Er komen twee dorpshuizen");
        Assert.Equal("Zet in het archief", MainStep(browser));
        await browser.StepAsync("archiveren", "Zet in het archief");
        await browser.StepAsync("terugzetten", "Haal terug");
        Assert.Equal(LifeState.Reported, (await _site.LifeAsync()).State);
        Assert.Contains("Reden: Er komen twee dorpshuizen", browser.Words, StringComparison.Ordinal);
        Assert.Contains("Anna Velthuis", browser.Words, StringComparison.Ordinal);

        // Each step has its line, in the same order.
        Assert.Equal(
            [
                "nakijken", "tekenen", "plannen", "plan-weghalen", "openen", "verlengen", "sluiten", "verslag", "besluit", "archiveren",
                "terugzetten",
            ],
            (await _site.AuditAsync()).Where(line => line.Subject == GivenDesk.Slug).Select(line => line.Action).Skip(1));
        Assert.Equal(12, (await _site.LifeAsync()).Events.Length);
    }

    [Fact]
    public async Task Every_step_that_asks_for_something_says_what_is_missing_and_keeps_the_rest()
    {
        var browser = (await GivenDesk.WithConceptAsync(_site)).Browser;
        await browser.StepAsync("nakijken", "Vraag om beoordeling");
        await RefusedAsync(browser, "tekenen", "Sta toe", "reden", "Schrijf een reden.");
        await RefusedAsync(browser, "terugsturen", "Stuur terug", "reden", "Schrijf een reden.");
        await browser.StepAsync("tekenen", "Sta toe", "proef");
        await RefusedAsync(browser, "plannen", "Plan de opening", "dag", "Vul een dag in.");
        await DayAsync(browser, "plannen", "Plan de opening", ("31", "2", "2027"), "Deze dag is er niet.");
        await DayAsync(browser, "plannen", "Plan de opening", ("x", "maart", "2027"), "Deze dag is er niet.");
        await DayAsync(browser, "plannen", "Plan de opening", Typed(_site.Today()), "Kies een dag na vandaag.");
        await DayAsync(browser, "plannen", "Plan de opening", Typed(_site.Today().AddDays(30)), "Kies een dag voor de laatste dag.");
        await browser.StepAsync("openen", "Open nu");
        await browser.OpenAsync(GivenDesk.Page + "/verlengen");
        await browser.Reason("Omdat het kan").PressAsync("Verleng");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Equal("Omdat het kan", browser.Page.GetElementById("reden")!.TextContent);
        Assert.Equal("true", browser.Page.GetElementById("dag-maand")!.GetAttribute("aria-invalid"));
        await DayAsync(browser, "verlengen", "Verleng", Typed(_site.Today().AddDays(30)), "Kies een dag na de laatste dag", "x");
        await DayAsync(browser, "verlengen", "Verleng", Typed(_site.Today().AddDays(72)), "Kies een dag voor de dag waarop", "x");
        await RefusedAsync(browser, "sluiten", "Verder", "reden", "Schrijf een reden.");
        await RefusedAsync(browser, "intrekken", "Verder", "antwoorden", "Kies wat er met de antwoorden gebeurt.");
        await RefusedAsync(browser, "verbeteren", "Verbeter nu", "reden", "Schrijf een reden.");
        await browser.OpenAsync(GivenDesk.Page + "/sluiten");
        await browser.Reason(new string('a', 1001)).PressAsync("Verder");
        await browser.PressAsync("Ja, sluit nu");
        Assert.Contains("Deze reden is te lang", browser.Words, StringComparison.Ordinal);
        Assert.Equal(1001, browser.Page.GetElementById("reden")!.TextContent.Length);
        Assert.Equal(LifeState.Open, (await _site.LifeAsync()).State);
        Assert.Equal(4, (await _site.LifeAsync()).Events.Length);
    }

    [Fact]
    public async Task A_month_may_be_written_as_a_word()
    {
        var browser = (await GivenDesk.WithConceptAsync(_site)).Browser;
        await browser.StepAsync("nakijken", "Vraag om beoordeling");
        await browser.StepAsync("tekenen", "Sta toe", "proef");
        var day = _site.Today().AddDays(3);
        await browser.OpenAsync(GivenDesk.Page + "/plannen");
        var month = day.ToString("MMM", System.Globalization.CultureInfo.GetCultureInfo("nl-NL"));
        await browser.Type("Dag", $" {day.Day} ").Type("Maand", month).Type("Jaar", $"{day.Year % 100}").PressAsync("Plan de opening");
        Assert.Equal(day, (await _site.LifeAsync()).OpensOn);
    }

    [Fact]
    public async Task Only_an_administrator_signs_off()
    {
        await GivenDesk.WithConceptAsync(_site);
        var author = (await GivenStaff.ColleagueAsync(_site, "bas@voorbeeld.nl", (StaffRole.Author, null))).Browser;
        await author.OpenAsync("/beheer/raadpleging/nieuw");
        await author.Type("Tekst van de vragen", _site.Document(slug: "van-bas")).PressAsync("Begin");
        await author.OpenAsync("/beheer/raadpleging/van-bas/nakijken");
        await author.PressAsync("Vraag om beoordeling");
        Assert.Equal("Ga naar de adviesraad", MainStep(author));
        Assert.Contains("De adviesraad kijkt de vragen na.", author.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(author.Page.QuerySelectorAll("main a"), link => Resident.Clean(link) == "Sta de opening toe zonder de adviesraad");
        Assert.Contains(author.Page.QuerySelectorAll("main a"), link => Resident.Clean(link) == "Stuur terug naar de auteur");
        var (_, fields) = author.Form("Uitloggen");
        await author.PostAsync("/beheer/raadpleging/van-bas/tekenen", [.. fields, new("gezien", "2"), new("reden", "ik mag het wel")]);
        Assert.Equal(HttpStatusCode.Forbidden, author.Status);
        await author.PostAsync(GivenDesk.Page + "/intrekken", [.. fields, new("gezien", "1"), new("reden", "weg ermee")]);
        Assert.Equal(HttpStatusCode.Forbidden, author.Status);
        Assert.Equal(LifeState.Concept, (await _site.LifeAsync()).State);
    }

    [Fact]
    public async Task A_stale_form_says_what_happened_meanwhile_and_by_whom()
    {
        var staff = await GivenDesk.WithConceptAsync(_site);
        var slow = staff.Browser;
        await slow.StepAsync("nakijken", "Vraag om beoordeling");
        await slow.OpenAsync(GivenDesk.Page + "/terugsturen");
        var fast = await staff.SignInElsewhereAsync();
        await fast.StepAsync("tekenen", "Sta toe", "Het is goed zo");
        await slow.Reason("Vraag 2 klopt niet").PressAsync("Stuur terug");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, slow.Status);
        Assert.StartsWith("Fout: Intussen veranderde er iets", slow.Title, StringComparison.Ordinal);
        Assert.Contains("Mag open zonder de adviesraad", slow.Words, StringComparison.Ordinal);
        Assert.Contains("Reden: Het is goed zo", slow.Words, StringComparison.Ordinal);
        Assert.Contains("Anna Velthuis", slow.Words, StringComparison.Ordinal);
        Assert.Equal("Vraag 2 klopt niet", slow.Page.GetElementById("reden")!.TextContent);
        Assert.Equal(LifeState.Approved, (await _site.LifeAsync()).State);

        // Seen, and meant all the same.
        await slow.PressAsync("Stuur terug");
        Assert.Equal(LifeState.Concept, (await _site.LifeAsync()).State);
    }

    [Fact]
    public async Task What_cannot_be_done_any_more_is_said_and_what_was_written_is_shown()
    {
        var staff = await GivenDesk.WithConceptAsync(_site);
        var slow = staff.Browser;
        await slow.StepAsync("nakijken", "Vraag om beoordeling");
        await slow.OpenAsync(GivenDesk.Page + "/tekenen");
        var fast = await staff.SignInElsewhereAsync();
        await fast.StepAsync("intrekken", "Trek in", "Wij doen het niet");
        Assert.Equal(LifeState.Withdrawn, (await _site.LifeAsync()).State);
        await slow.Reason("Het is goed zo").PressAsync("Sta toe");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, slow.Status);
        Assert.Contains("Ingetrokken", slow.Words, StringComparison.Ordinal);
        Assert.Contains("Dit schreef u: Het is goed zo", slow.Words, StringComparison.Ordinal);
        await slow.OpenAsync(GivenDesk.Page + "/tekenen");
        Assert.Equal(HttpStatusCode.Conflict, slow.Status);
        Assert.Contains("De raadpleging is ingetrokken.", slow.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_open_and_withdraw_at_the_same_moment_do_not_both_succeed()
    {
        var staff = await GivenDesk.WithConceptAsync(_site);
        await staff.Browser.StepAsync("nakijken", "Vraag om beoordeling");
        await staff.Browser.StepAsync("tekenen", "Sta toe", "proef");
        await staff.Browser.OpenAsync(GivenDesk.Page + "/openen");
        var one = staff.Browser;
        var other = await staff.SignInElsewhereAsync();
        await other.OpenAsync(GivenDesk.Page + "/intrekken");
        other.Reason("Toch niet");
        await Task.WhenAll(one.PressAsync("Open nu"), other.PressAsync("Trek in"));
        Assert.Single(new[] { one, other }, browser => browser.Status == HttpStatusCode.UnprocessableEntity);
        Assert.Equal(4, (await _site.LifeAsync()).Events.Length);
    }

    [Fact]
    public async Task Questions_with_problems_go_no_further()
    {
        var browser = (await GivenDesk.WithConceptAsync(_site, _site.Document().Replace("\"en\"", "\"xx\"", StringComparison.Ordinal))).Browser;
        await browser.OpenAsync(GivenDesk.Page);
        Assert.Equal("Verbeter de vragen", MainStep(browser));
        await browser.OpenAsync(GivenDesk.Page + "/nakijken");
        Assert.False(browser.Offers("Vraag om beoordeling"));
        Assert.Contains("In de vragen moet eerst iets beter", browser.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closing_day_that_passes_before_the_sign_off_is_found_at_the_opening()
    {
        var browser = (await GivenDesk.WithConceptAsync(_site)).Browser;
        await browser.StepAsync("nakijken", "Vraag om beoordeling");
        await browser.StepAsync("tekenen", "Sta toe", "proef");
        await browser.OpenAsync(GivenDesk.Page + "/openen");
        var (address, fields) = browser.Form("Open nu");
        // Within the session: its clock is the server's own.
        await browser.PostAsync(address, fields.Where(field => field.Key != "gezien"));
        Assert.Contains("Dit formulier was niet heel", browser.Words, StringComparison.Ordinal);
        Assert.Equal(LifeState.Approved, (await _site.LifeAsync()).State);
    }

    [Fact]
    public async Task A_correction_shows_what_changes_and_needs_a_public_line()
    {
        var browser = (await GivenDesk.WithConceptAsync(_site)).Browser;
        await OpenAsync(browser);
        await browser.StepAsync("verbeteren", "Verbeter nu", "niets");
        Assert.Contains("De vragen zijn precies zo als inwoners ze nu lezen.", browser.Words, StringComparison.Ordinal);

        await browser.OpenAsync(GivenDesk.Questions);
        await browser.Type("Tekst van de vragen", _site.Document(definition => definition with { Title = GivenConsultation.Words("Een betere proef") }))
            .PressAsync("Bewaar");
        await browser.OpenAsync(GivenDesk.Page);
        Assert.Equal("Verbeter de tekst", MainStep(browser));
        await browser.OpenAsync(GivenDesk.Page + "/verbeteren");
        Assert.Contains("Andere tekst: Titel in het Nederlands", browser.Words, StringComparison.Ordinal);
        Assert.Contains("betere", browser.Page.QuerySelector("ins")!.TextContent, StringComparison.Ordinal);
        await browser.Reason("Op 3 maart is de titel verduidelijkt").PressAsync("Verbeter nu");
        Assert.Equal(GivenDesk.Page, browser.Address);
        Assert.Contains("Tekst verbeterd: versie 2", browser.Words, StringComparison.Ordinal);
        Assert.Equal("Een betere proef", _site.The<Catalogue>().Latest(GivenDesk.Slug)!.Definition.Title.Dutch);
    }

    [Fact]
    public async Task A_correction_that_changes_more_than_words_is_refused_with_its_problems()
    {
        var browser = (await GivenDesk.WithConceptAsync(_site)).Browser;
        await OpenAsync(browser);
        await browser.OpenAsync(GivenDesk.Questions);
        await browser.Type(
            "Tekst van de vragen",
            _site.Document(definition => definition with { Charter = definition.Charter with { ClosesOn = definition.Charter.ClosesOn.AddDays(1) } }))
            .PressAsync("Bewaar");
        Assert.Contains("Afspraken, laatste dag", browser.Words, StringComparison.Ordinal);
        await browser.OpenAsync(GivenDesk.Page + "/verbeteren");
        Assert.False(browser.Offers("Verbeter nu"));
        Assert.Contains("Een verbetering kan hem niet veranderen.", browser.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ze tellen mee in de uitslag", AnswersOnWithdrawal.Counted)]
    [InlineData("Ze worden gewist", AnswersOnWithdrawal.Deleted)]
    public async Task Withdrawing_asks_what_happens_to_answers_and_asks_again(string choice, AnswersOnWithdrawal answers)
    {
        var browser = (await GivenDesk.WithConceptAsync(_site)).Browser;
        await OpenAsync(browser);
        await browser.OpenAsync(GivenDesk.Page + "/intrekken");
        await browser.Choose(choice).Reason("Het plan gaat <b>niet</b> door").PressAsync("Verder");
        Assert.Contains("Weet u zeker dat u wilt intrekken?", browser.Words, StringComparison.Ordinal);
        Assert.Contains("Er zijn nu 0 reacties.", browser.Words, StringComparison.Ordinal);
        Assert.Contains("Het plan gaat <b>niet</b> door", browser.Words, StringComparison.Ordinal);
        Assert.Equal(LifeState.Open, (await _site.LifeAsync()).State);
        await browser.PressAsync("Ja, trek in");
        Assert.Equal(answers, (await _site.LifeAsync()).Withdrawal!.Answers);
        Assert.Equal("Het plan gaat <b>niet</b> door", (await _site.LifeAsync()).Withdrawal!.Reason);
    }

    [Fact]
    public async Task Reviewers_send_it_back_and_the_author_may_change_it_again()
    {
        var browser = (await GivenDesk.WithConceptAsync(_site)).Browser;
        await browser.StepAsync("nakijken", "Vraag om beoordeling");
        await browser.StepAsync("terugsturen", "Stuur terug", "Vraag 2 is te moeilijk");
        Assert.Equal("Vraag om beoordeling", MainStep(browser));
        Assert.Contains("Reden: Vraag 2 is te moeilijk", browser.Words, StringComparison.Ordinal);
        await browser.OpenAsync(GivenDesk.Questions);
        Assert.True(browser.Offers("Bewaar"));
    }

    [Fact]
    public async Task A_planned_day_that_passed_while_nobody_ran_is_asked_about()
    {
        var staff = await GivenDesk.WithConceptAsync(_site);
        await staff.Browser.StepAsync("nakijken", "Vraag om beoordeling");
        await staff.Browser.StepAsync("tekenen", "Sta toe", "proef");
        await staff.Browser.StepAsync("plannen", "Plan de opening", day: _site.Today().AddDays(1));
        _site.Clock.Now += TimeSpan.FromDays(4);
        var browser = await staff.SignInElsewhereAsync();
        await browser.OpenAsync("/beheer");
        Assert.Contains("Een proef: Open de raadpleging nu", browser.Words, StringComparison.Ordinal);
        await browser.OpenAsync(GivenDesk.Page);
        Assert.Contains("maar toen stond het programma uit", browser.Words, StringComparison.Ordinal);
        Assert.Equal("Open de raadpleging nu", MainStep(browser));
        await browser.StepAsync("plannen", "Plan de opening", day: _site.Today().AddDays(2));
        Assert.Equal(_site.Today().AddDays(2), (await _site.LifeAsync()).OpensOn);
        Assert.Null(MainStep(browser));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_closing_day_that_passed_while_nobody_ran_is_asked_about(bool closes)
    {
        var staff = await GivenDesk.WithConceptAsync(_site);
        await OpenAsync(staff.Browser);
        _site.Clock.Now += TimeSpan.FromDays(33);
        var browser = await staff.SignInElsewhereAsync();
        await browser.OpenAsync(GivenDesk.Page);
        Assert.Contains("maar toen stond het programma uit", browser.Words, StringComparison.Ordinal);
        Assert.Equal("Sluit de raadpleging", MainStep(browser));
        if (closes)
        {
            // As was promised: nobody has to say why, and nobody is asked twice.
            await browser.StepAsync("sluiten", "Leg vast");
            Assert.Equal(LifeState.Closed, (await _site.LifeAsync()).State);
            return;
        }

        await browser.StepAsync("verlengen", "Verleng", "Wij waren er niet", _site.Today().AddDays(5));
        Assert.Equal(LifeState.Open, (await _site.LifeAsync()).State);
        Assert.Contains("Dat is over 5 dagen.", browser.Words, StringComparison.Ordinal);
    }

    private static async Task OpenAsync(Resident browser)
    {
        await browser.StepAsync("nakijken", "Vraag om beoordeling");
        await browser.StepAsync("tekenen", "Sta toe", "proef");
        await browser.StepAsync("openen", "Open nu");
    }

    private static string? MainStep(Resident browser) =>
        browser.Page.QuerySelector("main a.button.primary") is { } link ? Resident.Clean(link) : null;

    private static (string, string, string) Typed(DateOnly day) => ($"{day.Day}", $"{day.Month}", $"{day.Year}");

    private static async Task RefusedAsync(Resident browser, string name, string button, string field, string message)
    {
        await browser.StepAsync(name, button);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.StartsWith("Fout: ", browser.Title, StringComparison.Ordinal);
        Assert.Contains("#" + field, browser.Page.QuerySelectorAll("[role=alert] a").Select(link => link.GetAttribute("href")));
        Assert.Contains(message, browser.Words, StringComparison.Ordinal);
        Assert.Contains("fout-" + field, browser.Page.GetElementById(field)!.Closest("[aria-describedby]")!.GetAttribute("aria-describedby")!, StringComparison.Ordinal);
    }

    private static async Task DayAsync(
        Resident browser, string name, string button, (string Day, string Month, string Year) typed, string message, string? reason = null)
    {
        await browser.OpenAsync($"{GivenDesk.Page}/{name}");
        browser.Type("Dag", typed.Day).Type("Maand", typed.Month).Type("Jaar", typed.Year);
        if (reason is not null)
        {
            browser.Reason(reason);
        }

        await browser.PressAsync(button);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.Contains(message, browser.Words, StringComparison.Ordinal);
        Assert.Equal(typed.Month, browser.Page.GetElementById("dag-maand")!.GetAttribute("value"));
    }
}
