using Participatie.Web.Access;
using Participatie.Web.Commands;
using Participatie.Web.Counting;
using Participatie.Web.Frame;
using Participatie.Web.Hosting;
using Participatie.Web.Mail;
using Participatie.Web.Pages;
using Participatie.Web.ReadingAloud;

OwnerOnly.FromNowOn();
if (CommandLine.Asks(args))
    return await CommandLine.RunAsync(args);

try
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = PublishedFolder.OrNull });
    var settings = SettingsReader.Read(builder.Configuration, builder.Environment);
    using var held = DataFolderLock.Hold(settings);
    builder.AddHosting(settings);
    builder.Services.AddStorage(settings).AddMail().AddCounting(settings).AddAccess(settings.SingleSignOn);
    builder.AddFrame();
    builder.Services.AddReadingAloud();
    builder.Services.AddPages();

    var app = builder.Build();
    await app.Services.GetRequiredService<Preparation>().RunAsync(app.Lifetime.ApplicationStopping);
    app.UseHosting(PagesSetup.UsePages);
    app.MapSiteFiles();
    app.MapHealth();
    app.MapPages();
    await app.RunAsync();
    return 0;
}
catch (Exception wrong) when (OperatorProblem.Of(wrong) is not null)
{
    await Console.Error.WriteLineAsync(OperatorProblem.Of(wrong));
    return 1;
}

/// <summary>Named for the tests, which start the whole site.</summary>
public sealed partial class Program;
