using Microsoft.Extensions.Primitives;
using Participatie.Surveys.Answering.Checks;
using Participatie.Surveys.Definition;

namespace Participatie.Web.QuestionInputs;

/// <summary>The form of a question on the wire: the names of its fields, what was filled in by them, and where a problem is.</summary>
public static class AnswerForm
{
    /// <summary>The chosen, typed or counted answer.</summary>
    public const string Answer = "answer";

    /// <summary>Which button was pressed: one of <see cref="FormActions"/>, and on other pages one of theirs.</summary>
    public const string Way = "way";

    private const string Part = Answer + ".";

    /// <summary>The field of one choice of a budget, or of the line beside a choice.</summary>
    public static string AnswerFor(string part) => Part + part;

    public static FilledIn Read(IFormCollection form) => new()
    {
        Values = ValuesOf(form[Answer]),
        Actions = ValuesOf(form[Way]),
        Parts = form.Where(field => field.Key.StartsWith(Part, StringComparison.Ordinal))
            .ToDictionary(field => field.Key[Part.Length..], field => ValuesOf(field.Value), StringComparer.Ordinal),
    };

    /// <summary>The same form, to be sent again.</summary>
    public static IEnumerable<KeyValuePair<string, string>> FieldsOf(FilledIn filledIn) =>
    [
        .. filledIn.Values.Select(value => KeyValuePair.Create(Answer, value)),
        .. filledIn.Parts.SelectMany(part => part.Value.Select(value => KeyValuePair.Create(AnswerFor(part.Key), value))),
        .. filledIn.Actions.Select(value => KeyValuePair.Create(Way, value)),
    ];

    /// <summary>The problem of a check, at the field that it is about.</summary>
    public static Problem AtField(Problem problem) => problem with { At = problem.At == Attempt.Whole ? Answer : AnswerFor(problem.At) };

    private static IReadOnlyList<string> ValuesOf(StringValues values) => [.. values.Select(value => value ?? "")];
}
