using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Participatie.Tests.Pages;

namespace Participatie.Tests.Hosting;

public sealed class AccessTableTests(SiteWithRoles site) : IClassFixture<SiteWithRoles>, IDisposable
{
    private readonly HttpClient _client = site.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });

    [Fact]
    public void Every_endpoint_is_in_the_table_and_is_as_the_table_says()
    {
        var declared = Asking.Declared;
        var rows = AccessTable.Rows.Select(row => row.Declared).ToList();
        Assert.Equal([], declared.Except(rows));
        Assert.Equal([], rows.Except(declared));
    }

    [Fact]
    public async Task Every_address_answers_each_role_as_the_table_says()
    {
        var surprises = await Asking.SurprisesAsync(AccessTable.Rows);
        Assert.True(surprises.Count == 0, string.Join(Environment.NewLine, surprises));
    }

    public void Dispose() => _client.Dispose();

    private AskAsRole Asking => new(site.Services, _client, async () =>
    {
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/themas/vraag/zes-themas");
        await resident.PressAsync("Verder");
        return resident.Cookies.GetCookieHeader(new Uri("http://localhost"));
    });
}

/// <summary>The site, where a header says who is signed in.</summary>
public sealed class SiteWithRoles : Site
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(SignedInByHeader.AddTo);
    }
}
