namespace Participatie.Web.Frame;

public static class FrameSetup
{
    public static void AddFrame(this WebApplicationBuilder builder)
    {
        // Finds wwwroot also when the program is started from another folder or not as Development.
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddRazorComponents();
        builder.Services.AddSingleton<SiteFiles>();
        builder.Services.AddSingleton(builder.Configuration.GetSection("Participatie:HelpDesk").Get<HelpDesk>() ?? new HelpDesk());
    }
}
