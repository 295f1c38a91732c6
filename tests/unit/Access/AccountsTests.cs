using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Surveys.Storage;
using Participatie.Tests.Pages;
using Participatie.Web.Access;

namespace Participatie.Tests.Access;

/// <summary>An administrator invites, changes, blocks and removes.</summary>
public sealed class AccountsTests : IAsyncDisposable
{
    private readonly Site _site = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Somebody_is_invited_takes_the_account_and_has_the_roles()
    {
        var anna = await GivenStaff.AdministratorAsync(_site);
        var link = await InviteAsync(anna, "bas@voorbeeld.nl", ("Auteur van deze raadplegingen(hoeft niet)", "wonen, https://x.nl/raadpleging/themas"));
        await anna.Browser.FollowAsync("Naar het account");
        Assert.Contains("uitgenodigd. De link werkt tot", anna.Browser.Words, StringComparison.Ordinal);

        var browser = _site.NewResident();
        // Whatever opens the link before the person does uses nothing up.
        await browser.OpenAsync(link);
        await browser.OpenAsync(link);
        Assert.Equal((HttpStatusCode.OK, "Welkom bij Participatie"), (browser.Status, browser.Heading));
        await browser.Type("Naam", "").Type("Wachtwoord", "kort").PressAsync("Verder");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 2),
            (browser.Status, browser.Page.QuerySelectorAll("main [role=alert] li").Length));
        var bas = new GivenStaff(_site, browser) { Mail = "bas@voorbeeld.nl" };
        await browser.Type("Naam", "Bas van Dijk").Type("Wachtwoord", GivenStaff.Password).PressAsync("Verder");
        await bas.SetUpAsync();
        await browser.FollowAsync("Ik heb de codes bewaard");
        Assert.Equal(2, browser.Page.QuerySelectorAll("main h2").Length);
        await browser.OpenAsync("/beheer/accounts");
        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);

        // Once.
        await browser.OpenAsync(link);
        Assert.Equal((HttpStatusCode.Gone, "Deze link werkt niet meer"), (browser.Status, browser.Heading));
        Assert.Equal(
            [
                "account gemaakt met een uitnodiging|Bas <bas@voorbeeld.nl>||",
                $"rol gegeven|Bas <bas@voorbeeld.nl>||auteur van wonen tot en met {_site.The<GrantRole>().UsualLastDay:yyyy-MM-dd}",
                $"rol gegeven|Bas <bas@voorbeeld.nl>||auteur van themas tot en met {_site.The<GrantRole>().UsualLastDay:yyyy-MM-dd}",
                "uitnodiging aangenomen|Bas van Dijk <bas@voorbeeld.nl>|Bas|Bas van Dijk",
            ],
            (await LinesAsync()).Skip(3).Take(4));
        Assert.DoesNotContain(link.Split('/')[^1], _site.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_lasts_seven_days_and_a_new_one_ends_the_old()
    {
        var anna = await GivenStaff.AdministratorAsync(_site);
        var old = await InviteAsync(anna, "bas@voorbeeld.nl");
        await anna.Browser.FollowAsync("Naar het account");
        await anna.Browser.PressAsync("Nieuwe uitnodiging maken");
        var link = LinkIn(anna.Browser);
        var browser = _site.NewResident();
        await browser.OpenAsync(old);
        Assert.Equal(HttpStatusCode.Gone, browser.Status);
        _site.Clock.Now += TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1);
        await browser.OpenAsync(link);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        _site.Clock.Now += TimeSpan.FromMinutes(2);
        await browser.Type("Wachtwoord", GivenStaff.Password).PressAsync("Verder");
        Assert.Equal(HttpStatusCode.Gone, browser.Status);
        await anna.SignInElsewhereAsync();
        await OpenAccountAsync(anna, "Bas");
        Assert.Contains("uitgenodigd. De link werkt niet meer.", anna.Browser.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_two_use_at_once_is_taken_by_one()
    {
        var anna = await GivenStaff.AdministratorAsync(_site);
        var link = await InviteAsync(anna, "bas@voorbeeld.nl");
        var (first, second) = (_site.NewResident(), _site.NewResident());
        await first.OpenAsync(link);
        await second.OpenAsync(link);
        await Task.WhenAll(new[] { first, second }.Select(one => one.Type("Wachtwoord", GivenStaff.Password).PressAsync("Verder")));
        Assert.Single(new[] { first, second }, one => one.Status == HttpStatusCode.Gone);
        Assert.Single(new[] { first, second }, one => one.Address == "/beheer/inloggen/instellen");
    }

    [Theory]
    [InlineData("Mailadres", "ANNA@voorbeeld.nl", "mail", "Er is al een account met dit mailadres")]
    [InlineData("Mailadres", "bas", "mail", "Vul een mailadres in")]
    [InlineData("Auteur van deze raadplegingen(hoeft niet)", "wonen, <b>geheim</b>", "auteur", "Er is geen raadpleging met de naam <b>geheim</b>")]
    [InlineData("Tot en met welke dag?", "31-2-2027", "tot", "Vul een dag in die nog komt")]
    [InlineData("Tot en met welke dag?", "1-1-2020", "tot", "Vul een dag in die nog komt")]
    [InlineData("Tot en met welke dag?", "1-1-2999", "tot", "Vul een dag in die nog komt")]
    public async Task A_refused_invitation_keeps_what_was_typed(string label, string text, string at, string said)
    {
        var anna = await GivenStaff.AdministratorAsync(_site);
        await anna.Browser.OpenAsync("/beheer/accounts/uitnodigen");
        await anna.Browser.Type("Naam", "<script>alert(1)</script>").Type("Mailadres", "bas@voorbeeld.nl")
            .Tick("Nieuwe raadplegingen beginnen").Type(label, text).PressAsync("Uitnodiging maken");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, anna.Browser.Status);
        Assert.StartsWith("Fout: ", anna.Browser.Title, StringComparison.Ordinal);
        Assert.Equal(["#" + at], anna.Browser.Page.QuerySelectorAll("main [role=alert] a").Select(one => one.GetAttribute("href")));
        Assert.Contains(said, anna.Browser.Words, StringComparison.Ordinal);
        Assert.Equal((text, "true"), (
            anna.Browser.Page.GetElementById(at)!.GetAttribute("value"), anna.Browser.Page.GetElementById(at)!.GetAttribute("aria-invalid")));
        Assert.Equal("<script>alert(1)</script>", anna.Browser.Page.GetElementById("naam")!.GetAttribute("value"));
        Assert.Equal(["Nieuwe raadplegingen beginnen"], anna.Browser.Chosen());
        Assert.Empty(anna.Browser.Page.QuerySelectorAll("main script, main b"));
    }

    [Fact]
    public async Task Accounts_are_searched_and_paged_and_show_names_as_they_are()
    {
        var anna = await GivenStaff.AdministratorAsync(_site);
        await using (var scope = _site.Services.CreateAsyncScope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<Account>>();
            for (var number = 0; number < 30; number++)
                Assert.True((await accounts.CreateAsync(new Account
                {
                    Id = Guid.NewGuid(), Name = number == 7 ? "<script>Zus</script>" : $"Collega {number}",
                    Email = $"collega{number}@voorbeeld.nl", UserName = $"collega{number}@voorbeeld.nl",
                })).Succeeded);
        }

        await anna.Browser.OpenAsync("/beheer/accounts");
        Assert.Contains("31 accounts. Pagina 1 van 2.", anna.Browser.Words, StringComparison.Ordinal);
        Assert.Empty(anna.Browser.Page.QuerySelectorAll("main script"));
        await anna.Browser.FollowAsync("Volgende pagina");
        Assert.Equal(6, anna.Browser.Page.QuerySelectorAll("main h2").Length);
        foreach (var (search, count) in new[] { ("ZUS", 1), ("collega7@", 1), ("%", 0), ("velthuis", 1) })
        {
            await anna.Browser.OpenAsync($"/beheer/accounts?zoek={Uri.EscapeDataString(search)}&pagina=0");
            Assert.Equal(count, anna.Browser.Page.QuerySelectorAll("main h2").Length);
        }
    }

    [Fact]
    public async Task Roles_are_given_moved_and_taken_and_work_at_once()
    {
        var anna = await GivenStaff.AdministratorAsync(_site);
        var bas = await GivenStaff.ColleagueAsync(_site, "bas@voorbeeld.nl");
        await OpenAccountAsync(anna, "Bas Collega");
        await anna.Browser.PressAsync("Geef deze rollen");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, anna.Browser.Status);
        var today = Participatie.Surveys.Definition.Amsterdam.DayOf(_site.Clock.Now);
        await anna.Browser.Type("Analist van deze raadplegingen(hoeft niet)", "wonen").Type("Tot en met welke dag?", $"{today:d-M-yyyy}")
            .PressAsync("Geef deze rollen");
        Assert.Equal("bewaard", anna.Browser.Place);
        await bas.Browser.OpenAsync("/beheer");
        Assert.Single(bas.Browser.Page.QuerySelectorAll("main h2"));

        const string Until = "Tot en met welke dag? Analist van Wonen in Drenthe: wat is nodig?";
        await anna.Browser.Type(Until, "gisteren").PressAsync("Einddatum bewaren: Analist van Wonen in Drenthe: wat is nodig?");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "gisteren"), (
            anna.Browser.Status, anna.Browser.Page.QuerySelector("main input[aria-invalid=true]")!.GetAttribute("value")));
        await anna.Browser.Type(Until, $"{today.AddDays(1):d MMMM yyyy}").PressAsync("Einddatum bewaren: Analist van Wonen in Drenthe: wat is nodig?");
        var old = anna.Browser.Form("Einddatum bewaren: Analist van Wonen in Drenthe: wat is nodig?");
        await anna.Browser.PressAsync("Rol weghalen: Analist van Wonen in Drenthe: wat is nodig?");
        await bas.Browser.OpenAsync("/beheer");
        Assert.Empty(bas.Browser.Page.QuerySelectorAll("main h2"));

        // A page from before gives nothing back.
        await anna.Browser.PostAsync(old.Address, old.Fields);
        await bas.Browser.OpenAsync("/beheer");
        Assert.Empty(bas.Browser.Page.QuerySelectorAll("main h2"));
        Assert.Equal(
            [
                $"rol gegeven|Bas Collega <bas@voorbeeld.nl>||analist van wonen tot en met {today:yyyy-MM-dd}",
                $"rol gegeven|Bas Collega <bas@voorbeeld.nl>|analist van wonen tot en met {today:yyyy-MM-dd}|analist van wonen tot en met {today.AddDays(1):yyyy-MM-dd}",
                $"rol weggehaald|Bas Collega <bas@voorbeeld.nl>|analist van wonen tot en met {today.AddDays(1):yyyy-MM-dd}|",
            ],
            (await LinesAsync()).TakeLast(3));
    }

    [Fact]
    public async Task A_new_administrator_may_at_once_and_may_no_more_when_it_is_taken_away()
    {
        var anna = await GivenStaff.AdministratorAsync(_site);
        var bas = await GivenStaff.ColleagueAsync(_site, "bas@voorbeeld.nl");
        await OpenAccountAsync(anna, "Bas Collega");
        await anna.Browser.Tick("Accounts beheren. Een beheerder ziet geen antwoorden.").PressAsync("Geef deze rollen");
        await OpenAccountAsync(bas, "Anna Velthuis");
        await bas.Browser.PressAsync("Rol weghalen: Beheerder");
        await anna.Browser.OpenAsync("/beheer/accounts");
        Assert.Equal(HttpStatusCode.Forbidden, anna.Browser.Status);
    }

    [Fact]
    public async Task Who_is_blocked_is_out_and_does_not_come_back_with_an_old_session()
    {
        var anna = await GivenStaff.AdministratorAsync(_site);
        var bas = await GivenStaff.ColleagueAsync(_site, "bas@voorbeeld.nl");
        // Another device of the same session, at which nobody sits meanwhile.
        var copies = new CookieContainer();
        copies.Add(new Uri("http://localhost/beheer"), bas.Browser.Cookies.GetCookies(new Uri("http://localhost/beheer")));
        var asleep = _site.NewResident(copies);
        await asleep.OpenAsync("/beheer");
        Assert.Equal("/beheer", asleep.Address);
        await OpenAccountAsync(anna, "Bas Collega");
        await anna.Browser.PressAsync("Account blokkeren");
        Assert.Contains("Toestand: geblokkeerd", anna.Browser.Words, StringComparison.Ordinal);
        await bas.Browser.OpenAsync("/beheer");
        Assert.Equal("/beheer/inloggen", bas.Browser.Address);
        await anna.Browser.PressAsync("Blokkade opheffen");
        await asleep.OpenAsync("/beheer");
        Assert.Equal("/beheer/inloggen", asleep.Address);
        await bas.SignInElsewhereAsync();
        Assert.Equal("/beheer", bas.Browser.Address);
        Assert.Contains("account geblokkeerd|Bas Collega <bas@voorbeeld.nl>|actief|geblokkeerd", await LinesAsync());
    }

    [Fact]
    public async Task Who_is_blocked_or_removed_cannot_use_the_invitation()
    {
        var anna = await GivenStaff.AdministratorAsync(_site);
        var (link, other) = (await InviteAsync(anna, "bas@voorbeeld.nl"), await InviteAsync(anna, "cas@voorbeeld.nl", name: "Cas"));
        await OpenAccountAsync(anna, "Bas");
        await anna.Browser.PressAsync("Account blokkeren");
        await OpenAccountAsync(anna, "Cas");
        await anna.Browser.FollowAsync("Account weghalen");
        await anna.Browser.PressAsync("Weghalen");
        foreach (var address in new[] { link, other })
        {
            var browser = _site.NewResident();
            await browser.OpenAsync(address);
            Assert.Equal(HttpStatusCode.Gone, browser.Status);
        }
    }

    [Fact]
    public async Task An_account_is_removed_after_asking_while_its_owner_is_signed_in_and_its_lines_stay()
    {
        var anna = await GivenStaff.AdministratorAsync(_site);
        var bas = await GivenStaff.ColleagueAsync(_site, "bas@voorbeeld.nl", (StaffRole.Author, "wonen"));
        await bas.Browser.FollowAsync("Uw account");
        await OpenAccountAsync(anna, "Bas Collega");
        await anna.Browser.FollowAsync("Account weghalen");
        Assert.Equal("Het account van Bas Collega weghalen?", anna.Browser.Heading);
        await anna.Browser.PressAsync("Weghalen");
        Assert.Equal(("/beheer/accounts", false),
            (anna.Browser.Address, anna.Browser.Words.Contains("Bas Collega", StringComparison.Ordinal)));

        await bas.Browser.Type("Code", "123456").PressAsync("Nieuwe herstelcodes maken");
        Assert.Equal("/beheer/inloggen", bas.Browser.Address);
        Assert.Contains("inloggen|Bas Collega <bas@voorbeeld.nl>||wachtwoord en app", await LinesAsync());
        Assert.Contains("account weggehaald|Bas Collega <bas@voorbeeld.nl>||", await LinesAsync());
        await anna.Browser.OpenAsync("/beheer/logboek");
        Assert.Contains("Het logboek is heel.", anna.Browser.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_step_that_was_taken_away_comes_back_with_the_link_and_the_password()
    {
        var anna = await GivenStaff.AdministratorAsync(_site);
        var bas = await GivenStaff.ColleagueAsync(_site, "bas@voorbeeld.nl");
        await OpenAccountAsync(anna, "Bas Collega");
        await anna.Browser.PressAsync("Tweede stap weghalen");
        var link = LinkIn(anna.Browser);
        await bas.Browser.OpenAsync("/beheer");
        Assert.Equal("/beheer/inloggen", bas.Browser.Address);

        // Whoever has the password, and not the link, sets up nothing.
        var thief = _site.NewResident();
        await bas.PasswordAsync(thief);
        Assert.Equal(HttpStatusCode.Forbidden, thief.Status);
        Assert.Contains("Gebruik de link die u van uw beheerder kreeg.", thief.Words, StringComparison.Ordinal);
        // And the other way round; another's password does not do.
        await thief.OpenAsync(link);
        await thief.Type("Mailadres", bas.Mail).Type("Wachtwoord", "geraden wachtwoord").PressAsync("Verder");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, thief.Status);
        await thief.Type("Mailadres", anna.Mail).Type("Wachtwoord", GivenStaff.Password).PressAsync("Verder");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, thief.Status);

        await bas.Browser.OpenAsync(link);
        await bas.Browser.Type("Mailadres", bas.Mail).Type("Wachtwoord", GivenStaff.Password).PressAsync("Verder");
        await bas.SetUpAsync();
        await bas.Browser.FollowAsync("Ik heb de codes bewaard");
        Assert.Equal("/beheer", bas.Browser.Address);
        await thief.OpenAsync(link);
        Assert.Equal(HttpStatusCode.Gone, thief.Status);
    }

    [Fact]
    public async Task The_last_administrator_is_offered_no_way_out_and_a_form_made_by_hand_changes_nothing()
    {
        var anna = await GivenStaff.AdministratorAsync(_site);
        await OpenAccountAsync(anna, "Anna Velthuis");
        Assert.Contains("Dit is de enige beheerder.", anna.Browser.Words, StringComparison.Ordinal);
        Assert.False(anna.Browser.Offers("Account blokkeren") || anna.Browser.Offers("Rol weghalen: Beheerder"));
        var (address, fields) = anna.Browser.Form("Geef deze rollen");
        foreach (var (way, role) in new[] { ("blokkeren", ""), ("rol-weg", "beheerder") })
        {
            await anna.Browser.PostAsync(
                address, [.. fields.Where(field => field.Key is not ("keuze" or "rol")), new("keuze", way), new("rol", role)]);
            Assert.Equal(HttpStatusCode.Conflict, anna.Browser.Status);
            Assert.NotNull(anna.Browser.Page.QuerySelector("main [autofocus]"));
        }

        await anna.Browser.OpenAsync(address + "/weghalen");
        await anna.Browser.PressAsync("Weghalen");
        Assert.Equal(HttpStatusCode.Conflict, anna.Browser.Status);
        await anna.Browser.OpenAsync("/beheer/accounts");
        Assert.Equal(HttpStatusCode.OK, anna.Browser.Status);
    }

    private static async Task<string> InviteAsync(GivenStaff by, string mail, (string Label, string Text)? role = null, string name = "Bas")
    {
        await by.Browser.OpenAsync("/beheer/accounts/uitnodigen");
        by.Browser.Type("Naam", name).Type("Mailadres", mail);
        if (role is var (label, text))
            by.Browser.Type(label, text);
        await by.Browser.PressAsync("Uitnodiging maken");
        Assert.Equal((HttpStatusCode.OK, "Geef deze link door"), (by.Browser.Status, by.Browser.Heading));
        return LinkIn(by.Browser);
    }

    private static string LinkIn(Resident browser) => new Uri(Resident.Clean(browser.Page.QuerySelector("main .link code")!)).AbsolutePath;

    private static async Task OpenAccountAsync(GivenStaff by, string name)
    {
        await by.Browser.OpenAsync("/beheer/accounts");
        var link = by.Browser.Page.QuerySelectorAll("main h2 a").Select(Resident.Clean)
            .Single(one => one.StartsWith(name + ",", StringComparison.Ordinal));
        await by.Browser.FollowAsync(link);
    }

    private async Task<IReadOnlyList<string>> LinesAsync()
    {
        await using var context = _site.The<Database>().NewContext();
        return await context.AuditLog.AsNoTracking().OrderBy(line => line.Number)
            .Select(line => line.Action + "|" + line.Subject + "|" + line.Before + "|" + line.After).ToListAsync(Stop);
    }
}
