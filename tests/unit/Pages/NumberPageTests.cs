using System.Net;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Tests.Pages;

/// <summary>A rent: large, with cents, typed as people write it.</summary>
public sealed class NumberPageTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("€ 1.234,50", "1.234,5 euro")]
    [InlineData("1234.5 euro", "1.234,5 euro")]
    [InlineData("1,5 miljoen", "1.500.000 euro")]
    [InlineData("1", "1 euro")]
    public async Task What_was_typed_is_read_back_as_it_was_meant(string typed, string shown)
    {
        var resident = await OnAsync("gelezen");
        await resident.Type("huur", typed).PressAsync("Verder");
        Assert.Equal("/raadpleging/gelezen/controleren", resident.Address);
        Assert.Contains(shown, resident.Words, StringComparison.Ordinal);

        // The field has what our own formatter made of it, and takes it again.
        await resident.OpenAsync("/raadpleging/gelezen/vraag/huur");
        await resident.PressAsync("Verder");
        Assert.Contains(shown, resident.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1,000", "‘1,000’ kan ook 1.000 zijn. Schrijf het getal zonder punt of komma.")]
    [InlineData("te veel", "Wij begrijpen ‘te’ niet. Schrijf alleen een getal met cijfers.")]
    [InlineData("min 5", "Vul een getal in van 0 tot en met 1.000.000.000.")]
    public async Task What_cannot_be_read_is_named_at_the_field_and_stays_in_it(string typed, string message)
    {
        var resident = await OnAsync("geweigerd");
        await resident.Type("huur", typed).PressAsync("Verder");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, resident.Status);
        var field = resident.Page.GetElementById("answer")!;
        Assert.Equal(
            (typed, "true", "Fout: " + message),
            (field.GetAttribute("value"), field.GetAttribute("aria-invalid"), resident.Page.GetElementById("fout-answer")!.TextContent));
    }

    [Theory]
    [InlineData(0, 100, 0, "numeric")]
    [InlineData(0, 100, 2, "decimal")]
    [InlineData(-20, 40, 0, "text")]
    public async Task A_phone_shows_a_keyboard_that_has_the_signs(int min, int max, int decimals, string keyboard)
    {
        var slug = "toetsen-" + keyboard;
        await PublishAsync(
            slug, new NumberQuestion { Id = "huur", Text = GivenConsultation.Words("huur"), Min = min, Max = max, Decimals = decimals });
        var resident = site.NewResident();
        await resident.OpenAsync($"/raadpleging/{slug}/vraag/huur");
        Assert.Equal(keyboard, resident.Page.GetElementById("answer")!.GetAttribute("inputmode"));
    }

    [Fact]
    public async Task The_paper_has_the_bounds_in_groups_and_room_for_them()
    {
        await OnAsync("papier");
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/papier/papier");
        Assert.Contains("Schrijf een getal van 0 tot en met 1.000.000.000.", resident.Words, StringComparison.Ordinal);
        Assert.NotNull(resident.Page.QuerySelector(".amount .number.wide"));
    }

    private async Task<Resident> OnAsync(string slug)
    {
        await PublishAsync(slug, new NumberQuestion
        {
            Id = "huur",
            Text = GivenConsultation.Words("huur"),
            Min = 0,
            Max = 1_000_000_000,
            Decimals = 2,
            Unit = new Unit(GivenConsultation.Words("euro")),
        });
        var resident = site.NewResident();
        await resident.OpenAsync($"/raadpleging/{slug}/vraag/huur");
        return resident;
    }

    private Task<PublishedVersion> PublishAsync(string slug, NumberQuestion question) =>
        site.PublishAsync(
            new GivenConsultation().WithSlug(slug).With(question).ClosingOn(Amsterdam.DayOf(site.Clock.Now).AddDays(30)).Build());
}
