using Participatie.Load.Serving;
using Participatie.Load.Walking;

namespace Participatie.Load.Limits;

/// <summary>What staff look at every morning, of a consultation with few responses against one with many.</summary>
internal static class LimitFollow
{
    private const int Looks = 200;
    private const double Most = 1.2;

    public static async Task<int> RunAsync(
        string program, string small, string large, string slug, int runs, CancellationToken cancellationToken)
    {
        await using var few = await Server.SiteAsync(program, FreePort.Next(), SettingsOf(small), cancellationToken);
        await using var many = await Server.SiteAsync(program, FreePort.Next(), SettingsOf(large), cancellationToken);
        using var client = Browser.NewClient();
        var withFew = await StaffMember.BeginAsync(program, SettingsOf(small), client, few.Url, cancellationToken);
        var withMany = await StaffMember.BeginAsync(program, SettingsOf(large), client, many.Url, cancellationToken);
        var holds = true;
        foreach (var address in new[] { $"/beheer/raadpleging/{slug}/verloop", "/beheer" })
        {
            var (fewTimes, manyTimes) = (new List<double>(), new List<double>());
            for (var run = 0; run <= runs; run++)
            {
                var (looksAtFew, looksAtMany) = (new List<double>(), new List<double>());
                for (var look = 0; look < Looks; look++)
                {
                    // In turn: whatever else the machine does hinders both.
                    looksAtFew.Add(await withFew.LookAsync(address, cancellationToken));
                    looksAtMany.Add(await withMany.LookAsync(address, cancellationToken));
                }

                fewTimes.Add(Median.Of(looksAtFew));
                manyTimes.Add(Median.Of(looksAtMany));
                Console.WriteLine($"{(run == 0 ? "warm-up" : $"run {run}"),-8} few {fewTimes[^1]:F3} ms   many {manyTimes[^1]:F3} ms");
            }

            var (ofFew, ofMany) = (Median.Of(fewTimes.Skip(1)), Median.Of(manyTimes.Skip(1)));
            Console.WriteLine($"{address}: many {ofMany:F3} / few {ofFew:F3} ms = {ofMany / ofFew:F2} (at most {Most:F2})");
            holds &= ofMany / ofFew <= Most;
        }

        return holds ? 0 : 1;
    }

    private static string[] SettingsOf(string folder) => [$"--Participatie:Data={Path.GetFullPath(folder)}"];
}
