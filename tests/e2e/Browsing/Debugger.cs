using System.Text.Json;

namespace Participatie.Journeys.Browsing;

/// <summary>The browser's debugger on one page. Runs scripts also where the page may not, and presses keys quickly.</summary>
internal sealed class Debugger(ICDPSession session, bool pageMayRunScript)
{
    public ICDPSession Session => session;

    /// <summary>On a page where scripts are switched off, none of what the debugger starts would ever be finished.</summary>
    public async Task WithScriptAsync(Func<Task> act)
    {
        if (pageMayRunScript)
        {
            await act();
            return;
        }

        await LetScriptRunAsync(true);
        try
        {
            await act();
        }
        finally
        {
            await LetScriptRunAsync(false);
        }
    }

    /// <returns>The text that the expression gave.</returns>
    public async Task<string?> AskAsync(string expression)
    {
        var answer = await session.SendAsync("Runtime.evaluate", new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["expression"] = expression,
            ["awaitPromise"] = true,
            ["returnByValue"] = true,
        });
        if (answer!.Value.TryGetProperty("exceptionDetails", out var wrong))
            throw new InvalidOperationException($"A script that looks at the page failed: {wrong}");
        var value = answer.Value.GetProperty("result");
        return value.TryGetProperty("value", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
    }

    public Task PressTabAsync(bool back = false) =>
        session.SendAsync("Input.dispatchKeyEvent", new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["type"] = "rawKeyDown",
        ["key"] = "Tab",
        ["code"] = "Tab",
        ["windowsVirtualKeyCode"] = 9,
        ["modifiers"] = back ? 8 : 0,
    });

    private async Task LetScriptRunAsync(bool may) =>
        await session.SendAsync(
            "Emulation.setScriptExecutionDisabled", new Dictionary<string, object>(StringComparer.Ordinal) { ["value"] = !may });
}
