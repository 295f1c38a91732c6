using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Language;

namespace Participatie.Web.Hosting;

public static class HostingSetup
{
    // What is under way when the platform asks to stop: a page takes milliseconds, a batch of the worker a second or two.
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(30);

    public static void AddHosting(this WebApplicationBuilder builder, Settings settings)
    {
        builder.Host.UseDefaultServiceProvider(options => options.ValidateOnBuild = options.ValidateScopes = true);
        builder.WebHost.ConfigureKestrel(FormLimits.Configure);
        Logs.Configure(builder.Logging);

        var services = builder.Services;
        services.AddSingleton(settings);
        services.TryAddSingleton(TimeProvider.System);
        services.Configure<HostOptions>(options => options.ShutdownTimeout = StopWithin);
        services.Configure<FormOptions>(FormLimits.Configure);
        services.Configure<ForwardedHeadersOptions>(options => Believe(options, settings));
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(settings.HstsDays));
        services.AddRouting(options =>
        {
            options.ConstraintMap[SlugConstraint.Name] = typeof(SlugConstraint);
            options.ConstraintMap[PreviewConstraint.Name] = typeof(PreviewConstraint);
        });
        // Otherwise a wrong address or form would be an exception on a developer's machine and a page elsewhere.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        services.AddRateLimiter(RateLimits.Configure);
        services.AddAuthentication();
        // Without a policy for endpoints that name none: what is not behind a sign-in is everybody's. The access table of the tests names
        // them all.
        services.AddAuthorization();
        services.AddSingleton<WrongCodes>();
        services.AddResponseCompression(SafeCompression.Configure);
        services.Replace(ServiceDescriptor.Singleton<IResponseCompressionProvider, SafeCompression>());
        services.AddHealthChecks();
        services.AddSingleton<HealthReportPage>();
        services.AddKeys(settings);
        services.AddTelemetry(settings.Telemetry);
        AntiforgeryByScheme.AddTo(services);
        // Letters of every script as they are: as numbers they make a page in Arabic a quarter heavier. What means something in HTML is
        // still encoded.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddHttpContextAccessor();
        services.AddScoped(provider =>
            provider.GetRequiredService<IHttpContextAccessor>().HttpContext is { } context
                ? VisitorLanguage.Of(context)
                : InterfaceWords.For(Languages.Dutch));
        services.AddScoped(provider =>
            provider.GetRequiredService<IHttpContextAccessor>().HttpContext is { } context
                ? VisitorLanguage.AskedIn(context)
                : AskedLanguage.Nothing);
    }

    /// <summary>The middleware, in the order in which a request meets them.</summary>
    /// <param name="app">The site.</param>
    /// <param name="beforeForms">What the pages look at between the route and the form that was sent.</param>
    public static void UseHosting(this WebApplication app, Action<IApplicationBuilder> beforeForms)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<SecurityHeaders>();
        // Before the handlers of faults, so that their pages are written into it as well.
        app.UseResponseCompression();
        app.UseExceptionHandler(Faults.Handling);
        app.UseMiddleware<KnownHost>();
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.UseStatusCodePages(context => RefusalPage.WriteAsync(context.HttpContext, context.HttpContext.Response.StatusCode));
        app.UseRouting();
        app.UseMiddleware<LookForRightAddress>();
        app.UseRouting();
        // Before anybody is looked up: that costs more than to count.
        app.UseRateLimiter();
        app.UseAuthentication();
        // Before anything of a form is read, and before an address says more than that one has to sign in.
        app.UseAuthorization();
        app.UseMiddleware<LanguageLink>();
        beforeForms(app);
        app.UseMiddleware<PostGuard>();
    }

    private static void AddKeys(this IServiceCollection services, Settings settings)
    {
        // The name is part of every key: instances in different folders have to read each other's tokens.
        var keys = services.AddDataProtection().SetApplicationName("Participatie")
            // Encrypts and signs in one pass: every page with a form has a token.
            .UseCryptographicAlgorithms(new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        if (settings.KeyCertificate is { } certificate)
            keys.ProtectKeysWithCertificate(certificate);
        if (settings.PostgreSql is null)
            keys.PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(settings.DataFolder, "keys")));
        else
            services.AddSharedKeys();
    }

    private static void Believe(ForwardedHeadersOptions options, Settings settings)
    {
        options.ForwardedHeaders = settings.TrustedProxies.Count == 0
            ? ForwardedHeaders.None
            : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        // Several proxies in a row may all be ours: reading stops at the first that is not.
        options.ForwardLimit = null;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in settings.TrustedProxies)
            options.KnownIPNetworks.Add(network);
    }
}
