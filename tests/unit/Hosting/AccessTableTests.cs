using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Surveys.Definition;
using Participatie.Tests.Pages;
using Participatie.Web.Access;

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
        await site.AddAccountAsync("Anna");
        // With letters, so that all of its addresses are there.
        var themas = site.The<Catalogue>().Latest("themas")!.Definition;
        var preview = await GivenPreview.OfAsync(site, themas with { Slug = "kijk", Invitation = InvitationRule.Optional });
        var surprises = await new AskAsRole(site.Services, _client, DraftAsync, preview.Token).SurprisesAsync(AccessTable.Rows);
        Assert.True(surprises.Count == 0, string.Join(Environment.NewLine, surprises));
    }

    public void Dispose() => _client.Dispose();

    private AskAsRole Asking => new(site.Services, _client, DraftAsync);

    private async Task<string> DraftAsync()
    {
        var resident = site.NewResident();
        await resident.OpenAsync("/raadpleging/themas/vraag/zes-themas");
        await resident.PressAsync("Verder");
        return resident.Cookies.GetCookieHeader(new Uri("http://localhost"));
    }
}

/// <summary>The site, where a header says who is signed in.</summary>
public sealed class SiteWithRoles : Site
{
    /// <summary>The account of who is signed in by that name. What managing accounts asks of the database it has.</summary>
    public async Task AddAccountAsync(string name)
    {
        await using var scope = Services.CreateAsyncScope();
        var account = new Account
        {
            Id = SignedInByHeader.IdOf(name),
            Name = name,
            Email = $"{name}@voorbeeld.nl",
            UserName = $"{name}@voorbeeld.nl",
            IsAdministrator = true,
            PasswordHash = "x",
        };
        Assert.True((await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account)).Succeeded);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(SignedInByHeader.AddTo);
    }
}
