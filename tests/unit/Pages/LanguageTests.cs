using System.Net;
using AngleSharp.Dom;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Language;
using Participatie.Surveys.Storage;

namespace Participatie.Tests.Pages;

/// <summary>A consultation offers exactly the languages in which it is complete.</summary>
public sealed class LanguageTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("nl", "nl")]
    [InlineData("nl-simple", "nl-simple")]
    [InlineData("en", "nl")]
    [InlineData("ar", "nl")]
    public async Task Nobody_meets_a_foreign_frame_around_Dutch_questions(string chosen, string shown)
    {
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/wonen/vraag/verhuizen?taal=" + chosen);
        Assert.Equal(shown, Language(resident));
        Assert.Equal(InterfaceWords.For(shown)["form.next"], Resident.Clean(resident.Page.QuerySelector("button.primary")!));
        Assert.Null(resident.Page.QuerySelector("h1")!.Closest("html [lang]:not(html)"));
    }

    [Theory]
    [InlineData("nl-simple")]
    [InlineData("en")]
    [InlineData("ar")]
    [InlineData("uk")]
    public async Task A_complete_translation_is_whole_on_every_page(string chosen)
    {
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/themas?taal=" + chosen);
        foreach (var page in new[] { "", "/afspraken", "/vraag/buurt", "/vraag/munten", "/vraag/eerste/1", "/resultaat", "/stop" })
        {
            await resident.OpenAsync("/raadpleging/themas" + page);
            Assert.Equal(HttpStatusCode.OK, resident.Status);
            Assert.Equal(chosen, Language(resident));
            Assert.Equal(chosen == "ar" ? "rtl" : "ltr", resident.Page.DocumentElement.GetAttribute("dir"));
            Assert.Empty(resident.Page.QuerySelectorAll("main [lang=nl]:not(.languages *)"));
        }
    }

    [Fact]
    public async Task Pages_of_the_themes_are_Dutch_around_Dutch_texts()
    {
        var resident = site.NewResident();
        await resident.OpenAsync("/themas?taal=uk");
        Assert.Equal("nl", Language(resident));
        await resident.OpenAsync("/themas/wonen?taal=nl-simple");
        Assert.Equal("nl-simple", Language(resident));
        await resident.OpenAsync("/?taal=uk");
        Assert.Equal("uk", Language(resident));
        Assert.All(
            resident.Page.QuerySelectorAll("main a[href^='/themas/']"),
            link => Assert.Equal("nl", link.QuerySelector("[lang]")?.GetAttribute("lang")));
    }

    [Fact]
    public async Task The_home_page_leads_to_every_language_by_its_own_name()
    {
        var resident = site.NewResident();
        await resident.OpenAsync("/");
        foreach (var tag in InterfaceWords.Tags.Where(tag => tag != "nl"))
        {
            var link = resident.Page.QuerySelector($".languages a[hreflang='{tag}']")!;
            Assert.Equal(InterfaceWords.For(tag)["language.name"], Resident.Clean(link));
            Assert.Equal((tag, InterfaceWords.For(tag).Direction), (link.GetAttribute("lang"), link.GetAttribute("dir")));
            Assert.Equal("/?taal=" + tag, link.GetAttribute("href"));
        }

        await resident.FollowAsync("Українська");
        Assert.Equal(("/", "uk"), (resident.Address, Language(resident)));
    }

    [Fact]
    public async Task Answers_and_place_stay_when_the_language_changes_and_the_response_keeps_the_last()
    {
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/themas?taal=uk");
        await resident.OpenAsync("/raadpleging/themas/vraag/zes-themas");
        await resident.PressAsync("Далі");
        await resident.Choose("Радісно").PressAsync("Далі");
        Assert.Equal("/raadpleging/themas/vraag/munten", resident.Address);

        await resident.OpenAsync(resident.Address + "?taal=ar");
        Assert.Equal(("/raadpleging/themas/vraag/munten", "ar"), (resident.Address, Language(resident)));
        await resident.OpenAsync("/raadpleging/themas/vraag/buurt");
        Assert.Equal(["يسعدني"], resident.Chosen());
        while (!resident.Address.EndsWith("/controleren", StringComparison.Ordinal))
        {
            if (resident.Page.QuerySelector("textarea") is AngleSharp.Html.Dom.IHtmlTextAreaElement area)
            {
                area.Value = "باصات أكثر";
                await resident.PressAsync("متابعة");
            }
            else
            {
                await resident.PressAsync(resident.Offers("تخطّي السؤال") ? "تخطّي السؤال" : "متابعة");
            }
        }

        await resident.PressAsync("إرسال");
        var code = Surveys.Codes.Code.Parse(resident.Receipt())!.Value;
        Assert.NotNull(await site.The<Receipts>().LookUpAsync(code, TestContext.Current.CancellationToken));
        var rows = await site.The<Database>().ReadAsync(
            "SELECT language, document FROM responses", row =>
                (Language: row.GetString(0), Answers: row.GetString(1)), TestContext.Current.CancellationToken);
        var sent = rows.Single(row => row.Language == "ar").Answers;
        Assert.Contains("\"lang\":\"ar\"", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_brings_its_language_to_a_device_where_nobody_chose_one()
    {
        var first = site.NewResident();
        await first.OpenAsync("/raadpleging/themas/vraag/zes-themas?taal=uk");
        await first.PressAsync("Далі");
        await first.OpenAsync("/raadpleging/themas/stop");
        await first.PressAsync("Дайте мені код");
        var code = Surveys.Codes.Code.Parse(Resident.Clean(first.Page.QuerySelector("p.code")!))!.Value.ToString();

        var second = site.NewResident();
        await second.OpenAsync("/verder");
        await second.Type("Wat is uw code om verder te gaan?", code).PressAsync("Ga verder");
        Assert.Equal(("/raadpleging/themas/vraag/buurt", "uk"), (second.Address, Language(second)));
    }

    [Fact]
    public async Task A_draft_of_a_version_without_that_language_goes_on_in_Dutch()
    {
        var dutch = GivenConsultation.WithEveryKind().WithSlug("later-engels").But(frame => frame with { Languages = ["nl"] }).Build();
        await site.PublishAsync(dutch);
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/later-engels/vraag/choice");
        await resident.Choose("Keuze fiets").PressAsync("Verder");

        await site.PublishAsync(dutch with { Languages = ["nl", "nl-simple", "en"] });
        await resident.OpenAsync("/raadpleging/later-engels/vraag/choices?taal=en");
        Assert.Equal("nl", Language(resident));

        var newcomer = site.NewResident();
        await newcomer.OpenAsync("/raadpleging/later-engels/vraag/choice?taal=en");
        Assert.Equal("en", Language(newcomer));
    }

    [Fact]
    public async Task A_translation_says_who_checked_it()
    {
        await site.PublishAsync(new GivenConsultation().WithSlug("nagekeken").WithYesNo("een").But(frame => frame with
        {
            CheckedBy = new Dictionary<string, string>(StringComparer.Ordinal) { ["en"] = "Marie Curie" },
        }).Build());
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/nagekeken?taal=en");
        Assert.Contains("Checked by Marie Curie.", resident.Words, StringComparison.Ordinal);
        await resident.OpenAsync("/raadpleging/nagekeken?taal=nl-simple");
        Assert.Contains("Deze tekst is nog niet nagekeken door lezers.", resident.Words, StringComparison.Ordinal);
        await resident.OpenAsync("/raadpleging/nagekeken?taal=nl");
        Assert.DoesNotContain("nagekeken", resident.Words, StringComparison.OrdinalIgnoreCase);
        await resident.OpenAsync("/raadpleging/themas?taal=ar");
        Assert.Contains(InterfaceWords.For("ar")["translation.unchecked"], resident.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/raadpleging/wonen?taal=nl", "Wat betekent ‘burgerberaad’?")]
    [InlineData("/raadpleging/wonen/afspraken?taal=nl", "Wat betekent ‘loting’?")]
    [InlineData("/raadpleging/meepraten/afspraken?taal=nl-simple", "Wat betekent ‘Gedeputeerde Staten’?")]
    [InlineData("/raadpleging/themas/afspraken?taal=uk", "Що означає «рада провінції»?")]
    [InlineData("/raadpleging/themas?taal=ar", "ماذا يعني «الأجندة الاجتماعية»؟")]
    [InlineData("/themas/leefbaarheid", "Wat betekent ‘naoberschap’?")]
    [InlineData("/", "Wat betekent ‘burgerberaad’?")]
    public async Task A_hard_word_is_explained_where_it_stands(string address, string summary)
    {
        var resident = site.NewResident();
        await resident.OpenAsync(address);
        var details = resident.Page.QuerySelectorAll("details.word")
            .First(found => Resident.Clean(found.QuerySelector("summary")!) == summary);
        Assert.True(details.QuerySelector("p")!.TextContent.Length > 10);
    }

    [Fact]
    public async Task Letters_of_every_script_are_sent_as_they_are_and_signs_of_html_are_not()
    {
        await site.PublishAsync(
            new GivenConsultation().WithSlug("tekens").WithYesNo("een").But(
                frame => frame with { Title = GivenConsultation.Words("<b>мир & سلام</b>") }).Build());
        using var client = site.CreateClient();
        var page = await client.GetStringAsync(new Uri("/raadpleging/tekens", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("&lt;b&gt;мир &amp; سلام&lt;/b&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_paper_the_explanation_stands_open()
    {
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/meepraten/papier?taal=nl");
        Assert.Empty(resident.Page.QuerySelectorAll(".sheet details"));
        var item = Resident.Clean(resident.Page.QuerySelector(".item#vraag-samen")!);
        Assert.Contains("dorpsbudget: Geld van de overheid", item, StringComparison.Ordinal);
        Assert.DoesNotContain("referendum:", item, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_explains_the_words_of_what_it_shows_and_no_others()
    {
        await site.PublishAsync(new GivenConsultation().WithSlug("woorden").WithStatements("plannen", "park", "brug")
            .But(frame => frame with
        {
            Glossary =
            [
                new ExplainedWord(GivenConsultation.Words("park|parken"), GivenConsultation.Words("Een tuin voor iedereen")),
                new ExplainedWord(GivenConsultation.Words("brug"), GivenConsultation.Words("Een weg over water")),
            ],
        }).Build());
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/woorden/vraag/plannen/1?taal=nl");
        Assert.Equal(["Wat betekent ‘park’?"], resident.Page.QuerySelectorAll("details.word summary").Select(Resident.Clean));
    }

    [Theory]
    [InlineData("/privacy", "local storage")]
    [InlineData("/themas/meedoen", "Orange the World", "Song of a Wanderer", "Song of a Wanderer", "Song of a Wanderer")]
    public async Task English_names_in_Dutch_are_marked(string address, params string[] names)
    {
        var resident = site.NewResident();
        await resident.OpenAsync(address);
        Assert.Equal(names, resident.Page.QuerySelectorAll("main [lang=en]").Select(name => name.TextContent));
    }

    private static string? Language(Resident resident) => resident.Page.DocumentElement.GetAttribute("lang");
}
