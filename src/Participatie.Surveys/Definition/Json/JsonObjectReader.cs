using System.Text.Json;

namespace Participatie.Surveys.Definition.Json;

/// <summary>
/// The members of one JSON object. What is missing or of the wrong type is reported and read as something harmless, so that
/// reading goes on and every problem of a document is found in one go; a document with problems is never used.
/// </summary>
internal sealed class JsonObjectReader
{
    private readonly Dictionary<string, JsonElement> _values = new(StringComparer.Ordinal);
    private readonly List<string> _known = [];

    public JsonObjectReader(JsonElement value, string at, DocumentProblems findings)
    {
        At = at;
        DocumentProblems = findings;
        IsObject = value.ValueKind == JsonValueKind.Object;
        if (!IsObject)
        {
            findings.AddUnreadable(at, "Hier horen velden tussen accolades te staan.");
            return;
        }

        foreach (var member in value.EnumerateObject().Where(member => !_values.TryAdd(member.Name, member.Value)))
        {
            findings.Add(To(member.Name), $"Het veld {DocumentProblems.Quote(member.Name)} staat hier twee keer. Haal er één weg.");
        }
    }

    public string At { get; }

    public bool IsObject { get; }

    public DocumentProblems DocumentProblems { get; }

    public string To(string name) => Pointer.To(At, name);

    public void Report(string name, string message) => DocumentProblems.Add(To(name), message);

    public void ReportUnreadable(string name, string message) => DocumentProblems.AddUnreadable(To(name), message);

    /// <summary>The member, or null when it is absent; from now on its name is known here.</summary>
    public JsonElement? Find(string name)
    {
        _known.Add(name);
        return _values.TryGetValue(name, out var value) ? value : null;
    }

    /// <summary>The member; its absence is reported, and without it nobody can read the rest.</summary>
    public JsonElement? Demand(string name) => Demand(name, ReportUnreadable);

    /// <summary>A text; without it the rest can still be shown, and an older document may lack it.</summary>
    public JsonElement? DemandText(string name) => Demand(name, Report);

    /// <summary>Reports the members whose names nobody asked for.</summary>
    public void RefuseOthers(string noun = "Het veld")
    {
        foreach (var (name, message) in Others(noun))
        {
            Report(name, message);
        }
    }

    /// <summary>The same where a member that nobody here knows may turn the meaning of the others around.</summary>
    public void RefuseOthersAsUnreadable()
    {
        foreach (var (name, message) in Others("Het veld"))
        {
            ReportUnreadable(name, message);
        }
    }

    private IEnumerable<(string Name, string Message)> Others(string noun) =>
        _values.Keys.Except(_known, StringComparer.Ordinal).Select(name => (
            name,
            $"{noun} {DocumentProblems.Quote(name)} kennen wij hier niet. Kies uit: "
                + $"{string.Join(", ", _known.Distinct(StringComparer.Ordinal))}."));

    private JsonElement? Demand(string name, Action<string, string> report)
    {
        var value = Find(name);
        if (value is null && IsObject)
        {
            report(name, $"Het veld '{name}' ontbreekt. Vul het in.");
        }

        return value;
    }
}
