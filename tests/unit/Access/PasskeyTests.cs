using System.Net;
using Participatie.Surveys.Storage;
using Participatie.Tests.Pages;

namespace Participatie.Tests.Access;

/// <summary>Passkeys: made with the password, used in place of both steps, and nothing of an answer can be used again.</summary>
public sealed class PasskeyTests : IAsyncDisposable
{
    private readonly Site _site = new();
    private readonly GivenAuthenticator _key = new() { Counts = false };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync()
    {
        _key.Dispose();
        return _site.DisposeAsync();
    }

    [Fact]
    public async Task Who_made_one_signs_in_with_it_alone_until_it_is_removed()
    {
        var staff = await GivenStaff.AdministratorAsync(_site);
        await MakeAsync(staff, "laptop <b>werk</b>");
        Assert.Equal(("/beheer/account/sleutels", "bewaard"), (staff.Browser.Address, staff.Browser.Place));
        Assert.Equal(["laptop <b>werk</b>", "Nieuwe toegangssleutel"], staff.Browser.Page.QuerySelectorAll("main h2").Select(Resident.Clean));

        var elsewhere = _site.NewResident();
        await elsewhere.OpenAsync("/beheer/account");
        await elsewhere.FollowAsync("Inloggen met een toegangssleutel");
        await AnswerAsync(elsewhere, _key.Use(Question(elsewhere)));
        Assert.Equal((HttpStatusCode.OK, "/beheer/account"), (elsewhere.Status, elsewhere.Address));
        await elsewhere.OpenAsync("/beheer/logboek");
        Assert.Contains("Daarna: toegangssleutel", elsewhere.Words, StringComparison.Ordinal);
        await elsewhere.OpenAsync("/beheer/accounts");
        Assert.Contains("een app met codes en 1 toegangssleutel", elsewhere.Words, StringComparison.Ordinal);

        await staff.Browser.PressAsync("Sleutel weghalen: laptop <b>werk</b>");
        Assert.Contains("U hebt nog geen toegangssleutel.", staff.Browser.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInAsync()).Status);
        await staff.Browser.OpenAsync("/beheer/logboek");
        Assert.Contains("toegangssleutel gemaakt: gelukt", staff.Browser.Words, StringComparison.Ordinal);
        Assert.Contains("toegangssleutel weggehaald: gelukt", staff.Browser.Words, StringComparison.Ordinal);
        Assert.Contains("onbekende toegangssleutel", staff.Browser.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_nobody_unlocked_is_one_factor_and_not_enough()
    {
        var staff = await GivenStaff.AdministratorAsync(_site);
        _key.IsUnlocked = false;
        await MakeAsync(staff, "laptop");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, staff.Browser.Status);
        _key.IsUnlocked = true;
        await MakeAsync(staff, "laptop");
        _key.IsUnlocked = false;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInAsync()).Status);
        _key.IsUnlocked = true;
        Assert.Equal(HttpStatusCode.OK, (await SignInAsync()).Status);
    }

    [Fact]
    public async Task An_answer_for_another_site_or_another_question_signs_nobody_in()
    {
        var staff = await GivenStaff.AdministratorAsync(_site);
        await MakeAsync(staff, "laptop");
        var browser = _site.NewResident();
        await browser.OpenAsync("/beheer/inloggen/sleutel");
        await AnswerAsync(browser, _key.Use(Question(browser), "https://kwaad.example"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        var old = Question(browser);
        await browser.OpenAsync("/beheer/inloggen/sleutel");
        await AnswerAsync(browser, _key.Use(old));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        foreach (var nonsense in new[] { "{}", "[1]", "x", "null", """{"id":"AA","rawId":"AA","type":"public-key","response":{}}""" })
        {
            await AnswerAsync(browser, nonsense);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        }
    }

    [Fact]
    public async Task An_answer_is_taken_once()
    {
        var staff = await GivenStaff.AdministratorAsync(_site);
        await MakeAsync(staff, "laptop");
        var browser = _site.NewResident();
        await browser.OpenAsync("/beheer/inloggen/sleutel");
        var (address, sent) = Filled(browser, _key.Use(Question(browser)));
        await browser.PostAsync(address, sent);
        Assert.Equal("/beheer", browser.Address);

        // Somebody who saw it, with a form of the own browser.
        var thief = _site.NewResident();
        await thief.OpenAsync("/beheer/inloggen/sleutel");
        var (_, own) = thief.Form("Inloggen");
        await thief.PostAsync(
            address, [.. own.Where(field => field.Key is not ("sleutel" or "staat")), .. sent.Where(field => field.Key is "sleutel" or "staat")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, thief.Status);
    }

    [Fact]
    public async Task A_question_of_one_account_makes_no_key_for_another()
    {
        var anna = await GivenStaff.AdministratorAsync(_site);
        var bas = await GivenStaff.ColleagueAsync(_site, "bas@voorbeeld.nl");
        await BeginAsync(anna, "laptop");
        var (address, ofAnna) = Filled(anna.Browser, _key.Make(Question(anna.Browser)));
        await BeginAsync(bas, "laptop");
        var (_, ofBas) = bas.Browser.Form("Toegangssleutel maken");
        await bas.Browser.PostAsync(
            address, [.. ofBas.Where(field => field.Key is not ("sleutel" or "staat")), .. ofAnna.Where(field => field.Key is "sleutel" or "staat")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bas.Browser.Status);
        Assert.Contains("U hebt nog geen toegangssleutel.", bas.Browser.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_blocked_does_not_come_in_with_a_key_and_a_reset_takes_it_away()
    {
        await GivenStaff.AdministratorAsync(_site);
        var bas = await GivenStaff.ColleagueAsync(_site, "bas@voorbeeld.nl");
        await MakeAsync(bas, "laptop");
        await ChangeAsync("UPDATE accounts SET is_blocked = 1 WHERE email = 'bas@voorbeeld.nl'");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInAsync()).Status);
        await ChangeAsync("UPDATE accounts SET is_blocked = 0 WHERE email = 'bas@voorbeeld.nl'");
        Assert.Equal("/beheer", (await SignInAsync()).Address);

        await ChangeAsync("UPDATE accounts SET is_administrator = 1 WHERE email = 'bas@voorbeeld.nl'");
        var other = await SignInAsync();
        await other.OpenAsync("/beheer/accounts?zoek=bas@");
        await other.FollowAsync("Bas Collega, bas@voorbeeld.nl");
        await other.PressAsync("Tweede stap weghalen");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInAsync()).Status);
    }

    [Fact]
    public async Task Without_a_script_the_pages_say_what_to_do_and_a_password_is_asked_before_a_key_is_made()
    {
        var browser = _site.NewResident();
        await browser.OpenAsync("/beheer/inloggen/sleutel");
        await browser.PressAsync("Inloggen");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, browser.Status);
        Assert.NotNull(browser.Page.QuerySelector("main [autofocus]"));
        Assert.Contains("Log anders in met uw wachtwoord en de code van uw app.", browser.Words, StringComparison.Ordinal);

        var staff = await GivenStaff.AdministratorAsync(_site);
        await staff.Browser.OpenAsync("/beheer/account/sleutels");
        await staff.Browser.Type("Naam van de sleutel", "").Type("Uw wachtwoord van nu", GivenStaff.Password).PressAsync("Verder");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, staff.Browser.Status);
        await staff.Browser.Type("Naam van de sleutel", "laptop").Type("Uw wachtwoord van nu", "geraden").PressAsync("Verder");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "laptop"),
            (staff.Browser.Status, staff.Browser.Page.GetElementById("naam")!.GetAttribute("value")));
        await BeginAsync(staff, "laptop");
        await staff.Browser.PressAsync("Toegangssleutel maken");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, staff.Browser.Status);
        Assert.Contains("lukt alleen met JavaScript", staff.Browser.Words, StringComparison.Ordinal);
    }

    private static async Task BeginAsync(GivenStaff staff, string name)
    {
        await staff.Browser.OpenAsync("/beheer/account/sleutels");
        await staff.Browser.Type("Naam van de sleutel", name).Type("Uw wachtwoord van nu", GivenStaff.Password).PressAsync("Verder");
        Assert.Equal((HttpStatusCode.OK, "Nieuwe toegangssleutel"), (staff.Browser.Status, staff.Browser.Heading));
    }

    private async Task MakeAsync(GivenStaff staff, string name)
    {
        await BeginAsync(staff, name);
        await AnswerAsync(staff.Browser, _key.Make(Question(staff.Browser)));
    }

    private async Task<Resident> SignInAsync()
    {
        var browser = _site.NewResident();
        await browser.OpenAsync("/beheer/inloggen/sleutel");
        await AnswerAsync(browser, _key.Use(Question(browser)));
        return browser;
    }

    /// <summary>What the script does.</summary>
    private static Task AnswerAsync(Resident browser, string credential)
    {
        var (address, fields) = Filled(browser, credential);
        return browser.PostAsync(address, fields);
    }

    private static (string Address, List<KeyValuePair<string, string>> Fields) Filled(Resident browser, string credential)
    {
        var (address, fields) = browser.Form(browser.Offers("Inloggen") ? "Inloggen" : "Toegangssleutel maken");
        return (address, [.. fields.Where(field => field.Key != "sleutel"), new("sleutel", credential)]);
    }

    private static string Question(Resident browser) => browser.Page.QuerySelector("[data-sleutel]")!.GetAttribute("data-vraag")!;

    private Task<int> ChangeAsync(string change) =>
        _site.The<GroupedWriter>().WriteAsync(scope => scope.ExecuteAsync(change), Stop);
}
