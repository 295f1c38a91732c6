using System.Collections.Concurrent;
using System.Diagnostics;
using Participatie.Load.Walking;

namespace Participatie.Load.Limits;

/// <param name="Path">Of the page with the form.</param>
/// <param name="Action">Where the form goes.</param>
/// <param name="Fields">What is posted beside the hidden fields, as a form body.</param>
internal sealed record Step(string Path, string Action, string Fields);

/// <summary>A resident who takes the same walk over and over, each time as somebody new: get a page, post its form, and so on.</summary>
/// <param name="Cookie">Before the first answer.</param>
/// <param name="Resident">Number from which forwarded addresses of its own are made.</param>
/// <param name="Steps">In their order.</param>
internal sealed record Walker(string Cookie, int Resident, IReadOnlyList<Step> Steps);

/// <summary>All walkers step at the same time, for some seconds.</summary>
internal static class StepRun
{
    /// <summary>A fast machine takes more steps than the site allows one address: each of them counts as several.</summary>
    private const int AddressesEach = 8;

    /// <param name="site">Where.</param>
    /// <param name="walkers">Who.</param>
    /// <param name="duration">How long.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="pause">After each step; none by default.</param>
    public static async Task<Outcome> RunAsync(
        Uri site, IReadOnlyList<Walker> walkers, TimeSpan duration, CancellationToken cancellationToken, TimeSpan pause = default)
    {
        var times = new ConcurrentBag<List<double>>();
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(walkers.Select(async walker =>
        {
            using var connection = new RawConnection();
            await connection.OpenAsync(site, cancellationToken);
            // Not all at the same moment.
            await Task.Delay(pause * walker.Resident / walkers.Count, cancellationToken);
            var own = new List<double>();
            var cookie = walker.Cookie;
            for (var number = 0; Timings.Since(start) < duration; number++)
            {
                var began = Stopwatch.GetTimestamp();
                cookie = await StepAsync(connection, site, walker, number, cookie, cancellationToken);
                own.Add(Timings.Since(began).TotalMilliseconds);
                if (pause > TimeSpan.Zero)
                    await Task.Delay(pause, cancellationToken);
            }

            times.Add(own);
        }));
        var took = Timings.Since(start);
        var sorted = times.SelectMany(own => own).Order().ToList();
        return new Outcome(sorted.Count / took.TotalSeconds, Timings.At(sorted, 0.5), Timings.At(sorted, 0.99));
    }

    /// <returns>The cookies to go on with.</returns>
    private static async Task<string> StepAsync(
        RawConnection connection, Uri site, Walker walker, int number, string cookie, CancellationToken cancellationToken)
    {
        var place = number % walker.Steps.Count;
        var step = walker.Steps[place];
        cookie = place == 0 ? walker.Cookie : cookie;
        var address = Browser.ForwardedAddress((walker.Resident * AddressesEach) + (number % AddressesEach));
        await connection.AskAsync(RawConnection.Get(site, step.Path, cookie, address), cancellationToken);
        Expect(200, connection, step.Path);
        var body = step.Fields + HiddenFields.In(connection.Answer);
        await connection.AskAsync(RawConnection.Post(site, step.Action, cookie, address, body), cancellationToken);
        Expect(303, connection, step.Action);
        return place == 0 && connection.SetCookie is { } draft ? $"{walker.Cookie}; {draft}" : cookie;
    }

    private static void Expect(int status, RawConnection connection, string path)
    {
        if (connection.Status != status)
        {
            throw new InvalidOperationException($"{connection.Status} instead of {status} at {path}");
        }
    }
}

internal sealed record Outcome(double PerSecond, double P50, double P99)
{
    public override string ToString() => $"{PerSecond,8:F0} steps/s   p50 {P50,6:F1} ms   p99 {P99,6:F1} ms";
}
