using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Tests.Pages;

/// <summary>What is said beforehand about skipping, counting and closing is what the definition does.</summary>
public sealed class RequiredTests(Site site) : IClassFixture<Site>
{
    private const string Marked = "Deze vraag mag u niet overslaan.";

    [Theory]
    [InlineData("geen", "U mag vragen overslaan.", "")]
    [InlineData("een", "U mag vragen overslaan. Alleen vraag 2 niet.", "twee")]
    [InlineData("enkele", "U mag vragen overslaan. Alleen vraag 1, 2 en 4 niet.", "een twee vier")]
    [InlineData("alle", "U kunt geen vraag overslaan.", "een twee drie vier")]
    public async Task Which_questions_may_be_skipped_is_said_before_the_start_and_at_each_on_paper(
        string slug, string said, string required)
    {
        var definition = new GivenConsultation().WithSlug(
            $"verplicht-{slug}").WithYesNo("een").WithYesNo("twee").WithInformation("tekst").WithYesNo("drie").WithYesNo("vier").Build();
        await site.PublishAsync(definition with
        {
            Questions =
            [
                .. definition.Questions.Select(
                    question => question with { Required = required.Split(' ').Contains(question.Id, StringComparer.Ordinal) })
            ],
        });

        var resident = await OpenAsync($"/raadpleging/verplicht-{slug}");
        Assert.Matches($@"minu\w+\. {said}(?! ?Alleen)", resident.Words);
        await resident.OpenAsync($"/raadpleging/verplicht-{slug}/papier");
        Assert.Matches($@"minu\w+\. {said}(?! ?Alleen)", resident.Words);
        Assert.Equal(
            required,
            string.Join(
                ' ',
                resident.Page.QuerySelectorAll(".item[id]").Where(item => Resident.Clean(item).Contains(Marked, StringComparison.Ordinal))
                    .Select(item => item.Id!["vraag-".Length..])));
    }

    [Theory]
    [InlineData("nl", "Kruis niet meer dan 1 vakje aan.")]
    [InlineData("en", "Tick no more than 1 box.")]
    public async Task One_box_is_one_box(string language, string said)
    {
        await site.PublishAsync(new GivenConsultation().WithSlug($"een-vakje-{language}").WithChoices("keuzes", "fiets", "auto")
            .Where(question => (ChoicesQuestion)question with { AtMost = 1 }).Build());
        var resident = await OpenAsync($"/raadpleging/een-vakje-{language}/papier?taal={language}");
        Assert.Contains(said, resident.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_box_is_left_empty_when_everything_gets_a_place()
    {
        await site.PublishAsync(
            new GivenConsultation().WithSlug("alle-plaatsen").WithRanking(
                "volgorde", "fiets", "auto", "bus").WithRanking("drie", "a", "b", "c", "d").Build());
        var resident = await OpenAsync("/raadpleging/alle-plaatsen/papier");
        Assert.DoesNotContain("andere vakjes", Resident.Clean(resident.Page.QuerySelector("#vraag-volgorde")!), StringComparison.Ordinal);
        Assert.Contains(
            "Laat de andere vakjes leeg.", Resident.Clean(resident.Page.QuerySelector("#vraag-drie")!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/papier")]
    public async Task A_consultation_is_closed_since_the_day_after_its_last_one(string page)
    {
        await using var later = new Site();
        var closes = later.The<Catalogue>().Latest("wonen")!.Definition.Charter.ClosesOn;
        later.Clock.Now = Amsterdam.EndOf(closes).AddHours(2);
        var resident = later.NewResident();
        await resident.OpenAsync("/raadpleging/wonen" + page);
        var day = closes.AddDays(1).ToString("d MMMM yyyy", InterfaceWords.For(Languages.Dutch).Culture);
        Assert.Contains($"De vragen zijn gesloten sinds {day}.", resident.Words, StringComparison.Ordinal);
    }

    private async Task<Resident> OpenAsync(string address)
    {
        var resident = site.NewResident();
        await resident.OpenAsync(address);
        return resident;
    }
}
