using System.Text.Json;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition.Life;

/// <summary>How a document calls its consultation, also when it has problems elsewhere.</summary>
public static class DocumentTitle
{
    /// <summary>In characters: a title that is longer is a mistake, and would push everything else off a page.</summary>
    private const int Longest = 200;

    /// <returns>In Dutch; null when it does not say.</returns>
    public static string? Of(string document)
    {
        try
        {
            using var json = JsonDocument.Parse(document);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("title", out var title)
                && title.ValueKind == JsonValueKind.Object
                && title.TryGetProperty(Languages.Dutch, out var words)
                && words.ValueKind == JsonValueKind.String
                && PerceivedText.Composed(words.GetString()!) is { Length: <= Longest } said
                && !PerceivedText.ShowsNothing(said)
                ? said
                : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
