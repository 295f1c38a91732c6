using Participatie.Load.Walking;

namespace Participatie.Load.Limits;

/// <summary>
/// Makes the walkers of a step run: each walks once as a resident, up to the check page, and keeps what it sent to take the same walk
/// again.
/// </summary>
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
            walkers.Add(await RecordAsync(browser, slug, resident, cancellationToken));
        }

        return walkers;
    }

    private static async Task<Walker> RecordAsync(Browser browser, string slug, int resident, CancellationToken cancellationToken)
    {
        var steps = new List<Step>();
        var cookie = "";
        try
        {
            await Walk.RunAsync(browser, slug, TimeSpan.Zero, RecordOne, cancellationToken);
        }
        catch (ArrivedException)
        {
            // At the check page.
        }

        return new Walker(cookie, resident, steps);

        async Task RecordOne(string address, IReadOnlyList<KeyValuePair<string, string>> fields, int refusals)
        {
            if (address.EndsWith("/controleren", StringComparison.Ordinal))
            {
                throw new ArrivedException();
            }

            if (refusals > 0)
            {
                steps.RemoveAt(steps.Count - 1);
            }

            // Before the first answer there is no draft: with these cookies the walk begins again.
            cookie = steps.Count == 0 ? browser.CookieHeader : cookie;
            using var body = new FormUrlEncodedContent(fields.Where(field => field.Key is not Token and not "rotation"));
            steps.Add(new Step(address, address, await body.ReadAsStringAsync(cancellationToken)));
        }
    }

    private sealed class ArrivedException : Exception;
}
