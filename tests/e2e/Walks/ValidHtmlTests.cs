using System.ComponentModel;
using System.Diagnostics;
using Participatie.Journeys.Site;

namespace Participatie.Journeys.Walks;

/// <summary>The Nu checker over every page of the walks and beside them. It refuses addresses of this machine, so it gets files.</summary>
public sealed class ValidHtmlTests(SiteUnderTest site)
{
    private static readonly string[] Beside =
    [
        "/",
        "/themas",
        "/themas/wonen",
        "/hulp",
        "/afspraken",
        "/privacy",
        "/toegankelijkheid",
        "/melding",
        "/instellingen",
        "/verder",
        "/mijn-antwoord",
        "/bestaat-niet",
        "/raadpleging/themas/afspraken",
        "/raadpleging/themas/organisatie",
        "/raadpleging/wonen/code",
        "/raadpleging/themas/stop",
        "/raadpleging/themas/resultaat",
    ];

    [Theory]
    [InlineData("nl")]
    [InlineData("nl-simple")]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task Every_page_is_valid(string language)
    {
        using var client = new PlainClient(site);
        await client.OpenAsync($"/?taal={language}");
        foreach (var address in Beside)
            await client.OpenAsync(address);
        await client.WalkAsync("themas", "zes-themas", choice: 0, refusedFirst: true);
        await client.WalkAsync("meepraten", "eerder", choice: 0, refusedFirst: true);
        await client.WalkAsync("wonen", "verhuizen", choice: 0, refusedFirst: true);
        Assert.True(client.Pages.Count > 60, $"Only {client.Pages.Count} pages were seen.");
        Assert.Equal("", await CheckAsync(client.Pages));
    }

    private static async Task<string> CheckAsync(IReadOnlyDictionary<string, string> pages)
    {
        var folder = Directory.CreateTempSubdirectory("participatie-html-");
        try
        {
            var names = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (what, text) in pages)
            {
                names[$"{names.Count:000}.html"] = what;
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{names.Count - 1:000}.html"), text);
            }

            var jar = Path.Combine(Places.Project, "node_modules", "vnu-jar", "build", "dist", "vnu.jar");
            using var checker = Start(
                new ProcessStartInfo(
                    "java", ["-jar", jar, "--format", "gnu", folder.FullName]) { UseShellExecute = false, RedirectStandardError = true });
            var said = await checker.StandardError.ReadToEndAsync();
            await checker.WaitForExitAsync();
            Assert.True(checker.ExitCode is 0 or 1, $"The checker ended with {checker.ExitCode}: {said}");
            // A remark ("info") is no fault: Blazor closes void elements with a slash, which the standard allows.
            said = string.Join('\n', said.Split('\n').Where(line => !line.Contains(": info: ", StringComparison.Ordinal)));
            return names.Aggregate(said.Trim(), (text, name) => text.Replace(name.Key, name.Value, StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Process Start(ProcessStartInfo checker)
    {
        try
        {
            return Process.Start(checker)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException(
                "The HTML checker needs Java. Run ./test, which installs it, or: apt-get install default-jre-headless", missing);
        }
    }
}
