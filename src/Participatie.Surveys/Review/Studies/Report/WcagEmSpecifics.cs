namespace Participatie.Surveys.Review.Studies.Report;

/// <summary>How what WCAG-EM has no place for stands in its text of specifics: a name, a colon and the text, each from a new line.</summary>
internal static class WcagEmSpecifics
{
    public const string Kind = "Soort onderzoek";
    public const string Norm = "Norm";
    public const string Version = "Versie";
    public const string Method = "Methode";
    public const string Browsers = "Browsers en versies";

    private const string Full = "volledig onderzoek";
    private const string Retest = "herhaald onderzoek";

    private static readonly string[] Names = [Kind, Norm, Version, Method, Browsers];

    public static string NameOf(StudyKind kind) => kind == StudyKind.Full ? Full : Retest;

    public static StudyKind KindOf(string name) => name.Trim() == Retest ? StudyKind.Retest : StudyKind.Full;

    /// <returns>By name; what has none stands under <see cref="Method"/>.</returns>
    public static IReadOnlyDictionary<string, string> Read(string specifics)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        var current = Method;
        foreach (var line in specifics.Split('\n'))
        {
            var text = line;
            if (Array.Find(Names, name => line.StartsWith(name + ": ", StringComparison.Ordinal)) is { } begun)
            {
                current = begun;
                text = line[(begun.Length + 2)..];
            }

            parts[current] = parts.TryGetValue(current, out var before) ? $"{before}\n{text}" : text;
        }

        return parts;
    }
}
