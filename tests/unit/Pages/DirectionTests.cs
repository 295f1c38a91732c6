using AngleSharp.Dom;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Tests.Pages;

/// <summary>Words of a definition run as their language does; only what somebody typed finds its own direction.</summary>
public sealed class DirectionTests(Site site) : IClassFixture<Site>
{
    private const string Latin = "WiFi في القرية";
    private const string Typed = "Meer bussen في القرية";

    [Fact]
    public async Task Only_what_was_typed_finds_its_own_direction()
    {
        await site.PublishAsync(InArabic("richting"));
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/richting?taal=ar");
        await resident.OpenAsync("/raadpleging/richting/vraag/volgorde");
        var words = InterfaceWords.For("ar");
        while (!resident.Address.EndsWith("/controleren", StringComparison.Ordinal))
        {
            Assert.DoesNotContain(Automatic(resident), element => element.LocalName is not ("input" or "textarea"));
            if (resident.Page.QuerySelector("main input[type=radio]") is AngleSharp.Html.Dom.IHtmlInputElement first)
                first.IsChecked = true;
            if (resident.Page.QuerySelector("main textarea") is AngleSharp.Html.Dom.IHtmlTextAreaElement area)
                area.Value = Typed;
            await resident.PressAsync(words["form.next"]);
        }

        Assert.Equal([Typed], Automatic(resident).Select(element => element.TextContent));
        Assert.Equal("dd", Automatic(resident).Single().LocalName);
        Assert.Contains(
            resident.Page.QuerySelectorAll("dd"),
            line =>
                line.TextContent.StartsWith($"3. {Latin}", StringComparison.Ordinal)
                    && line.Closest("[dir]") == resident.Page.DocumentElement);
    }

    private static IEnumerable<IElement> Automatic(Resident resident) =>
        resident.Page.QuerySelectorAll("main [dir=auto], main bdi").Where(element => element.Closest(".help-menu") is null);

    /// <summary>Every text of it is Arabic that begins with Latin letters.</summary>
    private static Consultation InArabic(string slug)
    {
        var wifi = Wifi("");
        var definition = new GivenConsultation().WithSlug(slug).WithRanking("volgorde", "fiets", "auto", "bus").WithOpen("open").Build();
        return definition with
        {
            Languages = ["nl", "ar"],
            Title = wifi,
            About = wifi,
            Charter = definition.Charter with { Why = wifi, Room = wifi, Fixed = wifi, Decides = wifi, After = wifi },
            Questions = [.. definition.Questions.Select(question => question is RankingQuestion ranking
                ? ranking with
                {
                    Text = wifi,
                    Offered = [.. ranking.Offered.Select(choice => choice with { Text = Wifi(" " + choice.Id) })],
                }
                : question with { Text = wifi })],
        };
    }

    private static Text Wifi(string more) =>
        new(new Dictionary<string, string>(StringComparer.Ordinal) { ["nl"] = "WiFi in het dorp" + more, ["ar"] = Latin + more });
}
