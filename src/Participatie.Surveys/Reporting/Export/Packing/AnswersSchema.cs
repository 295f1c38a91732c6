using System.Text.Encodings.Web;
using System.Text.Json;
using Participatie.Surveys.Reporting.Export.Columns;

namespace Participatie.Surveys.Reporting.Export.Packing;

/// <summary>A JSON Schema (2020-12) of a line of the file with JSON lines: each member, what it asks and each code that it can be.</summary>
public static class AnswersSchema
{
    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static byte[] Of(ExportPlan plan) => Of(plan, Codebook.Of(plan));

    public static byte[] Of(ExportPlan plan, Codebook codebook)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Layout))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            json.WriteString("$id", $"urn:participatie:{codebook.Consultation}:antwoorden");
            json.WriteString("title", codebook.Title);
            json.WriteString("type", "object");
            json.WriteBoolean("additionalProperties", false);
            json.WriteStartArray("required");
            foreach (var name in plan.Names)
            {
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
            json.WriteStartObject("properties");
            foreach (var (column, explained) in plan.Columns.Zip(codebook.Columns))
            {
                json.WriteStartObject(column.Name);
                json.WriteString("description", explained.Versions[^1].Text);
                Write(json, column, explained);
                json.WriteEndObject();
            }

            json.WriteStartObject(JsonRows.FiltersName);
            json.WriteString("description", "Welke antwoorden in het bestand staan; dit is er alleen als het een deel is");
            json.WriteString("type", "string");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter json, ExportColumn column, CodebookColumn explained)
    {
        var codes = explained.Versions.SelectMany(version => version.Values)
            .Where(value => column.Type == ColumnType.Code || value.IsMissing)
            .GroupBy(value => value.Value, StringComparer.Ordinal).ToList();
        if (column.Type == ColumnType.Code)
        {
            Codes(json, "oneOf", codes);
            return;
        }

        if (column.Type is ColumnType.Whole or ColumnType.Fractional)
        {
            json.WriteString("type", column.Type == ColumnType.Whole ? "integer" : "number");
            return;
        }

        if (codes.Count == 0)
        {
            json.WriteString("type", "string");
            return;
        }

        json.WriteStartArray("anyOf");
        json.WriteStartObject();
        json.WriteString("type", "string");
        json.WriteEndObject();
        json.WriteStartObject();
        Codes(json, "oneOf", codes);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Codes(Utf8JsonWriter json, string name, IEnumerable<IGrouping<string, CodebookValue>> codes)
    {
        json.WriteStartArray(name);
        foreach (var code in codes)
        {
            json.WriteStartObject();
            // As it stands in the file.
            json.WritePropertyName("const");
            json.WriteRawValue(code.Key);
            json.WriteString("title", code.Last().Meaning);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
