using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Storage;
using Participatie.Web.Access.Notices;
using Participatie.Web.Hosting;

namespace Participatie.Web.Access;

public static class AccessSetup
{
    private static readonly TimeSpan HalfSessionLasts = TimeSpan.FromMinutes(15);

    /// <summary>The tables of accounts and what a command needs of them.</summary>
    public static IServiceCollection AddAccountStorage(this IServiceCollection services)
    {
        services.AddDbContext<AccessDb>(
            (provider, options) => provider.GetRequiredService<Database>().Configure(options, AccessDb.HistoryTable));
        services.AddSingleton(provider => new AccessKey(provider.GetRequiredService<CodeKeys>()));
        services.AddSingleton<AuditLog>();
        services.AddSingleton<AuditExport>();
        services.AddSingleton<VerifyAuditLog>();
        services.AddSingleton<AccessLinks>();
        services.AddSingleton<GrantRole>();
        services.AddSingleton<ListNotices>();
        services.AddSingleton<SendNotices>();
        services.AddSingleton<RemindMembers>();
        services.AddScoped<ListOwnNotices>();
        services.AddSingleton<StillMay>();
        services.AddSingleton<RunAudited>();
        services.AddSingleton<RequeueDeadLetters>();
        services.AddSingleton<Trials>();
        services.AddSingleton<AccessMigrator>();
        services.AddSingleton(provider => new PreparationStep(provider.GetRequiredService<AccessMigrator>().MigrateAsync));
        return services;
    }

    /// <summary>Who may come in, and how.</summary>
    /// <param name="services">Of the site.</param>
    /// <param name="signOn">Null for passwords of our own alone.</param>
    public static IServiceCollection AddAccess(this IServiceCollection services, SingleSignOnSettings? signOn)
    {
        services.AddAccountStorage();
        services.AddIdentityCore<Account>(options =>
        {
            options.User.RequireUniqueEmail = true;
            // A mail address may hold what a user name may not.
            options.User.AllowedUserNameCharacters = "";
        }).AddEntityFrameworkStores<AccessDb>();
        services.RemoveAll<IPasswordValidator<Account>>();
        services.AddScoped<IPasswordValidator<Account>, PasswordRules>();
        services.AddSingleton<SignInTries>();
        services.AddScoped<CheckPassword>();
        services.AddScoped<SecondStep>();
        services.AddScoped<BeginInstallation>();
        services.AddSingleton<ReportEmergency>();
        services.AddSingleton<StartSession>();
        services.AddSingleton<AsAdministrator>();
        services.AddSingleton<GiveRoles>();
        services.AddSingleton<ManageAccount>();
        services.AddScoped<InviteAccount>();
        services.AddScoped<AcceptInvitation>();
        services.AddScoped<FindLinkAccount>();
        services.AddSingleton<UseSecondStepLink>();
        services.AddScoped<SetPassword>();
        services.AddScoped<AskForPassword>();
        services.AddSingleton<TrimAuditLog>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddScoped<Passkeys>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<Settings>(SetPasskeys);
        services.AddHostedService<AnnounceSetup>();
        services.AddSingleton<SessionEvents>();
        services.AddAuthentication(Staff.Session)
            .AddCookie(Staff.Session, options =>
            {
                Set(options, "beheer", Addresses.Desk);
                options.ExpireTimeSpan = Staff.LongestIdle;
                options.SlidingExpiration = true;
                options.EventsType = typeof(SessionEvents);
            })
            .AddCookie(Staff.CouncilSession, options =>
            {
                Set(options, "adviesraad-in", Addresses.CouncilStart);
                options.ExpireTimeSpan = Staff.LongestIdle;
                options.SlidingExpiration = true;
                options.EventsType = typeof(SessionEvents);
            })
            .AddCookie(Staff.HalfSession, options =>
            {
                Set(options, "beheer-stap", Addresses.SignIn);
                options.ExpireTimeSpan = HalfSessionLasts;
                options.SlidingExpiration = false;
            })
            .AddSingleSignOn(signOn);
        services.AddAuthorizationBuilder().AddStaffPolicies();
        return services;
    }

    private static void SetPasskeys(IdentityPasskeyOptions options, Settings settings)
    {
        // Both factors: who holds the key, and who may unlock it. It is found without a name, so nobody types one.
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
        // The host of each request where none is set.
        options.ServerDomain = settings.PublicUrl?.Host;
        // Not by the header of the request: our pages tell no referrer, and a browser then names no origin with a form either.
        options.ValidateOrigin = asked => ValueTask.FromResult(
            !asked.CrossOrigin && string.Equals(asked.Origin, PublicAddress.Of(asked.HttpContext), StringComparison.Ordinal));
    }

    private static void Set(CookieAuthenticationOptions options, string name, string path)
    {
        options.CookieManager = new SessionCookies();
        options.Cookie.Name = name;
        options.Cookie.Path = path;
        options.Cookie.HttpOnly = true;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        // Lax, not Strict: who follows a link from a mail is still signed in. A form of another site is stopped by its token.
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.IsEssential = true;
    }
}
