using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Participatie.Web.ReadingAloud;

namespace Participatie.Tests.Hosting;

/// <summary>The site as a newcomer starts it, on an empty data folder.</summary>
public sealed class WholeSite : WebApplicationFactory<Program>
{
    private readonly string _data = Directory.CreateTempSubdirectory("site").FullName;

    public LogLines Log { get; } = new();

    public async Task<IHtmlDocument> OpenAsync(string address)
    {
        using var client = CreateClient();
        var response = await client.GetAsync(address);
        Assert.Equal(System.Net.HttpStatusCode.OK, response.StatusCode);
        return await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production").UseSetting("Participatie:Data", _data);
        builder.ConfigureTestServices(services => services
            .AddLogging(logging => logging.ClearProviders().AddProvider(Log))
            // Recordings take minutes of work that these pages do not need.
            .Replace(ServiceDescriptor.Singleton(new SpeechPrograms(null, null))));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }
}
