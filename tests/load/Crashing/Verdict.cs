using Participatie.Load.Serving;
using Participatie.Load.Walking;

namespace Participatie.Load.Crashing;

/// <summary>What is left after faults: every thanked response counted once, and a recount without a difference.</summary>
internal static class Verdict
{
    /// <param name="program">The published Participatie.Web.dll, which recounts.</param>
    /// <param name="settings">Of the database.</param>
    /// <param name="slug">Of the consultation.</param>
    /// <param name="load">Who walked.</param>
    /// <param name="before">How many responses were there before they did.</param>
    /// <param name="uncounted">How many of their receipts have no counted response (<see cref="ReceiptCheck"/>).</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<bool> OfAsync(
        string program, string[] settings, string slug, EndlessCrowd load, int before, int uncounted, CancellationToken cancellationToken)
    {
        var left = await Left.InAsync(settings, slug, cancellationToken);
        var doubles = load.Receipts.Count - load.Receipts.Distinct(StringComparer.Ordinal).Count();
        var recount = await Measured.RunAsync(program, ["recount", slug, .. settings], cancellationToken);
        Console.WriteLine($"{load.Receipts.Count} residents thanked; {left.Responses} responses, {left.Queued} not counted");
        var stored = left.Responses - before;
        Console.WriteLine(
            $"lost: {uncounted}; one receipt shown to two: {doubles}; stored twice: "
                + $"{Math.Max(0, stored - load.Receipts.Count - load.Unthanked)}");
        Console.WriteLine($"recount: exit code {recount.ExitCode}: {recount.Output.Trim()}");
        // Between the commit and the thanks a resident may have given up: their responses may be there, and no others.
        return uncounted == 0 && doubles == 0 && left.Queued == 0 && recount.ExitCode == 0
            && stored >= load.Receipts.Count && stored <= load.Receipts.Count + load.Unthanked;
    }
}
