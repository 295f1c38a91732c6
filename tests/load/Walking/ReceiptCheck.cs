using System.Diagnostics;
using AngleSharp.Html.Parser;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Intake.Queue;
using Participatie.Web.Commands;

namespace Participatie.Load.Walking;

/// <summary>Whether what was acknowledged is in the database and counted. The receipts are kept here, outside the server.</summary>
internal static class ReceiptCheck
{
    /// <summary>What a killed worker had taken is only seen again after that time, and is counted then.</summary>
    private static readonly TimeSpan Patience = RetryTimes.Visibility + TimeSpan.FromMinutes(1);

    /// <returns>How many receipts have no counted response, after waiting for the worker.</returns>
    public static async Task<int> InDatabaseAsync(
        string[] settings, IReadOnlyCollection<string> receipts, CancellationToken cancellationToken)
    {
        var uncounted = -1;
        await CommandLine.WithRoomsAsync(
            settings,
            async (rooms, stop) =>
            {
                var counter = rooms.GetRequiredService<Receipts>();
                uncounted = await CountAsync(
                    receipts,
                    async receipt => await counter.LookUpAsync(Code.Parse(receipt)!.Value, stop) is { State: ResponseState.Counted },
                    stop);
                return 0;
            },
            cancellationToken,
            prepare: false);
        return uncounted;
    }

    public static async Task<int> OverHttpAsync(Uri site, IReadOnlyCollection<string> receipts, CancellationToken cancellationToken)
    {
        using var client = Browser.NewClient();
        var timings = new Timings();
        var resident = 0;
        return await CountAsync(
            receipts,
            async receipt =>
            {
                // Each from an address of its own: one that tries many codes is stopped, as it should be.
                var browser = new Browser(client, site, 0xFF0000 | ++resident, timings);
                var asked = await browser.GetAsync("/mijn-antwoord", cancellationToken);
                var form = new HtmlParser().ParseDocument(asked.Html).QuerySelector("main form[method=post]")!;
                var fields = form.QuerySelectorAll("input").Select(input => KeyValuePair.Create(
                    input.GetAttribute("name")!, input.GetAttribute("type") == "hidden" ? input.GetAttribute("value")! : receipt));
                var answer = await browser.PostAsync(form.GetAttribute("action") ?? asked.Address, fields, cancellationToken);
                return answer.Html.Contains("geteld", StringComparison.OrdinalIgnoreCase)
                    && !answer.Html.Contains("nog niet geteld", StringComparison.OrdinalIgnoreCase);
            },
            cancellationToken);
    }

    private static async Task<int> CountAsync(
        IReadOnlyCollection<string> receipts, Func<string, Task<bool>> isCounted, CancellationToken cancellationToken)
    {
        var left = receipts.ToList();
        for (var watch = Stopwatch.StartNew(); left.Count > 0 && watch.Elapsed < Patience;)
        {
            var still = new List<string>();
            foreach (var receipt in left)
            {
                if (!await isCounted(receipt))
                {
                    still.Add(receipt);
                }
            }

            left = still;
            if (left.Count > 0)
            {
                await Task.Delay(500, cancellationToken);
            }
        }

        return left.Count;
    }
}
