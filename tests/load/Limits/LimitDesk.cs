using Participatie.Load.Serving;
using Participatie.Load.Walking;

namespace Participatie.Load.Limits;

/// <summary>Staff's sign-in and overview with and without residents walking, and residents' steps with and without staff.</summary>
internal static class LimitDesk
{
    /// <summary>Between two steps of a resident: a quick reader.</summary>
    private static readonly TimeSpan Reading = TimeSpan.FromSeconds(1);

    public static async Task<int> RunAsync(
        string program, string[] settings, string slug, int residents, int runs, TimeSpan duration, CancellationToken cancellationToken)
    {
        using var folder = new ScratchFolder();
        settings = settings is [] ? [$"--Participatie:Data={folder.File("data")}"] : settings;
        await using var site = await Server.SiteAsync(program, FreePort.Next(), settings, cancellationToken);
        using var client = Browser.NewClient();
        var member = await StaffMember.BeginAsync(program, settings, client, site.Url, cancellationToken);
        var walkers = await Walkers.OnSiteAsync(site.Url, slug, residents, cancellationToken);

        var (alone, beside) = (new List<(double SignIn, double Overview)>(), new List<(double SignIn, double Overview)>());
        var (undisturbed, disturbed) = (new List<Outcome>(), new List<Outcome>());
        for (var run = 0; run <= runs; run++)
        {
            alone.Add(await member.WorkAsync(duration, cancellationToken));
            undisturbed.Add(await StepRun.RunAsync(site.Url, walkers, duration, cancellationToken, Reading));
            var walking = StepRun.RunAsync(site.Url, walkers, duration, cancellationToken, Reading);
            beside.Add(await member.WorkAsync(duration, cancellationToken));
            disturbed.Add(await walking);
            Console.WriteLine(
                $"{(run == 0 ? "warm-up" : $"run {run}"),-8} staff alone {alone[^1].SignIn:F1} / {alone[^1].Overview:F1} ms, with residents "
                    + $"{beside[^1].SignIn:F1} / {beside[^1].Overview:F1} ms\n         residents {undisturbed[^1]}\n         with staff {disturbed[^1]}");
        }

        var signIn = Ratio(beside.Select(time => time.SignIn), alone.Select(time => time.SignIn));
        var overview = Ratio(beside.Select(time => time.Overview), alone.Select(time => time.Overview));
        var step = Ratio(disturbed.Select(outcome => outcome.P50), undisturbed.Select(outcome => outcome.P50));
        Console.WriteLine($"sign-in with {residents} residents: {signIn:F2} (at most 2.00)");
        Console.WriteLine($"overview with {residents} residents: {overview:F2} (at most 2.00)");
        Console.WriteLine($"a resident's step with staff at work: {step:F2} (at most 1.10)");
        return signIn <= 2 && overview <= 2 && step <= 1.1 ? 0 : 1;
    }

    // The first turn warms up and does not count.
    private static double Ratio(IEnumerable<double> one, IEnumerable<double> other) =>
        Median.Of(one.Skip(1)) / Median.Of(other.Skip(1));
}
