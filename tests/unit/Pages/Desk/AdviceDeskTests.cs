using System.Net;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Participatie.Surveys.Review.Advising;
using Participatie.Surveys.Storage;
using Participatie.Tests.Access;
using Participatie.Tests.Reporting.Summary;
using Participatie.Web.Access;

namespace Participatie.Tests.Pages.Desk;

/// <summary>The council advises, the province answers, everybody sees what is late, and a meeting has it all before it.</summary>
public sealed class AdviceDeskTests(Site site) : IClassFixture<Site>
{
    private const string Rounds = GivenDesk.Page + "/adviesraad";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_an_advice_to_the_meeting()
    {
        var desk = (await GivenDesk.WithConceptAsync(site)).Browser;
        var visitor = site.NewResident();
        await desk.OpenAsync("/beheer/adviezen");
        await desk.PressAsync("Bewaar het advies");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        await desk.Type("Wat raadt de raad aan?", "Maak de <b>knoppen</b> groter.").Choose("Over de website zelf").Choose("Ja")
            .PressAsync("Bewaar het advies");
        Assert.Equal("/beheer/adviezen/1", desk.Address);
        await visitor.OpenAsync("/adviezen");
        Assert.Contains("Maak de <b>knoppen</b> groter.", visitor.Words, StringComparison.Ordinal);
        Assert.Contains("Over deze website.", visitor.Words, StringComparison.Ordinal);
        Assert.Contains("Wij vroegen erom.", visitor.Words, StringComparison.Ordinal);
        await desk.Type("Het antwoord van de provincie", "Dat doen wij.").PressAsync("Geef antwoord");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        await desk.Choose("Het is opgelost").Type("Hetzelfde in makkelijke taal", "Nu zijn ze groter.").PressAsync("Geef antwoord");
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        await visitor.OpenAsync("/adviezen?taal=nl-simple");
        Assert.Contains("Nu zijn ze groter.", visitor.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Dat doen wij.", visitor.Words, StringComparison.Ordinal);
        await visitor.OpenAsync("/adviezen?taal=nl");

        // A member advises about what is not open yet: everybody learns that there is an advice, and no more.
        var member = await MemberAsync(desk);
        await member.Browser.OpenAsync(member.Link + "/advies");
        await member.Browser.Type("Wat raadt u ons aan?", "Vraag minder over geld.").PressAsync("Geef dit advies");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, member.Browser.Status);
        Assert.Contains("Vraag minder over geld.", member.Browser.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        await member.Browser.Choose("Over deze vragen").Choose("Nee").PressAsync("Geef dit advies");
        Assert.Contains("Vraag minder over geld.", member.Browser.Words, StringComparison.Ordinal);
        await visitor.OpenAsync("/adviezen");
        Assert.Contains("Over vragen die nog niet open zijn.", visitor.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("geld", visitor.Words, StringComparison.Ordinal);

        // What is found about the product stands on one page, whatever consultation it was found in.
        await member.Browser.OpenAsync(member.Link);
        await member.Browser.PressAsync("Kom binnen");
        await member.Browser.FollowAsync("Schrijf iets op over het geheel");
        await member.Browser.Type("Wat gebeurt er?", "Het menu springt.").Choose("Het is vervelend").Choose("Over de website, zoals een knop")
            .PressAsync("Bewaar");
        await desk.OpenAsync("/beheer/toegankelijkheid/punten");
        Assert.Contains("Het menu springt.", desk.Words, StringComparison.Ordinal);
        await desk.OpenAsync("/beheer/toegankelijkheid/punten?zoek=elders");
        Assert.Contains("0 punten.", desk.Words, StringComparison.Ordinal);

        await desk.OpenAsync("/beheer/vergadering");
        await desk.PressAsync("Bewaar deze dag");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        var last = site.Today().AddDays(-1);
        await desk.Type("Dag", $"{last.Day}").Type("Maand", $"{last.Month}").Type("Jaar", $"{last.Year}").PressAsync("Bewaar deze dag");
        Assert.Equal(
            ["Wat zei de raad?", "Wat is er gedaan?", "Wat is te laat?", "Wat staat nog open?"],
            desk.Page.QuerySelectorAll(".summary h2").Select(Resident.Clean));
        foreach (var told in new[] { "Maak de <b>knoppen</b> groter.", "Dat doen wij.", "Vraag minder over geld.", "Het menu springt." })
            Assert.Contains(told, desk.Words, StringComparison.Ordinal);
        await member.Browser.OpenAsync(member.Link + "/advies");
        await member.Browser.FollowAsync("Voor de vergadering");
        Assert.Contains("Het menu springt.", member.Browser.Words, StringComparison.Ordinal);
        var file = await FileAsync(member.Link + "/vergadering/voor-de-vergadering.docx", desk.Page.QuerySelectorAll(".summary li").Length);
        foreach (var place in new[] { desk.Words, visitor.Words, member.Browser.Words, file })
            Assert.DoesNotContain("Bas", place, StringComparison.Ordinal);

        // Whose role is gone reads of all consultations no more.
        await site.The<GroupedWriter>().WriteAsync(scope => scope.ExecuteAsync("DELETE FROM role_grants"), Stop);
        await member.Browser.OpenAsync(member.Link + "/vergadering");
        Assert.Equal(HttpStatusCode.Forbidden, member.Browser.Status);

        // Weeks later everybody sees what is late, before all else.
        site.Clock.Now += TimeSpan.FromDays(70);
        await site.The<GroupedWriter>().WriteAsync(
            scope => site.The<GiveAdvice>().ForCouncilAsync(scope, new NewAdvice("", "Pas gegeven.", IsAsked: true), "proef"), Stop);
        await visitor.OpenAsync("/adviezen");
        Assert.Equal("Advies 2", Resident.Clean(visitor.Page.QuerySelector("main h2")!));
        Assert.Contains("Wij zijn te laat.", visitor.Words, StringComparison.Ordinal);
    }

    private async Task<string> FileAsync(string address, int points)
    {
        using var client = site.CreateClient();
        var bytes = await client.GetByteArrayAsync(new Uri(address, UriKind.Relative), Stop);
        if (LibreOffice.IsTested)
        {
            // What the page says as headings and lists the program that opens the file understands as those; it has no tables.
            var opened = await LibreOffice.OpenAsync(bytes, Stop);
            Assert.Equal((true, "nl-NL"), (opened.IsTagged, opened.Language));
            Assert.Equal((1, 4, 0), (opened.Count("H1"), opened.Count("H2"), opened.Count("H3")));
            Assert.Equal(points, opened.Count("LI"));
            Assert.Equal(0, opened.Count("Table"));
        }

        using var file = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file, Stop).Select(error => error.Description));
        var text = file.MainDocumentPart!.Document!.Body!.InnerText;
        Assert.Contains("Het menu springt.", text, StringComparison.Ordinal);
        Assert.Contains("Wat staat nog open?", text, StringComparison.Ordinal);
        return text;
    }

    private async Task<(Resident Browser, string Link)> MemberAsync(Resident desk)
    {
        await GivenStaff.ColleagueAsync(site, "bas@voorbeeld.nl", (StaffRole.CouncilMember, null));
        await desk.StepAsync("nakijken", "Vraag om beoordeling");
        await desk.OpenAsync(Rounds);
        await desk.Type("Waar moet de raad op letten?", "De eerste vraag.").PressAsync("Vraag de ronde");
        await desk.Choose("Bas Collega").PressAsync("Nodig uit");
        return (site.NewResident(), new Uri(Resident.Clean(desk.Page.QuerySelector("p.link code")!)).AbsolutePath);
    }
}
