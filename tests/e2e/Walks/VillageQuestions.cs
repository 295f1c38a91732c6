using System.Globalization;

namespace Participatie.Journeys.Walks;

/// <summary>A small consultation as an author writes it, for journeys that begin one.</summary>
internal static class VillageQuestions
{
    /// <param name="slug">Its address.</param>
    /// <param name="title">As residents see it.</param>
    /// <param name="open">The text of a second question, an open one; null for none.</param>
    public static string Document(string slug, string title, string? open = null)
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        string In(string words) => $$"""{ "nl": "{{words}}" }""";
        string After(int days) => today.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var second = open is null ? "" : $$""", { "id": "doen", "kind": "open", "text": {{In(open)}} }""";
        return $$"""
            {
              "slug": "{{slug}}",
              "languages": ["nl"],
              "title": {{In(title)}},
              "about": {{In("Het dorp krijgt een nieuw dorpshuis.")}},
              "charter": {
                "why": {{In("Wij willen weten wat u wilt.")}},
                "room": {{In("U kiest wat er in komt.")}},
                "fixed": {{In("Het dorpshuis komt bij de kerk.")}},
                "decides": {{In("De provincie beslist.")}},
                "after": {{In("Wij lezen alle antwoorden.")}},
                "closesOn": "{{After(30)}}",
                "resultsBy": "{{After(60)}}",
                "decisionBy": "{{After(90)}}",
                "keepUntil": "{{After(400)}}",
                "contact": "dorpshuis@drenthe.example"
              },
              "questions": [
                {
                  "id": "plan", "kind": "choice", "text": {{In("Is dit een goed plan?")}},
                  "choices": [
                    { "id": "ja", "text": {{In("Ja")}} },
                    { "id": "nee", "text": {{In("Nee")}} }
                  ]
                }{{second}}
              ]
            }
            """;
    }
}
