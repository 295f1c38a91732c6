using Participatie.Load.Walking;

namespace Participatie.Load.Limits;

/// <summary>Makes the walkers of a step run: each walks once as a resident, up to the check page, and keeps what it sent.</summary>
internal static class Walkers
{
    private const string Token = "__RequestVerificationToken";

    public static async Task<IReadOnlyList<Walker>> OnFloorAsync(Uri site, int count, CancellationToken cancellationToken)
    {
        using var client = Browser.NewClient();
        var walkers = new List<Walker>();
        for (var resident = 1; resident <= count; resident++)
        {
            var browser = new Browser(client, site, resident, new Timings());
            await browser.GetAsync("/", cancellationToken);
            walkers.Add(new Walker(browser.CookieHeader, resident, [new Step("/", "/", "answer=wonen&way=next")]));
        }

        return walkers;
    }

    public static async Task<IReadOnlyList<Walker>> OnSiteAsync(Uri site, string slug, int count, CancellationToken cancellationToken)
    {
        using var client = Browser.NewClient();
        var walkers = new List<Walker>();
        for (var resident = 1; resident <= count; resident++)
        {
            var browser = new Browser(client, site, resident, new Timings());
            walkers.Add(new Walker("", resident, await RecordAsync(browser, slug, cancellationToken)) with { Cookie = browser.CookieHeader });
        }

        return walkers;
    }

    private static async Task<IReadOnlyList<Step>> RecordAsync(Browser browser, string slug, CancellationToken cancellationToken)
    {
        // By address: what was refused and sent again, or stepped through twice, counts once, as it was sent last.
        var steps = new Dictionary<string, Step>(StringComparer.Ordinal);
        try
        {
            await Walk.RunAsync(browser, slug, TimeSpan.Zero, RecordOne, cancellationToken);
        }
        catch (ArrivedException)
        {
            // At the check page: the draft stays, and every question of it may be answered again.
        }

        return [.. steps.Values];

        async Task RecordOne(string address, IReadOnlyList<KeyValuePair<string, string>> fields)
        {
            if (address.EndsWith("/controleren", StringComparison.Ordinal))
            {
                throw new ArrivedException();
            }

            // A question in steps is left out: what was chosen in one step decides what another may say, so they cannot be sent over and over.
            if (char.IsAsciiDigit(address[^1]) && address[..address.LastIndexOf('/')].Contains("/vraag/", StringComparison.Ordinal))
            {
                return;
            }

            using var body = new FormUrlEncodedContent(fields.Where(field => field.Key is not Token and not "rotation"));
            steps[address] = new Step(address, address, await body.ReadAsStringAsync(cancellationToken));
        }
    }

    private sealed class ArrivedException : Exception;
}
