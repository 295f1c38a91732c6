using Participatie.Web.Frame;
using Participatie.Web.Hosting;
using Participatie.Web.Pages.Information;

var builder = WebApplication.CreateBuilder(args);
if (!new SettingsReader(builder.Configuration, builder.Environment.ContentRootPath).TryRead(out var settings, out var problem))
{
    await Console.Error.WriteLineAsync(problem);
    return 1;
}

builder.AddHosting(settings);
builder.AddFrame();

var app = builder.Build();
app.UseHosting();
app.MapStaticAssets();
app.MapHealth();
var pages = app.MapPages();
pages.MapInformation();
await app.RunAsync();
return 0;

/// <summary>Named for the tests, which start the whole site.</summary>
public sealed partial class Program;
