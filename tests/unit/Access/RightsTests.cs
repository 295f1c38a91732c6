using System.Net;
using Participatie.Surveys.Storage;
using Participatie.Tests.Pages;
using Participatie.Web.Access;

namespace Participatie.Tests.Access;

/// <summary>The review of rights: administrators every quarter, others every year.</summary>
public sealed class RightsTests : IAsyncDisposable
{
    private const string Late = "U moet dit recht nu bekijken.";
    private readonly Site _site = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task What_is_late_stands_first_and_shows_on_the_first_page_until_it_is_confirmed()
    {
        _site.Clock.Now = new DateTimeOffset(2027, 1, 10, 12, 0, 0, TimeSpan.Zero);
        var anna = await GivenStaff.AdministratorAsync(_site);
        await GivenStaff.ColleagueAsync(_site, "bas@voorbeeld.nl", (StaffRole.Author, "wonen"));
        await anna.Browser.OpenAsync("/beheer/rechten");
        Assert.Contains("U hoeft nu niets te bekijken.", anna.Browser.Words, StringComparison.Ordinal);
        Assert.Contains("Bekijk dit recht weer op 10 april 2027.", anna.Browser.Words, StringComparison.Ordinal);
        Assert.Contains("Bekijk dit recht weer op 10 januari 2028.", anna.Browser.Words, StringComparison.Ordinal);
        Assert.Contains("Tot en met: 10 januari 2028", anna.Browser.Words, StringComparison.Ordinal);
        Assert.Contains("Laatst bekeken: nog nooit", anna.Browser.Words, StringComparison.Ordinal);

        _site.Clock.Now = new DateTimeOffset(2027, 4, 9, 12, 0, 0, TimeSpan.Zero);
        await anna.SignInElsewhereAsync();
        Assert.DoesNotContain("bekijken", anna.Browser.Words, StringComparison.Ordinal);
        _site.Clock.Now = new DateTimeOffset(2027, 4, 10, 12, 0, 0, TimeSpan.Zero);
        await anna.SignInElsewhereAsync();
        Assert.Contains("U moet 1 recht bekijken.", anna.Browser.Words, StringComparison.Ordinal);
        await anna.Browser.OpenAsync("/beheer/rechten");
        Assert.Equal("Anna Velthuis, anna@voorbeeld.nl: Beheerder", Resident.Clean(anna.Browser.Page.QuerySelector("main h2")!));
        Assert.Contains(Late, anna.Browser.Words, StringComparison.Ordinal);
        await anna.Browser.PressAsync("Bevestigen: Anna Velthuis, anna@voorbeeld.nl: Beheerder");
        Assert.Equal("bewaard", anna.Browser.Place);
        Assert.DoesNotContain(Late, anna.Browser.Words, StringComparison.Ordinal);
        Assert.Contains("Bekijk dit recht weer op 10 juli 2027.", anna.Browser.Words, StringComparison.Ordinal);
        Assert.Contains("Laatst bekeken: 10 april 2027, door Anna Velthuis <anna@voorbeeld.nl>", anna.Browser.Words, StringComparison.Ordinal);
        await anna.Browser.OpenAsync("/beheer/logboek?zoek=bevestigd");
        Assert.Contains("1 regel.", anna.Browser.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_right_that_is_not_needed_any_more_is_taken_away_there()
    {
        var anna = await GivenStaff.AdministratorAsync(_site);
        var bas = await GivenStaff.ColleagueAsync(_site, "bas@voorbeeld.nl", (StaffRole.Author, "wonen"), (StaffRole.CouncilMember, null));
        await anna.Browser.OpenAsync("/beheer/rechten?zoek=BAS@");
        Assert.Equal(2, anna.Browser.Page.QuerySelectorAll("main h2").Length);
        await anna.Browser.PressAsync("Rol weghalen: Bas Collega, bas@voorbeeld.nl: Auteur van Wonen in Drenthe: wat is nodig?");
        Assert.Equal("Bas Collega, bas@voorbeeld.nl: Lid van de adviesraad", Resident.Clean(Assert.Single(anna.Browser.Page.QuerySelectorAll("main h2"))));
        await bas.Browser.OpenAsync("/beheer");
        Assert.Empty(bas.Browser.Page.QuerySelectorAll("main h2"));

        await anna.Browser.OpenAsync("/beheer/rechten");
        await anna.Browser.PressAsync("Rol weghalen: Anna Velthuis, anna@voorbeeld.nl: Beheerder");
        Assert.Equal(HttpStatusCode.Conflict, anna.Browser.Status);
        Assert.Contains("Dit is de enige beheerder.", anna.Browser.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_has_pages()
    {
        var anna = await GivenStaff.AdministratorAsync(_site);
        var bas = await GivenStaff.ColleagueAsync(_site, "bas@voorbeeld.nl");
        await _site.The<GroupedWriter>().WriteAsync(
            async scope =>
            {
                for (var number = 100; number < 130; number++)
                    await scope.ExecuteAsync(
                        """
                        INSERT INTO role_grants (account_id, role, consultation_id, until, given_at, given_by)
                        SELECT id, 1, @number, @until, 0, 'x' FROM accounts WHERE email = @mail
                        """,
                        ("@number", number),
                        ("@until", _site.Clock.Now.AddYears(1).ToUnixTimeMilliseconds()),
                        ("@mail", bas.Mail));
            },
            Stop);
        await anna.Browser.OpenAsync("/beheer/rechten");
        Assert.Contains("31 rechten. Pagina 1 van 2.", anna.Browser.Words, StringComparison.Ordinal);
        // Late before what is not.
        Assert.Equal(25, anna.Browser.Words.Split(Late).Length - 1);
        await anna.Browser.FollowAsync("Volgende pagina");
        Assert.Equal(6, anna.Browser.Page.QuerySelectorAll("main h2").Length);
        Assert.Equal("Anna Velthuis, anna@voorbeeld.nl: Beheerder", Resident.Clean(anna.Browser.Page.QuerySelectorAll("main h2")[^1]));
    }
}
