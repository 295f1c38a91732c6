using Participatie.Journeys.Looking;

namespace Participatie.Journeys.Browsing;

/// <summary>One person at one device. Every page that they come to is judged before they go on.</summary>
public sealed class Visitor
{
    private static readonly TimeSpan LoadsWithin = TimeSpan.FromSeconds(15);
    private static int _addresses;
    private readonly Onlooker _onlooker;
    private readonly List<string> _strays = [];

    private Visitor(IPage page, Debugger debugger, Device device, Uri site)
    {
        (Page, Debugger, Device, Site) = (page, debugger, device, site);
        _onlooker = new Onlooker(page, debugger, device);
        Hands = device.KeyboardOnly ? new KeyboardHands(page, debugger) : new PointerHands();
        page.Request += (_, request) => Note(!request.Url.StartsWith(site.ToString(), StringComparison.Ordinal), $"asked {request.Url}");
        page.Console += (_, line) => Note(line.Type is "error" && !IsRefusal(line.Text), $"the console said: {line.Text}");
        page.Response += (_, response) =>
        {
            if (response.Request.IsNavigationRequest && response.Status is < 300 or >= 400)
                Status = response.Status;
        };
    }

    public Device Device { get; }

    public Uri Site { get; }

    /// <summary>The status of the page that is shown.</summary>
    public int Status { get; private set; }

    /// <summary>The summary of errors had the focus when the page came, before anything else was done.</summary>
    public bool ArrivedInSummary { get; private set; }

    internal IPage Page { get; }

    internal Debugger Debugger { get; }

    internal IHands Hands { get; }

    internal static async Task<Visitor> ComeAsync(IBrowser browser, Uri site, Device device)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = site.ToString(),
            JavaScriptEnabled = device.Script,
            // The browser says this of itself; what the visitor chose comes with the address.
            Locale = device.Locale,
            ServiceWorkers = device.Worker ? ServiceWorkerPolicy.Allow : ServiceWorkerPolicy.Block,
            ViewportSize = new ViewportSize { Width = device.Width, Height = Look.HeightOf(device.Width) },
            ReducedMotion = ReducedMotion.Reduce,
            // An address of their own, so that the visitors do not use up each other's rate limit.
            ExtraHTTPHeaders = [new("X-Forwarded-For", Address())],
        });
        context.SetDefaultTimeout(10_000);
        var page = await context.NewPageAsync();
        var debugger = new Debugger(await context.NewCDPSessionAsync(page), device.Script);
        return new Visitor(page, debugger, device, site);
    }

    /// <summary>Types an address, in the language of the device.</summary>
    public Task OpenAsync(string address) =>
        GoAsync(() => Page.GotoAsync(Device.Language == "nl" ? address : $"{address}?taal={Device.Language}"));

    /// <summary>What a page of the site says to this visitor now, who stays where they are: to wait for something.</summary>
    public async Task<string> TextOfAsync(string address) =>
        await (await Page.Context.APIRequest.GetAsync(new Uri(Site, address).ToString())).TextAsync();

    /// <summary>Does something that leads to another page, waits for that, and judges it.</summary>
    public async Task GoAsync(Func<Task> act)
    {
        var loaded = new TaskCompletionSource();
        void OnLoad(object? sender, IPage page) => loaded.TrySetResult();
        Page.Load += OnLoad;
        try
        {
            await act();
            await loaded.Task.WaitAsync(LoadsWithin);
        }
        finally
        {
            Page.Load -= OnLoad;
        }

        await Debugger.WithScriptAsync(async () => ArrivedInSummary = await FocusTakenAsync());
        await LookAgainAsync();
    }

    /// <summary>Judges the page as it stands.</summary>
    internal async Task LookAgainAsync(params Look[] looks)
    {
        await _onlooker.LookAsync(looks);
        Assert.Empty(_strays);
    }

    /// <summary>The names of all cookies on the device.</summary>
    public async Task<IReadOnlyList<string>> CookiesAsync() =>
        [.. (await Page.Context.CookiesAsync()).Select(cookie => cookie.Name).Order(StringComparer.Ordinal)];

    /// <summary>What the site left in the browser's other places.</summary>
    public async Task<string?> StoredAsync() => await Debugger.AskAsync(
        "(async () => JSON.stringify({ local: { ...localStorage }, session: { ...sessionStorage }, databases: await "
            + "indexedDB.databases(), workers: (await navigator.serviceWorker?.getRegistrations() ?? []).length }))()");

    /// <summary>Waits until the device has what it shows without a network; that is fetched after the page.</summary>
    public Task PreparedAsync() => Debugger.AskAsync("""
        (async () => {
          while (!navigator.serviceWorker.controller || (await (await caches.open('geen-internet')).keys()).length === 0)
            await new Promise(later => setTimeout(later, 50));
        })()
        """).WaitAsync(LoadsWithin);

    internal static string Address()
    {
        var number = Interlocked.Increment(ref _addresses);
        return $"10.1.{number / 250}.{(number % 250) + 1}";
    }

    /// <summary>The browser gives the focus just after the page is there.</summary>
    private async Task<bool> FocusTakenAsync()
    {
        const string Asked =
            "document.querySelector('[role=alert] a') === null ? 'none' : document.activeElement?.querySelector('[role=alert]') ? 'taken' "
                + ": 'not yet'";
        for (var asked = 0; asked < 20; asked++)
        {
            if (await Debugger.AskAsync(Asked) is var answer and not "not yet")
                return answer == "taken";
            await Task.Delay(50);
        }

        return false;
    }

    private void Note(bool isStray, string what)
    {
        if (isStray)
            _strays.Add(what);
    }

    /// <summary>
    /// The browser reports every page with an error status, which is how refused forms answer, and every line that was cut.
    /// </summary>
    private static bool IsRefusal(string line) =>
        line.StartsWith("Failed to load resource: the server responded with a status of", StringComparison.Ordinal)
        || line.StartsWith("Failed to load resource: net::ERR_", StringComparison.Ordinal);
}
