using System.Net;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Storage;
using Participatie.Tests.Access;
using Participatie.Web.Access;

namespace Participatie.Tests.Pages;

/// <summary>How staff share a revision, see with which links it is shared, and end one.</summary>
public sealed class PreviewLinksTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_is_made_listed_and_ended_and_stands_nowhere_else()
    {
        var colleague = await GivenStaff.ColleagueAsync(site, "auteur@voorbeeld.nl", (StaffRole.Author, "wonen"));
        var desk = colleague.Browser;
        await desk.OpenAsync("/beheer/raadpleging/wonen/voorbeeld");
        Assert.Contains("Er is nu geen link die werkt.", desk.Words, StringComparison.Ordinal);
        await desk.PressAsync("Link maken");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, desk.Status);
        Assert.NotNull(desk.Page.QuerySelector("[role=alert] a[href='#dagen']"));

        await desk.Choose("7 dagen").PressAsync("Link maken");
        var link = desk.Page.QuerySelector(".utrecht-alert--ok a")!.TextContent;
        var token = link.Split('/')[^1];
        Assert.Contains("Link 1: werkversie 1", desk.Words, StringComparison.Ordinal);
        Assert.Contains("Bas Collega <auteur@voorbeeld.nl>", desk.Words, StringComparison.Ordinal);

        // Seen once: the next page has the link no more, and nothing that is stored opens it.
        await desk.OpenAsync("/beheer/raadpleging/wonen/voorbeeld");
        Assert.DoesNotContain(token, desk.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain(token, site.Log.Text, StringComparison.Ordinal);
        await using var db = site.The<Database>().NewContext();
        var hash = PreviewToken.HashOf(token);
        Assert.Equal(1, await db.PreviewLinks.CountAsync(link => link.TokenHash == hash, Stop));

        var looker = site.NewResident();
        await looker.OpenAsync($"/voorbeeld/{token}");
        Assert.Equal(HttpStatusCode.OK, looker.Status);
        await desk.PressAsync("Stop link 1");
        Assert.Equal("/beheer/raadpleging/wonen/voorbeeld", desk.Address);
        await looker.OpenAsync($"/voorbeeld/{token}/afspraken");
        Assert.Equal(HttpStatusCode.Gone, looker.Status);

        var lines = await db.AuditLog.AsNoTracking().Where(line => line.Subject == "wonen" && line.Action.StartsWith("voorbeeldlink"))
            .OrderBy(line => line.Number).ToListAsync(Stop);
        Assert.Equal(
            [("voorbeeldlink gemaakt", "", "werkversie 1, 7 dagen"), ("voorbeeldlink gestopt", "werkversie 1", "")],
            lines.Select(line => (line.Action, line.Before, line.After)));
        Assert.DoesNotContain(lines, line => LineOf(line).Contains(token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_of_another_consultation_cannot_be_ended_from_here()
    {
        var preview = await GivenPreview.OfSampleAsync(site, "meepraten", "elders");
        var colleague = await GivenStaff.ColleagueAsync(site, "ander@voorbeeld.nl", (StaffRole.Author, "wonen"));
        var desk = colleague.Browser;
        await desk.OpenAsync("/beheer/raadpleging/wonen/voorbeeld");
        var (address, fields) = desk.Form("Link maken");
        await desk.PostAsync(address, [.. fields, new("stop", Convert.ToHexStringLower(PreviewToken.HashOf(preview.Token)))]);
        await desk.PostAsync(address, [.. fields, new("stop", "geen-hash")]);
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        var looker = site.NewResident();
        await looker.OpenAsync(preview.Address);
        Assert.Equal(HttpStatusCode.OK, looker.Status);
        await desk.OpenAsync("/beheer/raadpleging/elders/voorbeeld");
        Assert.Equal(HttpStatusCode.Forbidden, desk.Status);
    }

    private static string LineOf(AuditEntry line) => $"{line.Who} {line.Subject} {line.Result} {line.Before} {line.After}";
}
