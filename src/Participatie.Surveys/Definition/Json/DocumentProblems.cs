using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition.Json;

/// <summary>Everything that is wrong with one document, and the languages that it promises.</summary>
internal sealed class DocumentProblems
{
    private readonly List<Problem> _problems = [];

    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>
    /// The document was published once: a limit that it exceeds is taken as it stands, because it kept to the limits of its time. Only what
    /// leaves no meaning to show counts then (<see cref="Unreadable"/>).
    /// </summary>
    public bool IsStored { get; init; }

    /// <summary>The first thing that cannot be understood, as in a document of a newer program; null when all of it can be shown.</summary>
    public Problem? Unreadable { get; private set; }

    public IReadOnlyList<string> PromisedLanguages { get; set; } = [Languages.Dutch];

    public void Add(string at, string message) => _problems.Add(new Problem(at, message));

    /// <summary>A fault that leaves nothing to go on with: not a limit, but a form or a word whose meaning nobody here knows.</summary>
    public void AddUnreadable(string at, string message)
    {
        Add(at, message);
        Unreadable ??= new Problem(at, message);
    }

    /// <summary>
    /// Words from the document as a message may repeat them: short, and without anything that rearranges a line on screen.
    /// </summary>
    public static string Quote(string words)
    {
        var shown = new string(
            [.. words.Take(Slug.Longest).Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '$' or '.' or ' ' ? c : '?')]);
        return words.Length > Slug.Longest ? $"'{shown}…'" : $"'{shown}'";
    }
}
