namespace Participatie.Surveys.Answering.Checks;

/// <summary>
/// What somebody filled in at a question and which button sent it, whatever it is: what makes no answer is shown again as it was.
/// </summary>
public sealed record FilledIn
{
    public static readonly FilledIn Nothing = new();

    /// <summary>Chosen or typed for the question as a whole. Most questions take one.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The same for a part of it: a choice of a budget, or the line beside a choice.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Parts { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>One of <see cref="FormActions"/>, or none; nobody can press two.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    /// <summary>What was typed in the one field; of several values the first.</summary>
    public string? Value => Values is [var first, ..] ? first : null;

    /// <summary>For the whole and for each part.</summary>
    public IEnumerable<string> All => Values.Concat(Parts.Values.SelectMany(values => values));

    public IReadOnlyList<string> PartValues(string part) => Parts.TryGetValue(part, out var values) ? values : [];

    public string? PartValue(string part) => PartValues(part) is [var first, ..] ? first : null;
}
