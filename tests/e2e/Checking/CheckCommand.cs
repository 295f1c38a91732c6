using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Participatie.Journeys.Browsing;
using Participatie.Surveys.Review.Checks;

namespace Participatie.Journeys.Checking;

/// <summary>
/// <c>check --preview LINK --out FILE</c>: looks at every page behind the link, in each language, wide and narrow, as it comes and with an
/// error, and writes what the engine found. The site may be anywhere.
/// </summary>
internal static class CheckCommand
{
    /// <returns>0 when every page was looked at, whatever was found.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        try
        {
            var options = CheckOptions.Parse(args);
            var chromium = new Chromium();
            await using (chromium)
            {
                await chromium.InitializeAsync();
                var report = await LookAsync(chromium.Browser, options);
                await File.WriteAllBytesAsync(options.File, CheckReportFile.Write(report));
                Console.WriteLine(
                    $"{options.File}: {report.Pages.Count} looks at '{report.Slug}', {report.Pages.Sum(page => page.Found.Count)} faults. "
                        + "What only people can judge is not in it.");
            }

            return 0;
        }
        catch (Exception failure) when (failure is CheckFailedException or HttpRequestException or PlaywrightException
            or InvalidOperationException or JsonException)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return 1;
        }
    }

    private static async Task<CheckReport> LookAsync(IBrowser browser, CheckOptions options)
    {
        var list = await ListAsync(options.Preview);
        var languages = options.Languages.Count > 0 ? options.Languages : list.Languages;
        var pages = new List<CheckedPage>();
        var engine = "";
        foreach (var language in languages)
        {
            foreach (var width in options.Widths)
            {
                await using var context = await browser.NewContextAsync(new BrowserNewContextOptions
                {
                    Locale = "nl-NL",
                    ServiceWorkers = ServiceWorkerPolicy.Block,
                    ViewportSize = new ViewportSize { Width = width, Height = 900 },
                    // Colours that are still on their way from one state to another are nobody's fault.
                    ReducedMotion = ReducedMotion.Reduce,
                });
                var page = await context.NewPageAsync();
                var debugger = new Debugger(await context.NewCDPSessionAsync(page), pageMayRunScript: true);
                var walk = new CheckWalk(page, debugger, options.Preview, list, language, width);
                await walk.RunAsync();
                pages.AddRange(walk.Looks);
                engine = walk.Engine;
                Console.WriteLine($"{language}, {width} px: {walk.Looks.Count} looks");
            }
        }

        return new CheckReport
        {
            Format = CheckReport.Kind,
            Slug = list.Slug,
            Version = list.Version,
            At = TimeProvider.System.GetUtcNow(),
            Engine = $"axe-core {engine}",
            Browser = $"Chromium {browser.Version}",
            Pages = pages,
        };
    }

    private static async Task<PageList> ListAsync(Uri preview)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri($"{preview}/paginas.json"));
        return answer.StatusCode switch
        {
            HttpStatusCode.OK => (await answer.Content.ReadFromJsonAsync<PageList>())!,
            HttpStatusCode.Gone => throw new CheckFailedException("This link does not work any more. Make a new one at the desk."),
            HttpStatusCode.UnprocessableEntity => throw new CheckFailedException(
                "These questions cannot be shown yet. The link itself says what to mend."),
            var other => throw new CheckFailedException($"{preview} answers {(int)other}. Is this site of this release?"),
        };
    }
}
