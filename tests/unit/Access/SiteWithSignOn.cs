using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Surveys.Storage;
using Participatie.Tests.Pages;
using Participatie.Web.Access;

namespace Participatie.Tests.Access;

/// <summary>A site whose staff may sign in at a provider, with the settings of a test.</summary>
internal sealed class SiteWithSignOn(string authority, params (string Name, string Value)[] settings) : Site
{
    public const string Begin = "/beheer/inloggen/organisatie";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>To the provider and back, up to the page that is shown then.</summary>
    public async Task<Resident> SignInAsync(CookieContainer? cookies = null, string address = Begin)
    {
        cookies ??= new CookieContainer();
        var browser = NewResident(cookies);
        await browser.OpenAsync(await AnswerAsync(cookies, address));
        return browser;
    }

    /// <returns>The address at which the provider sends that browser back.</returns>
    public async Task<string> AnswerAsync(CookieContainer cookies, string address = Begin)
    {
        using var client = CreateDefaultClient(new Uri("http://localhost"), new CookieContainerHandler(cookies));
        using var there = await client.GetAsync(new Uri(address, UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.Redirect, there.StatusCode);
        using var provider = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var back = await provider.GetAsync(there.Headers.Location, Stop);
        var returned = back.Headers.Location!;
        Assert.StartsWith("http://localhost/beheer/", returned.ToString(), StringComparison.Ordinal);
        return returned.PathAndQuery;
    }

    public async Task<T> WithAccountsAsync<T>(Func<AccessDb, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<AccessDb>());
    }

    /// <summary>As an administrator's invitation leaves it.</summary>
    public Task InviteAsync(string mail) => WithAccountsAsync(async db =>
    {
        var normalized = mail.ToUpperInvariant();
        db.Accounts.Add(new Account
        {
            Id = Guid.NewGuid(), Name = "Genodigde", Email = mail, UserName = mail, NormalizedEmail = normalized,
            NormalizedUserName = normalized, SecurityStamp = Guid.NewGuid().ToString(),
        });
        return await db.SaveChangesAsync(Stop);
    });

    public Task<List<Account>> AccountsAsync() => WithAccountsAsync(db => db.Accounts.AsNoTracking().ToListAsync(Stop));

    public async Task<IReadOnlyList<string>> AuditAsync()
    {
        await using var context = The<Database>().NewContext();
        return [.. (await context.AuditLog.AsNoTracking().OrderBy(line => line.Number).ToListAsync(Stop))
            .Select(line => $"{line.Action}: {line.Result} {line.After}".Trim())];
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Participatie:PublicUrl", "http://localhost");
        builder.UseSetting("Participatie:SingleSignOn:Authority", authority);
        builder.UseSetting("Participatie:SingleSignOn:ClientId", SmallProvider.ClientId);
        builder.UseSetting("Participatie:SingleSignOn:ClientSecret", SmallProvider.Secret);
        builder.UseSetting("Participatie:SingleSignOn:Name", "Provincie Drenthe");
        foreach (var (name, value) in settings)
            builder.UseSetting($"Participatie:{name}", value);
    }
}
