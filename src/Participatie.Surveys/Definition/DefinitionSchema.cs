using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Definition;

/// <summary>The published JSON schema (draft 2020-12) of a definition, as it is served.</summary>
public static class DefinitionSchema
{
    public const string Address = "/schema/raadpleging.json";

    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static ReadOnlyMemory<byte> Utf8 { get; } = With(InterfaceWords.Tags.Select(InterfaceWords.For));

    /// <summary>The schema file names Dutch alone: the other languages follow from their files.</summary>
    internal static byte[] With(IEnumerable<InterfaceWords> languages)
    {
        using var resource = typeof(DefinitionSchema).Assembly.GetManifestResourceStream(
            "Participatie.Surveys.Definition.raadpleging.schema.json")!;
        var schema = JsonNode.Parse(resource)!;
        var tags = schema["properties"]!["languages"]!["items"]!["enum"]!.AsArray();
        var texts = schema["$defs"]!["text"]!["properties"]!;
        var checkedBy = schema["properties"]!["checkedBy"]!["properties"]!;
        foreach (var words in languages.Where(words => words.Language != Languages.Dutch))
        {
            tags.Add(words.Language);
            texts[words.Language] = new JsonObject { ["$ref"] = "#/$defs/words", ["description"] = words["language.name"] };
            checkedBy[words.Language] = new JsonObject { ["$ref"] = "#/$defs/name", ["description"] = words["language.name"] };
        }

        return JsonSerializer.SerializeToUtf8Bytes(schema, Layout);
    }
}
