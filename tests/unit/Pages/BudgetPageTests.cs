using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Participatie.Surveys.Definition;

namespace Participatie.Tests.Pages;

/// <summary>Dividing with buttons: plain form posts, one step at a time.</summary>
public sealed class BudgetPageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_button_changes_one_number_keeps_the_others_and_comes_back_beside_it()
    {
        var resident = await BeginAsync("verdelen");
        Assert.Equal("Nog over: 100 (munten).", Status(resident));

        resident.Type("Keuze park", "20").Type("Keuze plein", "30");
        await resident.PressAsync("Meer Keuze park");

        Assert.Equal(HttpStatusCode.OK, resident.Status);
        Assert.Equal(("/raadpleging/verdelen/vraag/geld", "meer-park"), (resident.Address, resident.Place));
        Assert.Equal(["30", "30", "0"], Numbers(resident));
        Assert.Equal("Nog over: 40 (munten).", Status(resident));
        var pressed = resident.Page.GetElementById("meer-park")!;
        Assert.Equal("Meer Keuze park", Resident.Clean(pressed));
        Assert.Equal(resident.Page.QuerySelector("fieldset [role=status]")!.Id, pressed.GetAttribute("aria-describedby"));
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
        Assert.Equal("Nog over: 70 (munten).", Status(resident));
    }

    [Fact]
    public async Task Enter_in_a_field_goes_on()
    {
        var resident = await BeginAsync("enter");
        var first = resident.Page.QuerySelectorAll("main form button").OfType<IHtmlButtonElement>().First();
        Assert.Equal(("way", "next", "true", "-1"), (first.Name, first.Value, first.GetAttribute("aria-hidden"), first.GetAttribute("tabindex")));
    }

    private async Task<Resident> BeginAsync(string slug)
    {
        await site.PublishAsync(new GivenConsultation().WithSlug(slug).WithBudget("geld", 100, 10, "park", "plein", "weg")
            .ClosingOn(Amsterdam.DayOf(site.Clock.Now).AddDays(30)).Build());
        var resident = site.NewResident();
        await resident.OpenAsync($"/raadpleging/{slug}/vraag/geld");
        return resident;
    }

    private static string Status(Resident resident) => Resident.Clean(resident.Page.QuerySelector("fieldset [role=status]")!);

    private static IReadOnlyList<string> Numbers(Resident resident) =>
        [.. resident.Page.QuerySelectorAll<IHtmlInputElement>("input[type=text]").Select(input => input.Value)];
}
