using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Participatie.Journeys.Browsing;

namespace Participatie.Journeys.Looking;

/// <summary>
/// Judges the page as it stands: the engine, then what an engine cannot see, under each look that the visitor's device has.
/// </summary>
internal sealed class Onlooker(IPage page, Debugger debugger, Device device)
{
    /// <summary>Many journeys pass the same page in the same state; one look at it is enough for the whole run.</summary>
    private static readonly ConcurrentDictionary<string, bool> Seen = new(StringComparer.Ordinal);

    private readonly Look _own = new(device.Width, Colours.Light);
    private Look _shown = new(device.Width, Colours.Light);

    /// <param name="looks">None is what the device says.</param>
    public Task LookAsync(IReadOnlyList<Look> looks) => debugger.WithScriptAsync(() => JudgeAsync(looks));

    private async Task JudgeAsync(IReadOnlyList<Look> looks)
    {
        var fingerprint = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(await debugger.AskAsync(Scripts.Fingerprint) ?? "")));
        var faults = new List<string>();
        var path = new Uri(page.Url).AbsolutePath;
        var asked = looks is [_, ..] ? looks : device.Looks ?? Look.For(device.Language, path);
        // Walking takes as long as all the rest: the wide and the narrow page take turns, from page to page.
        var walked = Look.Full || asked.Count < 2 ? null : asked[path.Length % asked.Count];
        // The width that the device has comes last, so that the page changes no more often than it must.
        foreach (var look in asked.OrderBy(look => look.Width == device.Width))
        {
            Judged.Note(path, device.Language, look);
            // Who has a mouse gives a page the longer look, which is good for who has none.
            if (!Seen.TryAdd($"{fingerprint} {look} {device.KeyboardOnly}", true)
                || (device.KeyboardOnly && Seen.ContainsKey($"{fingerprint} {look} {false}")))
            {
                continue;
            }

            await ShowAsync(look);
            faults.AddRange((await FaultsAsync(Scripts.Eyes)).Select(fault => $"{look}: {fault}"));
            // Walking through the stops moves the focus, which is all that somebody without a mouse has.
            if (!device.KeyboardOnly && (walked is null || look == walked))
                faults.AddRange((await FocusWalk.FaultsAsync(debugger)).Select(fault => $"{look}: focus: {fault}"));
            if (await debugger.AskAsync(Scripts.HasEngine) != "object")
                await debugger.AskAsync(Scripts.EngineItself);
            faults.AddRange((await FaultsAsync(Scripts.Engine)).Select(fault => $"{look}: axe: {fault}"));
        }

        await ShowAsync(_own);
        if (faults.Count > 0)
            throw new FaultyPageException($"{page.Url} “{await page.TitleAsync()}”:\n  " + string.Join("\n  ", faults));
    }

    private async Task ShowAsync(Look look)
    {
        if (look == _shown)
            return;
        await look.ApplyAsync(page);
        _shown = look;
    }

    private async Task<string[]> FaultsAsync(string script) =>
        JsonSerializer.Deserialize<string[]>(await debugger.AskAsync(script) ?? "[]")!;
}
