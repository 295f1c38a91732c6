namespace Participatie.Surveys.Answering.Checks;

/// <summary>The fields of a form exactly as they came in, so that a refused form can be shown again with what was typed.</summary>
public sealed class Posted(IReadOnlyDictionary<string, IReadOnlyList<string>> fields)
{
    /// <summary>The chosen, typed or counted answer.</summary>
    public const string Answer = "answer";

    /// <summary>Which button was pressed: one of <see cref="FormActions"/>.</summary>
    public const string Way = "way";

    public static readonly Posted Nothing = new(new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal));

    public IEnumerable<string> Names => fields.Keys;

    /// <summary>The field of one choice of a budget.</summary>
    public static string AnswerFor(string choice) => $"{Answer}.{choice}";

    /// <summary>The same form, as if that field had not been there.</summary>
    public Posted Without(string name) =>
        new(fields.Where(field => field.Key != name).ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal));

    public IReadOnlyList<string> All(string name) => fields.TryGetValue(name, out var values) ? values : [];

    /// <summary>What was typed in a text field; of a repeated field the first.</summary>
    public string? First(string name) => All(name) is [var first, ..] ? first : null;
}
