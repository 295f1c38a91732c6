namespace Participatie.Surveys.Definition.Json;

/// <summary>Everything that is wrong with one document, and the languages that it promises.</summary>
internal sealed class Findings
{
    private readonly List<Problem> _problems = [];

    public IReadOnlyList<Problem> Problems => _problems;

    public IReadOnlyList<string> PromisedLanguages { get; set; } = [Languages.Dutch];

    public void Add(string at, string message) => _problems.Add(new Problem(at, message));

    /// <summary>Words from the document as a message may repeat them: short, and without anything that rearranges a line on screen.</summary>
    public static string Quote(string words)
    {
        var shown = new string([.. words.Take(Slug.Longest).Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '$' or '.' or ' ' ? c : '?')]);
        return words.Length > Slug.Longest ? $"'{shown}…'" : $"'{shown}'";
    }
}
