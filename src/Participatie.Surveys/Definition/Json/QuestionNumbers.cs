using System.Text.Json;
using Participatie.Surveys.Definition.Questions.Json;

namespace Participatie.Surveys.Definition.Json;

/// <summary>
/// The numbers that residents see before the questions of a document, so that who mends one knows which it is: information between
/// questions has none.
/// </summary>
public static class QuestionNumbers
{
    /// <summary>Of each item of the list of questions, from 1; null of one without a number. None when that list cannot be read.</summary>
    public static IReadOnlyList<int?> Of(string document)
    {
        try
        {
            using var json = JsonDocument.Parse(document);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty(QuestionsJson.Name, out var questions)
                && questions.ValueKind == JsonValueKind.Array
                ? Numbered(questions)
                : [];
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return [];
        }
    }

    private static List<int?> Numbered(JsonElement questions)
    {
        var (numbers, last) = (new List<int?>(), 0);
        foreach (var question in questions.EnumerateArray())
        {
            numbers.Add(IsAsked(question) ? ++last : null);
        }

        return numbers;
    }

    private static bool IsAsked(JsonElement question) => question.ValueKind != JsonValueKind.Object
        || !question.TryGetProperty("kind", out var kind)
        || kind.ValueKind != JsonValueKind.String
        || KindJson.Named(kind.GetString()!) is not { IsQuestion: false };
}
