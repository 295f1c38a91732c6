using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;
using Participatie.Web.Frame;

namespace Participatie.Tests.Frame;

public sealed class BuiltAssetsTests
{
    [Fact]
    public void Every_picture_that_the_product_names_was_built()
    {
        var feeling = new FeelingQuestion { Id = "a", Text = Participatie.Surveys.Language.InterfaceWords.Everywhere("yesno.ja") };
        var yesNo = new YesNoQuestion { Id = "b", Text = feeling.Text };
        Assert.All(
            feeling.Choices.Concat(yesNo.Choices).Concat(StatementsQuestion.Judgements).Select(choice => choice.Picture).OfType<string>(),
            picture => Assert.Contains(picture, BuiltAssets.Pictures));
    }

    [Theory]
    [InlineData("site.css", @"\.drenthe\b")]
    [InlineData("site.js", "^\\S")]
    public async Task What_pages_load_is_served_under_its_fingerprint(string file, string content)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ApplicationName = "Participatie.Web", EnvironmentName = "Production" });
        builder.AddFrame();
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapStaticAssets();
        await app.StartAsync(TestContext.Current.CancellationToken);

        var address = app.Services.GetRequiredService<SiteFiles>()[file];
        Assert.Matches(@"^/site\.[a-z0-9]{10}\.(css|js)$", address);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        var response = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Matches(content, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public void The_component_list_names_packages_of_both_registries()
    {
        using var list = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "sbom.json")));
        Assert.Equal("CycloneDX", list.RootElement.GetProperty("bomFormat").GetString());
        var shipped = list.RootElement.GetProperty("components").EnumerateArray()
            .Where(component => component.GetProperty("scope").GetString() == "required")
            .Select(component => component.GetProperty("purl").GetString()!)
            .ToList();
        Assert.Contains(shipped, purl => purl.StartsWith("pkg:nuget/Npgsql@", StringComparison.Ordinal));
        Assert.Contains(shipped, purl => purl.StartsWith("pkg:npm/%40utrecht/", StringComparison.Ordinal));
        Assert.DoesNotContain(shipped, purl => Regex.IsMatch(purl, "lightningcss|Meziantou", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }
}
