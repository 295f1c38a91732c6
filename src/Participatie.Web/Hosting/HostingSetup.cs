using Participatie.Surveys.Definition;

namespace Participatie.Web.Hosting;

public static class HostingSetup
{
    public static void AddHosting(this WebApplicationBuilder builder)
    {
        builder.Host.UseDefaultServiceProvider(options => options.ValidateOnBuild = options.ValidateScopes = true);
        builder.Services.AddRouting(options => options.ConstraintMap[SlugConstraint.Name] = typeof(SlugConstraint));
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddScoped(provider =>
            provider.GetRequiredService<IHttpContextAccessor>().HttpContext is { } context ? VisitorLanguage.Of(context) : Words.For(Languages.Dutch));
    }

    /// <summary>The walls, in the order in which a request meets them.</summary>
    public static void UseHosting(this WebApplication app)
    {
        app.UseRouting();
    }

    /// <summary>The group in which every room maps its pages: what holds for all of them is said here once.</summary>
    public static RouteGroupBuilder MapPages(this WebApplication app) => app.MapGroup("");
}
