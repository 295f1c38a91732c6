using System.Text.Json;
using Participatie.Surveys.Definition.Json;

namespace Participatie.Surveys.Definition.Questions.Json;

internal static class ConditionJson
{
    public const string Question = "question";
    public const string IsAnyOf = "isAnyOf";

    public static Condition? ReadIfAny(JsonObjectReader members, string name)
    {
        if (members.Find(name) is not { } value)
        {
            return null;
        }

        var own = new JsonObjectReader(value, members.To(name), members.DocumentProblems);
        var condition = new Condition(own.Id(Question), own.Strings(IsAnyOf));
        if (condition.IsAnyOf.Count == 0 && own.Find(IsAnyOf) is { ValueKind: JsonValueKind.Array })
        {
            own.ReportUnreadable(IsAnyOf, "Noem hier ten minste één antwoord.");
        }

        own.RefuseOthersAsUnreadable();
        return condition;
    }

    public static void Write(Utf8JsonWriter json, string name, Condition? condition)
    {
        if (condition is null)
        {
            return;
        }

        json.WriteStartObject(name);
        json.WriteString(Question, condition.Question);
        json.WriteStartArray(IsAnyOf);
        foreach (var id in condition.IsAnyOf)
        {
            json.WriteStringValue(id);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
