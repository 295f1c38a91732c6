using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Participatie.Tests.Pages;

/// <summary>An author may call a question or a choice what the pages call a part of their own.</summary>
public sealed class AuthorsIdsTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] Ids = ["inhoud", "bewaard", "versturen", "fouten", "uitleg", "over"];

    [Fact]
    public async Task No_page_has_an_id_twice()
    {
        await site.PublishAsync(new GivenConsultation().WithSlug("ids")
            .WithStatements("inhoud", "bewaard", "over").WithYesNo("inhoud-1").WithChoices("bewaard", Ids)
            .WithBudget("versturen", 6, 1, Ids)
            .WithRanking("fouten", Ids).WithChoice("over", Ids).WithOpen("uitleg").Build());
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/ids/papier");
        AssertUnique(resident.Page);
        await resident.OpenAsync("/raadpleging/ids/vraag/inhoud/1");
        while (!resident.Address.EndsWith("/controleren", StringComparison.Ordinal))
        {
            AssertUnique(resident.Page);
            await resident.PressAsync("Verder");
            AssertUnique(resident.Page);
            await resident.AnswerAsync();
        }

        AssertUnique(resident.Page);
        await site.PublishResultsAsync("ids", 200, closed: true);
        AssertUnique(await site.OpenAsync("/raadpleging/ids/resultaat"));
    }

    private static void AssertUnique(IHtmlDocument page)
    {
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id!).ToList();
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        Assert.All(page.QuerySelectorAll("label[for], a[href^='#']"), link =>
            Assert.NotNull(page.GetElementById(link.GetAttribute("for") ?? link.GetAttribute("href")![1..])));
    }
}
