using System.Text;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Storage;
using Participatie.Tests.Access;

namespace Participatie.Tests.Pages.Desk;

/// <summary>Consultations on the desk of a site.</summary>
internal static class GivenDesk
{
    public const string Slug = "proef";
    public const string Page = "/beheer/raadpleging/" + Slug;
    public const string Questions = Page + "/vragen";

    public static DateOnly Today(this Site site) => Amsterdam.DayOf(site.Clock.Now);

    /// <summary>A definition without problems that closes in a month.</summary>
    public static string Document(this Site site, Func<Consultation, Consultation>? but = null, string slug = Slug)
    {
        var definition = GivenConsultation.WithEveryKind().WithSlug(slug).ClosingOn(site.Today().AddDays(30)).Build();
        return Encoding.UTF8.GetString(DefinitionWriter.Write(but?.Invoke(definition) ?? definition));
    }

    /// <summary>A concept of which that administrator begins.</summary>
    public static async Task<GivenStaff> WithConceptAsync(Site site, string? document = null)
    {
        var staff = await GivenStaff.AdministratorAsync(site);
        await staff.Browser.OpenAsync("/beheer/raadpleging/nieuw");
        await staff.Browser.Type("Tekst van de vragen", document ?? site.Document()).PressAsync("Begin");
        Assert.Equal(Questions, staff.Browser.Address);
        return staff;
    }

    public static async Task<ConsultationLife> LifeAsync(this Site site)
    {
        await site.The<Catalogue>().RefreshAsync(TestContext.Current.CancellationToken);
        return site.The<Catalogue>().Lives.Single(life => life.Slug == Slug);
    }

    public static async Task<IReadOnlyList<AuditEntry>> AuditAsync(this Site site)
    {
        await using var context = site.The<Database>().NewContext();
        return [.. context.AuditLog.OrderBy(line => line.Number)];
    }

    /// <summary>Opens the form of a step, fills it in and sends it.</summary>
    public static async Task StepAsync(this Resident browser, string name, string button, string? reason = null, DateOnly? day = null)
    {
        await browser.OpenAsync($"{Page}/{name}");
        Assert.Equal(System.Net.HttpStatusCode.OK, browser.Status);
        if (day is { } chosen)
        {
            browser.Type("Dag", $"{chosen.Day}").Type("Maand", $"{chosen.Month}").Type("Jaar", $"{chosen.Year}");
        }

        if (reason is not null)
        {
            browser.Reason(reason);
        }

        await browser.PressAsync(button);
    }

    public static Resident Reason(this Resident browser, string reason) => browser.Type(
        browser.Page.QuerySelector("label[for=reden]")!.TextContent.Trim(), reason);
}
