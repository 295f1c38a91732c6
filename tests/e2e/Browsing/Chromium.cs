using Participatie.Journeys.Browsing;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Participatie.Journeys.Browsing;

/// <summary>One browser for all journeys. Each visitor gets a context of its own, which shares nothing with the others.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private const string Place = "/usr/bin/chromium-headless-shell";
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public IBrowser Browser => _browser ?? throw new InvalidOperationException("The browser was not started.");

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Place))
        {
            throw new InvalidOperationException(
                $"{Place} is missing. Run ./test, which installs it, or: apt-get install chromium-headless-shell");
        }


        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Place,
            Args =
            [
                // Root has no sandbox; without the others its own calls home fill the log.
                .. Environment.UserName == "root" ? ["--no-sandbox"] : Array.Empty<string>(),
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
            ],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
    }
}
