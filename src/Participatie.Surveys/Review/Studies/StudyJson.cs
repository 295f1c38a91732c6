using System.Text.Json;
using System.Text.Json.Serialization;

namespace Participatie.Surveys.Review.Studies;

/// <summary>A study as it is stored.</summary>
internal static class StudyJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static Study Read(string document) => JsonSerializer.Deserialize<Study>(document, Options)!;

    public static string Write(Study study) => JsonSerializer.Serialize(study, Options);
}
