using System.Text.Json;
using Participatie.Surveys.Answering;

namespace Participatie.Surveys.Analysis.OpenAnswers;

internal static class WrittenAnswer
{
    /// <summary>What was written as an answer to the question, or beside the choice that is its answer; null when it was passed over or not shown.</summary>
    public static Written? In(string document, string questionId)
    {
        using var json = JsonDocument.Parse(document);
        return json.RootElement.TryGetProperty(questionId, out var answer) && answer.ValueKind == JsonValueKind.Object
            ? new Written(answer.GetProperty("text").GetString()!, answer.GetProperty("lang").GetString()!)
            : null;
    }
}
