using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Tests.FormParts;

namespace Participatie.Tests.Pages;

/// <summary>Dividing with buttons: plain form posts, one step at a time.</summary>
public sealed class BudgetPageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_button_changes_one_number_keeps_the_others_and_comes_back_beside_it()
    {
        var resident = await BeginAsync("verdelen");
        Assert.Equal("Nog over: 100 munten.", Status(resident));

        resident.Type("Keuze park", "20").Type("Keuze plein", "30");
        await resident.PressAsync("Meer Keuze park");

        Assert.Equal(HttpStatusCode.OK, resident.Status);
        Assert.Equal(("/raadpleging/verdelen/vraag/geld", "meer-park"), (resident.Address, resident.Place));
        Assert.Equal(["30", "30", "0"], Numbers(resident));
        Assert.Equal("Nog over: 40 munten.", Status(resident));
        // Its name says of what, its description how much that is now.
        var pressed = resident.Page.GetElementById("meer-park")!;
        Assert.Equal("Meer Keuze park", Resident.Clean(pressed));
        Assert.Equal("30 munten", Resident.Clean(resident.Page.GetElementById(pressed.GetAttribute("aria-describedby")!)!));
        // What is left is said once, and seen once more by who looks at the end.
        Assert.DoesNotContain(
            resident.Page.QuerySelectorAll("main [aria-describedby]"),
            element => element.GetAttribute("aria-describedby")!.Contains("over", StringComparison.Ordinal));
        Assert.Empty(resident.Page.QuerySelectorAll(".error"));

        await resident.PressAsync("Minder Keuze plein");
        Assert.Equal(["30", "20", "0"], Numbers(resident));
        Assert.Equal("minder-plein", resident.Place);
    }

    [Fact]
    public async Task A_question_that_is_not_divided_yet_is_not_answered()
    {
        var resident = await BeginAsync("half");
        await resident.PressAsync("Meer Keuze park");

        await resident.OpenAsync("/raadpleging/half/controleren");
        Assert.Equal("/raadpleging/half/vraag/geld", resident.Address);
        await resident.PressAsync("Verder");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, resident.Status);

        resident.Type("Keuze park", "90");
        await resident.PressAsync("Meer Keuze park");
        Assert.Equal("U heeft alles verdeeld.", Status(resident));
        await resident.PressAsync("Verder");
        Assert.Equal("/raadpleging/half/controleren", resident.Address);
    }

    [Fact]
    public async Task A_wrong_number_in_another_field_is_said_and_kept()
    {
        var resident = await BeginAsync("fout");
        resident.Type("Keuze park", "veel").Type("Keuze plein", "30");

        await resident.PressAsync("Meer Keuze plein");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, resident.Status);
        Assert.Equal(["veel", "30", ""], Numbers(resident));
        Assert.Equal("Nog over: 70 munten.", Status(resident));
    }

    [Fact]
    public async Task What_is_wrong_with_the_whole_leads_to_the_first_field()
    {
        var resident = await BeginAsync("geheel");
        await resident.Type("Keuze park", "60").PressAsync("Verder");

        var link = Assert.Single(resident.Page.QuerySelectorAll("main a[href^='#answer']"));
        var field = Assert.IsAssignableFrom<IHtmlInputElement>(resident.Page.GetElementById(link.GetAttribute("href")![1..]));
        Assert.Same(resident.Page.QuerySelector("input[type=text]"), field);
        Assert.Equal(
            ("true", "Fout: Nog over: 40 munten. Verdeel alles."), (field.GetAttribute("aria-invalid"), resident.Page.Description(field)));
        Assert.Equal("Keuze park", Resident.Clean(Assert.Single(resident.Page.QuerySelectorAll("label[for=answer]"))));
    }

    [Fact]
    public async Task One_of_the_unit_is_said_as_one_and_large_amounts_are_grouped()
    {
        await site.PublishAsync(new GivenConsultation().WithSlug("miljoen").WithBudget("geld", 1_000_000, 1000, "park", "plein")
            .ClosingOn(Amsterdam.DayOf(site.Clock.Now).AddDays(30)).Build());
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/miljoen/vraag/geld");
        Assert.Contains("U verdeelt 1.000.000 munten.", resident.Words, StringComparison.Ordinal);

        await resident.Type("Keuze park", "999.000").PressAsync("Meer Keuze plein");
        Assert.Equal(["999.000", "1.000"], Numbers(resident));
        await resident.PressAsync("Verder");
        Assert.Equal("/raadpleging/miljoen/controleren", resident.Address);
        Assert.Contains("Keuze park: 999.000 munten", resident.Words, StringComparison.Ordinal);

        var few = await BeginAsync("een", step: 1);
        await few.Type("Keuze park", "98").PressAsync("Meer Keuze plein");
        Assert.Equal("Nog over: 1 munt.", Status(few));
        Assert.Equal("1 munt", few.Page.GetElementById("nu-plein")!.TextContent);
    }

    [Fact]
    public async Task Amounts_that_are_more_than_an_int_together_can_be_looked_at_again()
    {
        string[] choices = ["park", "plein", "weg", "sport", "zorg", "groen"];
        await site.PublishAsync(new GivenConsultation().WithSlug("veel").WithBudget("geld", 400_000_000, 400_000, choices)
            .ClosingOn(Amsterdam.DayOf(site.Clock.Now).AddDays(30)).Build());
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/veel/vraag/geld");
        foreach (var choice in choices)
        {
            resident.Type("Keuze " + choice, "400000000");
        }

        await resident.PressAsync("Minder Keuze park");

        Assert.Equal(HttpStatusCode.OK, resident.Status);
        Assert.Equal("Te veel: 1.999.600.000 munten.", Status(resident));
        await resident.OpenAsync("/raadpleging/veel/controleren");
        Assert.Equal((HttpStatusCode.OK, "/raadpleging/veel/vraag/geld"), (resident.Status, resident.Address));
    }

    [Fact]
    public async Task The_words_for_the_counter_are_lines_whatever_an_author_writes_in_a_unit()
    {
        await site.PublishAsync(new GivenConsultation().WithSlug("teken").WithBudget("geld", 100, 1, "park", "plein")
            .Where(
                last =>
                    ((BudgetQuestion)last) with
                    {
                        Unit = new Unit(GivenConsultation.Words("mun|ten\nvan goud")),
                    }).ClosingOn(Amsterdam.DayOf(site.Clock.Now).AddDays(30)).Build());
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/teken/vraag/geld");

        var lines = resident.Page.QuerySelector(".left[data-over]")!.GetAttribute("data-over")!.Split('\n');
        Assert.Equal(("100", "mun|ten van goud", 7), (lines[0], lines[3], lines.Length));
    }

    [Fact]
    public async Task Enter_in_a_field_goes_on()
    {
        var resident = await BeginAsync("enter");
        var first = resident.Page.QuerySelectorAll("main form button").OfType<IHtmlButtonElement>().First();
        Assert.Equal(
            ("way", "next", "true", "-1"), (first.Name, first.Value, first.GetAttribute("aria-hidden"), first.GetAttribute("tabindex")));
    }

    private async Task<Resident> BeginAsync(string slug, int step = 10)
    {
        await site.PublishAsync(new GivenConsultation().WithSlug(slug).WithBudget("geld", 100, step, "park", "plein", "weg")
            .ClosingOn(Amsterdam.DayOf(site.Clock.Now).AddDays(30)).Build());
        var resident = site.NewResident();
        await resident.OpenAsync($"/raadpleging/{slug}/vraag/geld");
        return resident;
    }

    private static string Status(Resident resident) => Resident.Clean(resident.Page.QuerySelector("fieldset [role=status]")!);

    private static IReadOnlyList<string> Numbers(Resident resident) =>
        [.. resident.Page.QuerySelectorAll<IHtmlInputElement>("input[type=text]").Select(input => input.Value)];
}
