using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Participatie.Tests.Infra;

/// <summary>
/// What a file in <c>infra/</c> puts into the environment of one process of ours, with made-up values for what it leaves open.
/// </summary>
/// <param name="Process">File and process.</param>
/// <param name="Values">By the name of the variable.</param>
internal sealed partial record ProcessEnvironment(string Process, IReadOnlyDictionary<string, string> Values)
{
    private const string Bicep = "azure.bicep";
    private const string Example = "participatie.env.example";
    private static readonly string CodeKey = Convert.ToBase64String(new byte[32]);

    private static readonly Dictionary<string, string> MadeUp = new(StringComparer.Ordinal)
    {
        ["POSTGRES_PASSWORD"] = "geheim",
        ["CODE_KEY"] = CodeKey,
        ["TRUSTED_PROXIES"] = "10.0.0.0/8",
        ["PUBLIC_URL"] = "https://meedoen.example.nl",
        // What the vault and the parameters of a deployment hold.
        ["database"] = "Host=database;Database=participatie",
        ["code-key"] = CodeKey,
        ["old-code-keys"] = ",",
        ["host"] = "meedoen.example.nl",
    };

    /// <summary>Every file of the folder that starts a process of ours.</summary>
    public static IReadOnlyList<ProcessEnvironment> All { get; } =
    [
        .. Directory.EnumerateFiles(Repository.Path("infra"), "compose*.yaml").SelectMany(Compose),
        .. Directory.EnumerateFiles(Repository.Path("infra"), "*.service").Select(Unit),
        Image(),
        .. Azure(),
    ];

    /// <summary>Every line of the example, those that are commented out too.</summary>
    public static ProcessEnvironment InExample() => new(Example, Lines(Text(Example), Line()));

    private static IEnumerable<ProcessEnvironment> Compose(string file)
    {
        using var text = File.OpenText(file);
        var document = new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(new MergingParser(new Parser(text)));
        foreach (var (name, service) in (Dictionary<object, object>)document["services"])
        {
            var parts = (Dictionary<object, object>)service;
            if (parts["image"] is not "participatie")
                continue;
            yield return new($"{Path.GetFileName(file)} {name}", ((Dictionary<object, object>)parts["environment"]).ToDictionary(
                pair => (string)pair.Key,
                pair => Variable().Replace((string)pair.Value, match => match.Groups["default"] is { Success: true } given
                    ? given.Value
                    : MadeUp[match.Groups["name"].Value]),
                StringComparer.Ordinal));
        }
    }

    /// <summary>With the settings that it takes from the example.</summary>
    private static ProcessEnvironment Unit(string file)
    {
        var values = Lines(File.ReadAllText(file), UnitLine());
        foreach (var (name, value) in Lines(Text(Example), SetLine()))
            values.TryAdd(name, value);
        if (file.Contains("worker", StringComparison.Ordinal))
        {
            values["ConnectionStrings__Participatie"] = MadeUp["database"];
            values["Participatie__CodeKey"] = CodeKey;
        }

        return new(Path.GetFileName(file), values);
    }

    private static ProcessEnvironment Image() =>
        new("Containerfile", Lines(ImageSettings().Match(Text("Containerfile")).Value, ImageLine()));

    private static IEnumerable<ProcessEnvironment> Azure()
    {
        var text = Text(Bicep);
        var both = Entries(text, SettingsOfBoth().Match(text).Value);
        var own = OwnSettings().Matches(text);
        Assert.Equal(2, own.Count);
        return own.Select((match, index) => new ProcessEnvironment(
            string.Create(CultureInfo.InvariantCulture, $"{Bicep} {(index == 0 ? "web" : "worker")}"),
            both.Concat(Entries(text, match.Value)).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal)));
    }

    private static IEnumerable<KeyValuePair<string, string>> Entries(string file, string part) => BicepEntry().Matches(part).Select(match =>
        KeyValuePair.Create(match.Groups["name"].Value, match.Groups["secret"] is { Success: true } secret
            ? MadeUp[secret.Value]
            : Value(file, match.Groups["value"].Value)));

    /// <summary>Of an expression that is a text or the name of one; what only Azure knows is some text.</summary>
    private static string Value(string file, string expression) => expression.StartsWith('\'')
        ? BicepPart().Replace(expression.Trim('\''), match => Value(file, match.Groups["name"].Value))
        : Regex.Match(file, $@"^var {Regex.Escape(expression)} = (?<text>'.*')$", RegexOptions.Multiline, TimeSpan.FromSeconds(1))
            is { Success: true } variable
            ? Value(file, variable.Groups["text"].Value)
            : MadeUp.GetValueOrDefault(expression, "naam");

    private static string Text(string file) => File.ReadAllText(Repository.Path($"infra/{file}"));

    private static Dictionary<string, string> Lines(string text, Regex line) => line.Matches(text)
        .ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value, StringComparer.Ordinal);

    [GeneratedRegex(@"\$\{(?<name>\w+)(:\?|:-(?<default>[^}]*))\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variable();

    [GeneratedRegex("^#?(?<name>[A-Za-z]+__?[A-Za-z_]+)=(?<value>.*)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Line();

    [GeneratedRegex("^(?<name>[A-Za-z_]+)=(?<value>.*)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex SetLine();

    [GeneratedRegex("^Environment=(?<name>[A-Za-z_]+)=(?<value>.*)$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex UnitLine();

    [GeneratedRegex(@"^ENV (.*\\\n)*.*$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex ImageSettings();

    [GeneratedRegex(@"(?<name>[A-Za-z_]+)=(?<value>\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ImageLine();

    [GeneratedRegex(
        @"^var settingsOfBoth = \[.*?^\]", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex SettingsOfBoth();

    [GeneratedRegex(@"env: concat\(settingsOfBoth, \[.*?\]\)", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex OwnSettings();

    [GeneratedRegex(
        @"\{ name: '(?<name>\w+)', (secretRef: '(?<secret>[\w-]+)'|value: (?<value>\S+)) \}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BicepEntry();

    [GeneratedRegex(@"\$\{(?<name>[^}]+)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BicepPart();
}
