using System.Text.Json;

namespace Participatie.Surveys.Review.Checks;

/// <summary>A rule of axe-core in plain Dutch.</summary>
/// <param name="Rule">Its id.</param>
/// <param name="What">What was found.</param>
/// <param name="Whom">What that means, and for whom.</param>
public sealed record CheckRule(string Rule, string What, string Whom);

/// <summary>The rules that our check asks for.</summary>
public static class CheckRules
{
    private const string File = "Participatie.Surveys.Review.Checks.rules.nl.json";

    private static readonly Dictionary<string, CheckRule> ById = Read();

    public static IReadOnlyCollection<CheckRule> All => ById.Values;

    /// <returns>Null for one that a newer engine brought.</returns>
    public static CheckRule? Find(string rule) => ById.GetValueOrDefault(rule);

    private static Dictionary<string, CheckRule> Read()
    {
        using var file = typeof(CheckRules).Assembly.GetManifestResourceStream(File)!;
        return JsonSerializer.Deserialize<List<CheckRule>>(file, JsonSerializerOptions.Web)!
            .ToDictionary(rule => rule.Rule, StringComparer.Ordinal);
    }
}
