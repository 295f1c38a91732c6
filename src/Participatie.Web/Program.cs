using Participatie.Web.Hosting;
using Participatie.Web.Pages.Information;

var builder = WebApplication.CreateBuilder(args);
builder.AddHosting();
builder.Services.AddRazorComponents();

var app = builder.Build();
app.UseHosting();
app.MapStaticAssets();
var pages = app.MapPages();
pages.MapInformation();
await app.RunAsync();

/// <summary>Named for the tests, which start the whole site.</summary>
public sealed partial class Program;
