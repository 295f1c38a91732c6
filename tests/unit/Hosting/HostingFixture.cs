using System.Collections.Concurrent;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Participatie.Surveys.Language;
using Participatie.Web.Access;
using Participatie.Web.Frame;
using Participatie.Web.Hosting;
using Participatie.Web.Mail;
using Participatie.Web.Pages;
using Participatie.Web.ReadingAloud;

namespace Participatie.Tests.Hosting;

/// <summary>The middleware around a few endpoints of the test's own, on a real port: what holds for these holds for every room.</summary>
public sealed class HostingFixture : IAsyncLifetime
{
    public const string FieldName = "__RequestVerificationToken";
    private readonly string _data = Directory.CreateTempSubdirectory("hosting").FullName;
    private WebApplication? _app;

    public LogLines Log { get; } = new();

    /// <summary>What the handler behind the middleware was given.</summary>
    public ConcurrentQueue<string> Saved { get; } = [];

    public HttpClient Client { get; private set; } = null!;

    public IServiceProvider Services => _app!.Services;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        var settings = new Settings { DataFolder = _data, TrustedProxies = [System.Net.IPNetwork.Parse("127.0.0.1/32")] };
        builder.AddHosting(settings);
        builder.Services.AddStorage(settings).AddMail().AddAccess(signOn: null);
        builder.AddFrame();
        builder.Services.AddReadingAloud();
        builder.Services.AddPages();
        builder.Services.Replace(ServiceDescriptor.Singleton(new SpeechPrograms(null, null)));
        SignedInByHeader.AddTo(builder.Services);
        builder.Logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Trace);
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.UseHosting(PagesSetup.UsePages);
        Map(_app.MapPublic());
        MapDesk(_app.MapDesk("/beheer", Audience.Staff));
        await _app.StartAsync();
        Client = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = new Uri(_app.Urls.Single()),
        };
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app!.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    private void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/form", (HttpContext context, IAntiforgery antiforgery) =>
            antiforgery.GetAndStoreTokens(context).RequestToken);
        pages.MapGet("/long", () => Results.Text(new string('a', 4000), "text/html"));
        pages.MapGet("/code", () => Results.Text(new string('a', 4000), "text/html")).WithMetadata(new NeverCompressed());
        pages.MapGet("/broken", (string? words) => { throw new InvalidOperationException($"heard {words}"); });
        pages.MapPost("/save", (IFormCollection form) => Save(form["words"]!));
        pages.MapPost("/long", (IFormCollection form) => Results.Text(new string('a', 4000), "text/html"));
        pages.MapPost("/{slug:slug}/gentle", (IFormCollection form) => Save(form["words"]!))
            .OnStaleForm((string slug, IFormCollection form, HttpContext context, IAntiforgery antiforgery) => Results.Text(
                $"{slug}:{form["words"]}:{antiforgery.GetAndStoreTokens(context).RequestToken}",
                statusCode: StatusCodes.Status422UnprocessableEntity));
        pages.MapPost("/settings", (IFormCollection form) => Save(form["words"]!)).WithMetadata(new SameOriginOnly());
        pages.MapPost("/definition", (IFormCollection form) => Save(form["words"]!)).WithMetadata(FormLimits.Definition);
        pages.MapPost("/upload", (IFormCollection form) => Save(form["words"]!)).WithMetadata(FormLimits.Upload);
        pages.MapGet("/begroeting", () => new PageResult<GreetingPage>([]) { CacheAs = GreetingPage.Shown });
        pages.MapPost("/try-code", (IFormCollection form) => Save(form["words"]!)).RequireRateLimiting(RateLimits.CodeEntry);
    }

    /// <summary>Pages as staff will have them.</summary>
    private void MapDesk(RouteGroupBuilder desk)
    {
        desk.MapGet("", (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "public, max-age=3600";
            return Results.Text(new string('a', 4000) + context.User.Identity!.Name, "text/html");
        });
        desk.MapGet("/begroeting", () => new PageResult<GreetingPage>([]) { CacheAs = GreetingPage.Shown });
        desk.MapPost("", (IFormCollection form) => Save(form["words"]!));
        desk.MapGet("/toegang", () => "toegang").RequireAuthorization(Staff.Administrator);
        desk.MapGet("/nieuw", () => "nieuw").RequireAuthorization(Staff.NewConsultations);
        desk.MapGet("/adviesraad", () => "adviesraad").RequireAuthorization(Staff.CouncilMember);
        desk.MapGet("/raadpleging/{slug:slug}", () => "raadpleging").RequireAuthorization(Staff.OnConsultation);
        desk.MapGet("/raadpleging/{slug:slug}/schrijven", () => "schrijven").RequireAuthorization(Staff.Author);
        desk.MapGet("/raadpleging/{slug:slug}/antwoorden", () => "antwoorden").RequireAuthorization(Staff.Analyst);
        desk.MapGet("/zonder-raadpleging", () => "").RequireAuthorization(Staff.OnConsultation);
    }

    private SeeOther Save(string words)
    {
        Saved.Enqueue(words);
        return new SeeOther("/long");
    }
}
