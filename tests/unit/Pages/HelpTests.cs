using System.Net;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting;

namespace Participatie.Tests.Pages;

/// <summary>The one "Hulp" of a question page: none of its buttons costs what was filled in.</summary>
public sealed class HelpTests(Site site) : IClassFixture<Site>
{
    private const string Explain = "Ik snap deze vraag niet";

    [Fact]
    public async Task A_question_shows_its_way_on_and_its_ways_out_and_everything_else_in_one_help()
    {
        var resident = await OnAsync("kalm", "open");
        var buttons = resident.Page.QuerySelectorAll("main form button").Where(button => button.Closest("[hidden]") is null)
            .ToLookup(button => button.Closest("details") is not null, Resident.Clean);
        Assert.Equal(["Verder", "Sla over"], buttons[false]);
        Assert.Equal([Explain, "Makkelijk lezen", "Ik wil andere letters of kleuren", "Later verdergaan of stoppen"], buttons[true]);
        var help = Assert.Single(resident.Page.QuerySelectorAll("main details"));
        Assert.Equal("Hulp bij het invullen", Resident.Clean(help.QuerySelector("summary")!));
        Assert.All(
            ["0592 36 55 55", "post@drenthe.nl", "Provinciehuis, Westerbrink 1, Assen"],
            contact => Assert.Contains(contact, Resident.Clean(help), StringComparison.Ordinal));
        Assert.Equal("Een proef", Resident.Clean(resident.Page.QuerySelector("main .subject")!));
        // Enter in a field presses the first button of its form.
        Assert.Equal("Verder", Resident.Clean(resident.Page.QuerySelector("main form button:not([type=button])")!));
    }

    [Fact]
    public async Task Not_understanding_shows_easy_words_keeps_what_was_typed_and_is_counted_once()
    {
        var resident = await OnAsync("snap", "open");
        await resident.Type("open", "Half af").PressAsync(Explain);
        await resident.PressAsync(Explain);

        Assert.Equal(HttpStatusCode.OK, resident.Status);
        Assert.Equal("open (makkelijk)", resident.Heading);
        Assert.Equal("Half af", resident.Page.QuerySelector("textarea")!.TextContent);
        var focused = resident.Page.QuerySelector("[autofocus]")!;
        Assert.Equal("-1", focused.GetAttribute("tabindex"));
        Assert.Contains("Kies dan ‘Sla over’.", Resident.Clean(focused), StringComparison.Ordinal);
        Assert.Contains("0592 36 55 55", Resident.Clean(focused), StringComparison.Ordinal);
        Assert.Equal(["1 open 1 nl 1"], await CountedAsync("snap"));

        // The next page is in the resident's own variety again.
        await resident.PressAsync("Verder");
        Assert.Equal("laatste", resident.Heading);
        await resident.FollowAsync("Terug");
        Assert.Equal("Half af", resident.Page.QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public async Task The_choices_are_in_easy_words_too_and_the_chosen_one_stays_chosen()
    {
        var resident = await OnAsync("keus", "keuze");
        await resident.Choose("Keuze b").PressAsync(Explain);
        Assert.Equal(["Keuze a (makkelijk)", "Keuze b (makkelijk)"], resident.Labels());
        Assert.Equal(["Keuze b (makkelijk)"], resident.Chosen());
    }

    [Fact]
    public async Task Easier_words_can_stay_for_all_questions_that_come()
    {
        var resident = await OnAsync("blijf", "keuze");
        await resident.Choose("Keuze b").PressAsync(Explain);
        await resident.FollowAsync("Toon alle vragen in makkelijke woorden");
        Assert.Equal(("keuze (makkelijk)", "Keuze b (makkelijk)"), (resident.Heading, resident.Chosen().Single()));
        await resident.PressAsync("Verder");
        Assert.EndsWith("(makkelijk)", resident.Heading, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_the_very_first_page_it_is_counted_once_as_well()
    {
        await PublishAsync("eerst");
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/eerst/vraag/keuze");
        await resident.PressAsync(Explain);
        await resident.PressAsync(Explain);
        Assert.Equal(["1 keuze 1 nl 1"], await CountedAsync("eerst"));
        // No answer yet, so nothing was begun.
        await resident.OpenAsync("/raadpleging/eerst");
        Assert.NotNull(resident.Link("Start met de vragen"));
    }

    [Fact]
    public async Task Each_statement_is_counted_apart_with_the_language_that_was_read()
    {
        var resident = await OnAsync("stap", "stelling");
        await resident.PressAsync(Explain);
        await resident.Choose("Eens").PressAsync("Verder");
        await resident.PressAsync("Makkelijk lezen");
        await resident.PressAsync(Explain);
        Assert.Contains("Makkelijker kunnen wij het niet zeggen.", resident.Words, StringComparison.Ordinal);
        // Passing over would throw away the first statement, so it is not offered here.
        Assert.DoesNotContain("Sla over", resident.Words, StringComparison.Ordinal);
        Assert.Equal(["1 stelling 1 nl 1", "1 stelling 2 nl-simple 1"], await CountedAsync("stap"));
    }

    [Fact]
    public async Task Where_there_are_no_easy_words_the_page_says_so()
    {
        await PublishAsync("zonder", frame => frame with { Languages = [Languages.Dutch] });
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/zonder/vraag/keuze");
        Assert.False(resident.Offers("Makkelijk lezen"));
        await resident.PressAsync(Explain);
        Assert.Equal("keuze", resident.Heading);
        Assert.Contains("Makkelijkere woorden hebben wij niet voor deze vraag.", resident.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Easy_words_can_be_chosen_at_any_question_without_losing_text_or_place()
    {
        var resident = await OnAsync("wissel", "open");
        await resident.Type("open", "Half af").PressAsync("Makkelijk lezen");
        Assert.Equal(("open (makkelijk)", "Half af"), (resident.Heading, resident.Page.QuerySelector("textarea")!.TextContent));
        await resident.PressAsync("Verder");
        Assert.Equal("laatste (makkelijk)", resident.Heading);
        await resident.PressAsync("Gewone tekst");
        Assert.Equal("laatste", resident.Heading);
    }

    [Theory]
    [InlineData("Ik wil andere letters of kleuren", "/instellingen")]
    [InlineData("Later verdergaan of stoppen", "/raadpleging/{0}/stop")]
    public async Task Leaving_a_question_keeps_what_was_filled_in(string button, string address)
    {
        var slug = "weg" + button.Length;
        var resident = await OnAsync(slug, "open");
        await resident.Type("open", "Half af").PressAsync(button);
        Assert.Equal(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, slug), resident.Address);
        await resident.OpenAsync($"/raadpleging/{slug}/vraag/open");
        Assert.Equal("Half af", resident.Page.QuerySelector("textarea")!.TextContent);

        var other = await OnAsync(slug, "open");
        await other.PressAsync(button);
        Assert.Equal(
            resident.Title.Length > 0 ? string.Format(System.Globalization.CultureInfo.InvariantCulture, address, slug) : "",
            other.Address);
        await other.OpenAsync($"/raadpleging/{slug}/vraag/open");
        Assert.Equal("", other.Page.QuerySelector("textarea")!.TextContent);

        await other.Type("open", new string('x', 3000)).PressAsync(button);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, other.Status);
        Assert.Equal(3000, other.Page.QuerySelector("textarea")!.TextContent.Length);
    }

    [Fact]
    public async Task Volunteers_find_a_page_to_print()
    {
        var resident = site.NewResident();
        await resident.OpenAsync("/hulp");
        await resident.FollowAsync("Tips voor wie iemand helpt");
        Assert.Equal("/hulp/vrijwilligers", resident.Address);
        Assert.Contains("Vul niet uw eigen mening in.", resident.Words, StringComparison.Ordinal);
        Assert.Contains("Provinciehuis, Westerbrink 1, Assen", resident.Words, StringComparison.Ordinal);
    }

    private async Task<IEnumerable<string>> CountedAsync(string slug) =>
        (
            await site.The<ListNotUnderstood>().ListAsync(
                site.The<Catalogue>().Latest(slug)!.ConsultationId, TestContext.Current.CancellationToken))
        .Select(page => FormattableString.Invariant($"{page.Version} {page.QuestionId} {page.Step} {page.Language} {page.Count}"));

    private Task<PublishedVersion> PublishAsync(string slug, Func<Consultation, Consultation>? change = null) => site.PublishAsync(
        new GivenConsultation().WithSlug(slug).But(
            change ?? (frame => frame)).WithChoice("keuze",
            "a",
            "b").WithOpen("open").WithStatements("stelling",
            "x",
            "y").WithYesNo("laatste").Build()
            is var all && slug != "stap" ? all with { Questions = [.. all.Questions.Where(question => question.Id != "stelling")] } : all);

    /// <summary>On that question, with those before it answered.</summary>
    private async Task<Resident> OnAsync(string slug, string question)
    {
        if (site.The<Catalogue>().Latest(slug) is null)
        {
            await PublishAsync(slug);
        }

        var resident = site.NewResident();
        await resident.OpenAsync($"/raadpleging/{slug}/vraag/keuze");
        while (resident.Address.Split('/')[4] != question)
        {
            await resident.AnswerAsync();
        }

        return resident;
    }
}
