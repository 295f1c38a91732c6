using System.Text.Json;

namespace Participatie.Journeys.Browsing;

/// <summary>
/// Somebody who knows a page only as a screen reader tells it: roles, names and states. Where things stand and how they look does not
/// exist.
/// </summary>
internal sealed class Listener(Visitor visitor)
{
    private readonly ICDPSession _session = visitor.Debugger.Session;

    /// <summary>Everything on the page that is told, in reading order.</summary>
    public async Task<IReadOnlyList<Told>> HearAsync()
    {
        var answer = await _session.SendAsync("Accessibility.getFullAXTree");
        var nodes = answer!.Value.GetProperty("nodes").EnumerateArray()
            .ToDictionary(node => node.GetProperty("nodeId").GetString()!, StringComparer.Ordinal);
        var told = new List<Told>();
        Tell(nodes.Values.First(node => Text(node, "role") == "RootWebArea"), new Told { Role = "", Name = "" });
        return told;

        void Tell(JsonElement node, Told inside)
        {
            var here = inside;
            if (!node.GetProperty("ignored").GetBoolean())
            {
                here = new Told
                {
                    Role = Text(node, "role"),
                    Name = Text(node, "name"),
                    Description = Text(node, "description"),
                    Inside = inside,
                    Node = node.TryGetProperty("backendDOMNodeId", out var id) ? id.GetInt32() : 0,
                    States = States(node),
                };
                told.Add(here);
            }

            foreach (var child in node.GetProperty("childIds").EnumerateArray())
            {
                if (nodes.TryGetValue(child.GetString()!, out var below))
                    Tell(below, here);
            }
        }
    }

    /// <summary>What a screen reader does when its user says "press": no pointer, no coordinates.</summary>
    public Task PressAsync(Told button) => visitor.Debugger.WithScriptAsync(async () =>
    {
        var found = await _session.SendAsync("DOM.resolveNode", Arguments(("backendNodeId", button.Node)));
        var handle = found!.Value.GetProperty("object").GetProperty("objectId").GetString()!;
        await _session.SendAsync(
            "Runtime.callFunctionOn", Arguments(("objectId", handle), ("functionDeclaration", "function () { this.click(); }")));
    });

    public async Task TypeAsync(Told field, string text)
    {
        await _session.SendAsync("DOM.focus", Arguments(("backendNodeId", field.Node)));
        await _session.SendAsync("Input.insertText", Arguments(("text", text)));
    }

    private static Dictionary<string, object> Arguments(params (string Name, object Value)[] arguments) =>
        arguments.ToDictionary(argument => argument.Name, argument => argument.Value, StringComparer.Ordinal);

    private static Dictionary<string, string> States(JsonElement node) => node.TryGetProperty("properties", out var properties)
        ? properties.EnumerateArray().DistinctBy(property => property.GetProperty("name").GetString()).ToDictionary(
            property => property.GetProperty("name").GetString()!,
            property => property.GetProperty("value").TryGetProperty("value", out var value) ? value.ToString() : "",
            StringComparer.Ordinal)
        : [];

    private static string Text(JsonElement node, string member) =>
        node.TryGetProperty(member, out var value) && value.TryGetProperty("value", out var text) ? text.ToString().Trim() : "";
}

/// <summary>One thing on the page as it is told.</summary>
internal sealed record Told
{
    public required string Role { get; init; }

    public required string Name { get; init; }

    public string Description { get; init; } = "";

    public Told? Inside { get; init; }

    public int Node { get; init; }

    public IReadOnlyDictionary<string, string> States { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public bool Is(string state) => States.GetValueOrDefault(state) is not (null or "false" or "False");

    public bool IsIn(string role) => Around(role) is not null;

    /// <summary>The nearest thing of that role that this is part of.</summary>
    public Told? Around(params string[] roles)
    {
        for (var outer = Inside; outer is not null; outer = outer.Inside)
        {
            if (roles.Contains(outer.Role, StringComparer.Ordinal))
                return outer;
        }

        return null;
    }
}
