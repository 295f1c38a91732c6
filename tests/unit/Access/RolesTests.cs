using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using Participatie.Surveys.Storage;
using Participatie.Tests.Pages;
using Participatie.Web.Access;

namespace Participatie.Tests.Access;

/// <summary>What somebody may see follows from the grants that hold at this moment, and from nothing that the browser brings.</summary>
public sealed class RolesTests : IAsyncDisposable
{
    private readonly Site _site = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData(StaffRole.Author, "wonen", "Wonen in Drenthe: wat is nodig?")]
    [InlineData(StaffRole.Analyst, "wonen", "Wonen in Drenthe: wat is nodig?")]
    [InlineData(StaffRole.Author, null, "")]
    [InlineData(StaffRole.CouncilMember, null, "")]
    [InlineData(StaffRole.Chair, null, "")]
    public async Task The_list_has_the_consultations_of_a_role_alone(StaffRole role, string? slug, string shown)
    {
        var staff = await GivenStaff.ColleagueAsync(_site, "bas@voorbeeld.nl", (role, slug));
        Assert.Equal(shown, string.Join(", ", staff.Browser.Page.QuerySelectorAll("main h2").Select(Resident.Clean)));
        Assert.Contains("U ziet hier de raadplegingen waar u een rol bij hebt.", staff.Browser.Words, StringComparison.Ordinal);
        await staff.Browser.OpenAsync("/beheer/logboek");
        Assert.Equal(HttpStatusCode.Forbidden, staff.Browser.Status);
    }

    [Theory]
    [InlineData("DELETE FROM role_grants")]
    [InlineData("UPDATE role_grants SET until = 1")]
    public async Task A_role_that_was_taken_away_ends_at_the_next_request(string change)
    {
        var staff = await GivenStaff.ColleagueAsync(_site, "bas@voorbeeld.nl", (StaffRole.Author, "wonen"));
        Assert.Single(staff.Browser.Page.QuerySelectorAll("main h2"));
        await _site.The<GroupedWriter>().WriteAsync(scope => scope.ExecuteAsync(change), Stop);
        await staff.Browser.OpenAsync("/beheer");
        Assert.Equal((HttpStatusCode.OK, 0), (staff.Browser.Status, staff.Browser.Page.QuerySelectorAll("main h2").Length));
    }

    [Fact]
    public async Task A_role_ends_by_itself_at_midnight_in_the_middle_of_a_session()
    {
        // Half past eleven in the evening, in winter.
        _site.Clock.Now = new DateTimeOffset(2026, 12, 1, 22, 30, 0, TimeSpan.Zero);
        var staff = await GivenStaff.ColleagueAsync(_site, "bas@voorbeeld.nl", (StaffRole.Author, "wonen"));
        await _site.The<GroupedWriter>().WriteAsync(
            scope => scope.ExecuteAsync("UPDATE role_grants SET until = @until", ("@until", RoleGrant.UntilOf(new(2026, 12, 1)))), Stop);
        _site.Clock.Now = new DateTimeOffset(2026, 12, 1, 22, 59, 0, TimeSpan.Zero);
        await staff.Browser.OpenAsync("/beheer");
        Assert.Single(staff.Browser.Page.QuerySelectorAll("main h2"));
        _site.Clock.Now = new DateTimeOffset(2026, 12, 1, 23, 0, 0, TimeSpan.Zero);
        await staff.Browser.OpenAsync("/beheer");
        Assert.Equal((HttpStatusCode.OK, 0), (staff.Browser.Status, staff.Browser.Page.QuerySelectorAll("main h2").Length));
    }

    [Fact]
    public async Task Roles_that_a_cookie_says_are_worth_nothing()
    {
        var staff = await GivenStaff.ColleagueAsync(_site, "bas@voorbeeld.nl");
        // Whoever has an old cookie of ours with more roles than there are now, or could even make one.
        var format = _site.The<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Staff.Session).TicketDataFormat;
        var cookie = staff.Browser.Cookies.GetAllCookies().Single(cookie => cookie.Name == "beheer");
        var ticket = format.Unprotect(cookie.Value)!;
        ((ClaimsIdentity)ticket.Principal.Identity!).AddClaims(
        [
            new(ClaimTypes.Role, Staff.Administrator), new(Staff.AuthorOf, "wonen"), new(Staff.AnalystOf, "wonen"),
        ]);
        cookie.Value = format.Protect(new AuthenticationTicket(ticket.Principal, ticket.Properties, Staff.Session));
        await staff.Browser.OpenAsync("/beheer/logboek");
        Assert.Equal(HttpStatusCode.Forbidden, staff.Browser.Status);
        await staff.Browser.OpenAsync("/beheer");
        Assert.Equal(("/beheer", 0), (staff.Browser.Address, staff.Browser.Page.QuerySelectorAll("main h2").Length));

        // And one that we never made opens nothing at all.
        cookie.Value = cookie.Value[..^8] + "AAAAAAAA";
        await staff.Browser.OpenAsync("/beheer");
        Assert.Equal("/beheer/inloggen", staff.Browser.Address);
    }
}
