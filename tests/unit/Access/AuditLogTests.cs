using System.Net;
using Participatie.Surveys.Storage;
using Participatie.Tests.Pages;
using Participatie.Web.Access;

namespace Participatie.Tests.Access;

public sealed class AuditLogTests : IAsyncDisposable
{
    private readonly Site _site = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("UPDATE audit_log SET who = 'Bas' WHERE number = 2", 2)]
    [InlineData("UPDATE audit_log SET at = at + 1 WHERE number = 1", 1)]
    [InlineData("UPDATE audit_log SET network = network || action, action = '' WHERE number = 3", 3)]
    [InlineData("UPDATE audit_log SET key_number = 2 WHERE number = 2", 2)]
    [InlineData("UPDATE audit_log SET chain = x'00' WHERE number = 2", 2)]
    [InlineData("DELETE FROM audit_log WHERE number = 1", 1)]
    [InlineData("DELETE FROM audit_log WHERE number = 2", 2)]
    [InlineData("DELETE FROM audit_log WHERE number = 2; UPDATE audit_log SET number = 2 WHERE number = 3", 2)]
    public async Task A_line_that_was_changed_or_taken_out_is_found(string change, int line)
    {
        var staff = await GivenStaff.AdministratorAsync(_site);
        await staff.Browser.OpenAsync("/beheer/logboek");
        Assert.Contains("Het logboek is heel.", staff.Browser.Words, StringComparison.Ordinal);

        // Housekeeping may have looked a moment ago: without its checkpoint every line is looked at.
        await ChangeAsync("DELETE FROM audit_checkpoints; " + change);
        await staff.Browser.OpenAsync("/beheer/logboek");
        Assert.Contains($"Het logboek klopt niet meer vanaf regel {line}.", staff.Browser.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_lines_go_and_what_is_left_is_still_verified()
    {
        var staff = await GivenStaff.AdministratorAsync(_site);
        await TrimAsync();
        Assert.Equal(3, (await LinesAsync()).Count);
        _site.Clock.Now = _site.Clock.Now.AddMonths(24).AddDays(1);
        await staff.SignInElsewhereAsync();
        await TrimAsync();
        // The line of signing in, and the one about what went.
        Assert.Equal([4, 5], await LinesAsync());
        await staff.Browser.OpenAsync("/beheer/logboek?heel=ja");
        Assert.Contains("Het logboek is heel.", staff.Browser.Words, StringComparison.Ordinal);
        Assert.Contains("Een regel blijft 24 maanden staan. De regels tot en met 3 waren ouder en zijn weg.", staff.Browser.Words,
            StringComparison.Ordinal);
        Assert.Contains("Eerst: regel 1 tot en met 3", staff.Browser.Words, StringComparison.Ordinal);

        // The last line stays, and the next one follows on it.
        _site.Clock.Now = _site.Clock.Now.AddMonths(30);
        await TrimAsync();
        Assert.Equal([5, 6], await LinesAsync());
        Assert.Null((await _site.The<VerifyAuditLog>().VerifyAsync(whole: true, Stop)).FirstBroken);
    }

    [Theory]
    [InlineData("DELETE FROM audit_log WHERE number = 4", 4)]
    [InlineData("DELETE FROM audit_checkpoints WHERE kind = 1", 1)]
    [InlineData("UPDATE audit_checkpoints SET number = 4 WHERE kind = 1; DELETE FROM audit_log WHERE number = 4", 5)]
    [InlineData("UPDATE audit_checkpoints SET kind = 3 WHERE kind = 1; UPDATE audit_checkpoints SET kind = 1 WHERE kind = 2; "
        + "DELETE FROM audit_log WHERE number = 4", 6)]
    [InlineData("DELETE FROM audit_log WHERE number > 4", 5)]
    [InlineData("UPDATE audit_log SET who = 'Bas' WHERE number = 6", 6)]
    public async Task A_change_after_lines_were_removed_is_found(string change, int line)
    {
        var staff = await GivenStaff.AdministratorAsync(_site);
        _site.Clock.Now = _site.Clock.Now.AddMonths(24).AddDays(1);
        await staff.SignInElsewhereAsync();
        await TrimAsync();
        // Now the line about it is verified too.
        await TrimAsync();
        await staff.Browser.PressAsync("Uitloggen");
        await ChangeAsync(change);
        Assert.Equal(line, (await _site.The<VerifyAuditLog>().VerifyAsync(whole: false, Stop)).FirstBroken);
    }

    [Fact]
    public async Task A_change_before_the_last_checkpoint_is_found_within_a_day_and_when_somebody_asks_and_then_nothing_is_removed()
    {
        var staff = await GivenStaff.AdministratorAsync(_site);
        await TrimAsync();
        await ChangeAsync("UPDATE audit_log SET who = 'Bas' WHERE number = 2");
        await staff.Browser.OpenAsync("/beheer/logboek");
        Assert.Contains("Het logboek is heel.", staff.Browser.Words, StringComparison.Ordinal);
        await staff.Browser.FollowAsync("Controleer heel het logboek");
        Assert.Contains("Het logboek klopt niet meer vanaf regel 2.", staff.Browser.Words, StringComparison.Ordinal);

        _site.Clock.Now = _site.Clock.Now.AddMonths(25);
        await TrimAsync();
        Assert.Equal([1, 2, 3], await LinesAsync());
        await staff.SignInElsewhereAsync();
        await staff.Browser.OpenAsync("/beheer/logboek");
        Assert.Contains("Het logboek klopt niet meer vanaf regel 2.", staff.Browser.Words, StringComparison.Ordinal);
        Assert.Contains("The audit log was changed: line 2", _site.Log.Text, StringComparison.Ordinal);
    }

    private Task TrimAsync() => _site.The<TrimAuditLog>().RunAsync(Stop);

    private async Task<IReadOnlyList<long>> LinesAsync() =>
        await _site.The<Database>().ReadAsync("SELECT number FROM audit_log ORDER BY number", row => row.GetInt64(0), Stop);

    private Task ChangeAsync(string change) => _site.The<GroupedWriter>().WriteAsync(
        async scope =>
        {
            foreach (var one in change.Split(';'))
                await scope.ExecuteAsync(one);
        },
        Stop);

    [Fact]
    public async Task It_is_searched_and_paged()
    {
        var staff = await GivenStaff.AdministratorAsync(_site);
        for (var number = 0; number < 60; number++)
            await _site.The<AuditLog>().WriteAsync(new AuditNote("<script>", "", "proef", number == 7 ? "Zeldzaam 100%" : "gewoon"), Stop);
        await staff.Browser.OpenAsync("/beheer/logboek");
        Assert.Contains("63 regels. Pagina 1 van 2.", staff.Browser.Words, StringComparison.Ordinal);
        Assert.Equal(50, staff.Browser.Page.QuerySelectorAll("main h2").Length);
        Assert.Empty(staff.Browser.Page.QuerySelectorAll("main script"));
        await staff.Browser.FollowAsync("Oudere regels");
        Assert.Equal(13, staff.Browser.Page.QuerySelectorAll("main h2").Length);

        foreach (var (search, found)
            in new[]
            {
                ("ZELDZAAM 100%", "1 regel."),
                ("%", "1 regel."),
                ("_", "0 regels."),
                ("inloggen", "1 regel."),
                ("' OR 1=1 --", "0 regels."),
            })
        {
            await staff.Browser.OpenAsync($"/beheer/logboek?zoek={Uri.EscapeDataString(search)}&pagina=99");
            Assert.Equal(HttpStatusCode.OK, staff.Browser.Status);
            Assert.Contains(found, staff.Browser.Words, StringComparison.Ordinal);
            Assert.Equal(search, staff.Browser.Page.GetElementById("zoek")!.GetAttribute("value"));
        }
    }

    [Fact]
    public async Task The_file_has_every_line_and_runs_nothing_in_a_spreadsheet()
    {
        var staff = await GivenStaff.AdministratorAsync(_site);
        await _site.The<AuditLog>().WriteAsync(new AuditNote("=cmd|' /C calc'!A0", "", "proef", "a;b"), Stop);
        await staff.Browser.OpenAsync("/beheer/logboek/logboek.csv");
        var file = staff.Browser.Page.Body!.TextContent;
        Assert.Contains("'=cmd", file, StringComparison.Ordinal);
        Assert.Contains("logboek als bestand", file, StringComparison.Ordinal);
        Assert.Equal(6, file.Trim().Split('\n').Length);
    }

    [Fact]
    public async Task Who_is_no_administrator_any_more_reads_nothing_at_the_next_request()
    {
        var staff = await GivenStaff.AdministratorAsync(_site);
        await _site.The<GroupedWriter>().WriteAsync(scope => scope.ExecuteAsync("UPDATE accounts SET is_administrator = 0"), Stop);
        await staff.Browser.OpenAsync("/beheer/logboek");
        Assert.Equal(HttpStatusCode.Forbidden, staff.Browser.Status);
        Assert.Contains("U mag deze pagina niet zien", staff.Browser.Words, StringComparison.Ordinal);
        await staff.Browser.OpenAsync("/beheer");
        Assert.Equal(HttpStatusCode.OK, staff.Browser.Status);
        Assert.DoesNotContain("Logboek", staff.Browser.Words, StringComparison.Ordinal);
    }
}
