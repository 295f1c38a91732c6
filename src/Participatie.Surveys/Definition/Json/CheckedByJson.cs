using System.Text.Json;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition.Json;

/// <summary>Who checked which translation: language tag to name.</summary>
internal static class CheckedByJson
{
    private const string Name = "checkedBy";

    public static IReadOnlyDictionary<string, string> Read(JsonObjectReader members)
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        if (members.Find(Name) is not { } value)
        {
            return read;
        }

        var byTag = new JsonObjectReader(value, members.To(Name), members.DocumentProblems);
        // Dutch is what the others were made from.
        foreach (var tag in InterfaceWords.Tags.Where(tag => tag != Languages.Dutch))
        {
            if (byTag.WordIfAny(tag) is { } name)
            {
                byTag.CheckWords(tag, name, Consultation.LongestName);
                read[tag] = name;
            }
        }

        byTag.RefuseOthers("De taal");
        return read;
    }

    public static void Write(Utf8JsonWriter json, IReadOnlyDictionary<string, string> checkedBy)
    {
        if (checkedBy.Count == 0)
        {
            return;
        }

        json.WriteStartObject(Name);
        foreach (var tag in InterfaceWords.Tags.Where(checkedBy.ContainsKey))
        {
            json.WriteString(tag, checkedBy[tag]);
        }

        json.WriteEndObject();
    }
}
