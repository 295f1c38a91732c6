using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Participatie.Surveys.Definition;
using Participatie.Tests.Hosting;
using Participatie.Web.Counting;
using Participatie.Web.ReadingAloud;

namespace Participatie.Tests.Pages;

/// <summary>The whole site on an empty database with the samples, and a clock that a test can move.</summary>
public class Site : WebApplicationFactory<Program>
{
    public const string AddressHeader = "X-Test-Address";

    /// <summary>As the first start leaves a folder: hundreds of sites need not make the same tables and samples again.</summary>
    private static readonly Lazy<string> Begun = new(Begin);

    /// <summary>The data folder; goes with the site.</summary>
    public string Data
    {
        get => field ??= CopyOf(Begun.Value);
        init;
    }

    public LogLines Log { get; } = new();

    public SetClock Clock { get; } = new(TimeProvider.System.GetUtcNow());

    private static string Begin()
    {
        var folder = Directory.CreateTempSubdirectory("site-").FullName;
        using (var first = new FirstSite(folder))
            _ = first.Services;
        // A connection that waits in its pool would take files away at its end, minutes later, while somebody copies them.
        SqliteConnection.ClearAllPools();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }

    private static string CopyOf(string begun)
    {
        var folder = Directory.CreateTempSubdirectory("site-").FullName;
        // Not the lock, which says that somebody uses the folder.
        foreach (var file in Directory.EnumerateFiles(begun).Where(file => Path.GetExtension(file) != ".lock"))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        return folder;
    }

    public T The<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public Resident NewResident(CookieContainer? cookies = null, string origin = "http://localhost")
    {
        cookies ??= new CookieContainer();
        return new Resident(CreateDefaultClient(new Uri(origin), new CookieContainerHandler(cookies)), cookies);
    }

    /// <summary>A page that everybody may see, as somebody who was never here before.</summary>
    public async Task<IHtmlDocument> OpenAsync(string address)
    {
        using var client = CreateClient();
        var response = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
    }

    public async Task<PublishedVersion> PublishAsync(Consultation definition)
    {
        Assert.Empty(await Services.PublishAsync(definition, TestContext.Current.CancellationToken));
        return The<Catalogue>().Latest(definition.Slug)!;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Participatie:Data", Data);
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock));
            services.AddSingleton<IStartupFilter, ManyAddresses>();
            services.AddLogging(logging => logging.ClearProviders().AddProvider(Log));
            // Hundreds of tests sign somebody in; how much a guess costs is nothing that any of them asks.
            services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1000);
            // Recordings take minutes of work that these pages do not need.
            services.Replace(ServiceDescriptor.Singleton(new SpeechPrograms(null, null)));
        });
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        // Called twice by the factory.
        if (Directory.Exists(Data))
        {
            Directory.Delete(Data, recursive: true);
        }
    }

    /// <summary>Each request from an address of its own, unless its <see cref="AddressHeader"/> says where from.</summary>
    private sealed class ManyAddresses : IStartupFilter
    {
        private uint _last = 0x0A000000;

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((HttpContext context, RequestDelegate inner) =>
            {
                context.Connection.RemoteIpAddress = context.Request.Headers.TryGetValue(AddressHeader, out var address)
                    ? IPAddress.Parse(address.ToString())
                    : new IPAddress(BitConverter.GetBytes(Interlocked.Increment(ref _last)).Reverse().ToArray());
                return inner(context);
            });
            next(app);
        };
    }
}

/// <summary>Makes the folder that others begin with, and leaves it.</summary>
file sealed class FirstSite(string data) : WebApplicationFactory<Program>
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.UseSetting("Participatie:Data", data);
        builder.ConfigureTestServices(services =>
        {
            services.AddLogging(logging => logging.ClearProviders());
            services.Replace(ServiceDescriptor.Singleton(new SpeechPrograms(null, null)));
        });
    }
}

/// <summary>
/// The same, where nothing is counted before a test says so: which answers a public look holds depends on how many are counted together.
/// </summary>
public sealed class SiteWithoutWorker : Site
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services =>
            services.Remove(
                services.Single(
                    service => service.ServiceType == typeof(IHostedService) && service.ImplementationType == typeof(CountingWorker))));
    }
}
