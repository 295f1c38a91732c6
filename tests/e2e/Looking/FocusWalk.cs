using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Participatie.Journeys.Browsing;

namespace Participatie.Journeys.Looking;

/// <summary>Tabs through the whole page, forward and backward: every stop must be seen, and both ways must pass the same ones.</summary>
internal static class FocusWalk
{
    public static async Task<IReadOnlyList<string>> FaultsAsync(Debugger debugger)
    {
        var forward = await WalkAsync(debugger, back: false, atLeast: 1);
        var backward = await WalkAsync(debugger, back: true, atLeast: forward.Count);
        var faults = forward.Concat(backward).SelectMany(
            stop => stop.Faults.Select(fault => $"{stop.Name} {fault}")).Distinct(StringComparer.Ordinal).ToList();
        if (forward.Count == 0)
            faults.Add("nothing on the page takes focus");
        // A group of radios is entered at its last one from behind, unless one is chosen.
        if (forward.Count != backward.Count)
            faults.Add($"{forward.Count} stops forward, {backward.Count} backward");
        return faults;
    }

    /// <summary>
    /// Goes round until a stop comes again. Between the last stop and the first the focus is in the browser's own bar, where some
    /// presses get lost or one stop is passed twice; so the way back goes on until it has passed as many as the way there.
    /// </summary>
    private static async Task<IReadOnlyList<Stop>> WalkAsync(Debugger debugger, bool back, int atLeast)
    {
        var tabs = 2 + int.Parse(await debugger.AskAsync(Scripts.StartWalk) ?? "0", CultureInfo.InvariantCulture);
        for (var round = 0; ; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, round == 0 ? tabs : 4).Select(_ => debugger.PressTabAsync(back)));
            var passed = JsonSerializer.Deserialize<Stop[]>(await debugger.AskAsync(Scripts.Passed) ?? "[]")!;
            var stops = passed.DistinctBy(stop => stop.At).ToArray();
            if (round > tabs || (stops.Length < passed.Length && stops.Length >= atLeast))
                return stops;
        }
    }

    internal sealed record Stop(
        [property: JsonPropertyName("at")] int At,
        [property: JsonPropertyName("name")] string Name,
        [property: JsonPropertyName("faults")] IReadOnlyList<string> Faults);
}
