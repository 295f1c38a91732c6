using System.Net;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Intake;

namespace Participatie.Tests.Pages;

public sealed class WalkTests(Site site) : IClassFixture<Site>
{
    public static TheoryData<string, int> Walks { get; } = new MatrixTheoryData<string, int>(
        ["themas", "meepraten", "wonen"], [0, 1, 2, 3, 4, 5]);

    [Theory]
    [MemberData(nameof(Walks))]
    public async Task A_whole_walk_ends_with_a_receipt(string slug, int pick)
    {
        var resident = site.NewResident();
        var titles = await resident.ToCheckPageAsync(slug, pick);
        Assert.Equal(titles.Count, titles.Distinct(StringComparer.Ordinal).Count());

        var receipt = await resident.SendAsync();
        Assert.Equal($"/raadpleging/{slug}/bedankt", resident.Address);
        Assert.Matches(@"^\d{4} \d{4} \d{4} \d{4}$", receipt);
        Assert.NotNull(await site.The<Receipts>().LookUpAsync(Code.Parse(receipt)!.Value, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_walk_sets_the_cookie_of_the_draft_and_the_one_of_forms_and_no_other()
    {
        var resident = site.NewResident();
        await resident.ToCheckPageAsync("themas");
        await resident.SendAsync();
        Assert.Equal(["concept-themas", "formulier"], resident.CookieNames);
    }

    [Fact]
    public async Task Over_https_no_script_and_no_other_site_can_reach_the_cookies()
    {
        var resident = site.NewResident(origin: "https://localhost");
        await resident.ToCheckPageAsync("themas");
        Assert.Equal(["__Host-concept-themas", "__Host-formulier"], resident.CookieNames);
        Assert.All(resident.Cookies.GetAllCookies(), cookie => Assert.True(cookie is { Secure: true, HttpOnly: true }));
    }

    [Fact]
    public async Task Everything_may_be_skipped()
    {
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/meepraten/vraag/eerder");
        while (!resident.Address.EndsWith("/controleren", StringComparison.Ordinal))
        {
            await resident.PressAsync(resident.Offers("Sla over") ? "Sla over" : "Verder");
        }

        Assert.All(
            resident.Page.QuerySelectorAll("dl > div"), row => Assert.Equal("Overgeslagen", Resident.Clean(row.QuerySelector("dd")!)));
        await resident.SendAsync();
    }

    [Fact]
    public async Task Progress_is_the_place_on_paper_and_never_goes_back()
    {
        var resident = site.NewResident();
        var numbers = (await resident.ToCheckPageAsync("themas"))
            .Where(title => title.StartsWith("Vraag ", StringComparison.Ordinal))
            .Select(title => int.Parse(title.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(numbers.Order(), numbers);
        Assert.Equal(12, numbers[^1]);
    }

    [Fact]
    public async Task Terug_shows_the_answer_that_was_given()
    {
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/meepraten/vraag/eerder");
        await resident.Choose("Nee").PressAsync("Verder");
        await resident.FollowAsync("Terug");
        Assert.Equal("/raadpleging/meepraten/vraag/eerder", resident.Address);
        Assert.Equal(["Nee"], resident.Chosen());
    }

    [Fact]
    public async Task Changing_one_answer_comes_back_to_the_check_page()
    {
        var resident = site.NewResident();
        await resident.ToCheckPageAsync("meepraten");
        Assert.Contains("Jonger dan 18 jaar", resident.Words, StringComparison.Ordinal);

        await resident.FollowAsync("Wijzig: Wat is uw leeftijd?");
        Assert.Equal(["Jonger dan 18 jaar"], resident.Chosen());
        await resident.Choose("75 jaar of ouder").PressAsync("Verder");
        Assert.EndsWith("/controleren", resident.Address, StringComparison.Ordinal);
        Assert.Contains("75 jaar of ouder", resident.Words, StringComparison.Ordinal);
        // The page comes back at that answer.
        Assert.Contains("75 jaar of ouder", Resident.Clean(resident.Page.GetElementById(resident.Place)!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Changing_one_statement_comes_back_at_that_one(int step)
    {
        var version = await site.PublishAsync(
            new GivenConsultation().WithSlug($"stelling-{step}").WithStatements("mening", "burgerberaad", "referendum").Build());
        var statement = ((StatementsQuestion)version.Definition.Questions[0]).Statements[step - 1].Text.Dutch;
        var resident = site.NewResident();
        await resident.ToCheckPageAsync(version.Definition.Slug);

        await resident.FollowAsync($"Wijzig: {statement}");
        await resident.Choose("Eens").PressAsync("Verder");
        Assert.EndsWith("/controleren", resident.Address, StringComparison.Ordinal);
        var row = resident.Page.GetElementById(resident.Place)!;
        Assert.Equal((statement, "Eens"), (Resident.Clean(row.QuerySelector("dt")!), Resident.Clean(row.QuerySelector("dd")!)));
    }

    [Theory]
    [InlineData("Ja", false)]
    [InlineData("Nee", true)]
    public async Task A_jump_in_the_numbers_is_explained(string answer, bool jumps)
    {
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/meepraten/vraag/eerder");
        await resident.Choose(answer).PressAsync("Verder");
        while (!resident.Address.EndsWith("/samen", StringComparison.Ordinal))
        {
            await resident.PressAsync(resident.Offers("Sla over") ? "Sla over" : "Verder");
        }

        Assert.Equal(jumps, resident.Words.Contains("Vragen die niet bij u passen, slaan wij over.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_check_page_shows_a_division_in_the_order_of_its_question()
    {
        // Of several drafts, so that some lists start elsewhere.
        for (var time = 0; time < 4; time++)
        {
            var resident = site.NewResident();
            await resident.ToCheckPageAsync("themas");
            var shown = resident.Page.GetElementById("antwoord-munten")!.QuerySelectorAll("dd").Select(
                line => Resident.Clean(line).Split(':')[0]).SkipLast(1);
            await resident.OpenAsync("/raadpleging/themas/vraag/munten");
            Assert.Equal(resident.Page.QuerySelectorAll(".field label").Select(Resident.Clean), shown);
        }
    }

    [Fact]
    public async Task A_changed_answer_that_opens_a_question_asks_it_first()
    {
        var resident = site.NewResident();
        await resident.ToCheckPageAsync("meepraten", pick: 1);
        await resident.OpenAsync("/raadpleging/meepraten/vraag/eerder");
        await resident.Choose("Ja").PressAsync("Verder");
        Assert.Equal("/raadpleging/meepraten/vraag/geluisterd", resident.Address);
        await resident.AnswerAsync();
        Assert.EndsWith("/controleren", resident.Address, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/raadpleging/themas/vraag/leeftijd", "/raadpleging/themas/vraag/zes-themas")]
    [InlineData("/raadpleging/themas/controleren", "/raadpleging/themas")]
    [InlineData("/raadpleging/themas/bedankt", "/raadpleging/themas")]
    [InlineData("/raadpleging/themas/vraag/eerste/2", "/raadpleging/themas/vraag/zes-themas")]
    public async Task Somebody_without_a_draft_begins_at_the_beginning(string address, string shown)
    {
        var resident = site.NewResident();
        await resident.OpenAsync(address);
        Assert.Equal((HttpStatusCode.OK, shown), (resident.Status, resident.Address));
    }

    [Theory]
    [InlineData("/raadpleging/themas/vraag/leeftijd")]
    [InlineData("/raadpleging/themas/vraag/wonen-eerst")]
    [InlineData("/raadpleging/themas/controleren")]
    public async Task A_question_that_is_not_yet_to_be_seen_leads_to_the_next_open_one(string address)
    {
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/themas/vraag/zes-themas");
        await resident.AnswerAsync();
        await resident.OpenAsync(address);
        Assert.Equal("/raadpleging/themas/vraag/buurt", resident.Address);
    }

    [Theory]
    [InlineData("/raadpleging/bestaat-niet")]
    [InlineData("/raadpleging/themas/vraag/bestaat-niet")]
    [InlineData("/raadpleging/themas/vraag/buurt/1")]
    [InlineData("/raadpleging/themas/vraag/eerste/5")]
    [InlineData("/raadpleging/themas/vraag/eerste/0")]
    [InlineData("/raadpleging/meepraten/organisatie")]
    [InlineData("/raadpleging/meepraten/code")]
    public async Task What_does_not_exist_is_a_404(string address)
    {
        var resident = site.NewResident();
        await resident.OpenAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, resident.Status);
    }

    [Fact]
    public async Task A_ranking_is_asked_place_by_place_and_can_be_moved_with_buttons()
    {
        var version = await site.PublishAsync(
            new GivenConsultation().WithSlug("volgorde").WithRanking("themas", "a", "b", "c", "d").WithYesNo("klaar").Build());
        var resident = site.NewResident();
        await resident.OpenAsync($"/raadpleging/{version.Definition.Slug}/vraag/themas");
        Assert.Equal("/raadpleging/volgorde/vraag/themas/1", resident.Address);

        await resident.Choose("Keuze b").PressAsync("Verder");
        Assert.Equal("En daarna?", resident.Heading);
        Assert.Equal(["Keuze a", "Keuze c", "Keuze d"], resident.Labels());
        await resident.Choose("Keuze d").PressAsync("Verder");
        await resident.Choose("Keuze a").PressAsync("Verder");

        Assert.Equal("/raadpleging/volgorde/vraag/themas/4", resident.Address);
        await resident.PressAsync("Omhoog: Keuze a");
        Assert.Equal("/raadpleging/volgorde/vraag/themas/4", resident.Address);
        var moved = resident.Page.GetElementById(resident.Place)!;
        Assert.Equal("Keuze a staat nu op plaats 2", Resident.Clean(moved));
        Assert.Equal(("status", "-1"), (moved.GetAttribute("role"), moved.GetAttribute("tabindex")));
        Assert.StartsWith("Keuze a", Resident.Clean(moved.Closest("li")!), StringComparison.Ordinal);
        Assert.Equal(
            ["Keuze b", "Keuze a", "Keuze d"], resident.Page.QuerySelectorAll("ol.order > li > span:first-child").Select(Resident.Clean));
        await resident.PressAsync("Verder");
        Assert.Equal("/raadpleging/volgorde/vraag/klaar", resident.Address);
    }

    [Fact]
    public async Task A_ranking_may_end_early()
    {
        await site.PublishAsync(
            new GivenConsultation().WithSlug("kort").WithRanking("themas", "a", "b", "c", "d").WithYesNo("klaar").Build());
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/kort/vraag/themas/1");
        Assert.False(resident.Offers("Dit is genoeg"));
        await resident.Choose("Keuze c").PressAsync("Verder");
        await resident.PressAsync("Dit is genoeg");
        Assert.Equal("/raadpleging/kort/vraag/klaar", resident.Address);
    }

    [Fact]
    public async Task The_order_of_choices_stays_from_the_first_look_on()
    {
        await site.PublishAsync(new GivenConsultation().WithSlug("draai").WithChoice("eerst", "a", "b", "c", "d", "e", "f")
            .Where(last => (Surveys.Definition.Questions.ChoiceQuestion)last with { Rotate = true }).WithYesNo("klaar").Build());
        var starts = new HashSet<string>(StringComparer.Ordinal);
        for (var walk = 0; walk < 12; walk++)
        {
            var resident = site.NewResident();
            await resident.OpenAsync("/raadpleging/draai/vraag/eerst");
            var seen = resident.Labels();
            await resident.PressAsync("Verder");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, resident.Status);
            Assert.Equal(seen, resident.Labels());
            await resident.AnswerAsync();
            await resident.FollowAsync("Terug");
            Assert.Equal(seen, resident.Labels());
            starts.Add(seen[0]);
        }

        // Twelve times the same start of six: one in 6^11.
        Assert.NotEqual(1, starts.Count);
    }
}
