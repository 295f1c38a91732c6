using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsvHelper;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;

namespace Participatie.Surveys.Reporting.OpenData;

/// <summary>The published tables as files for everybody.</summary>
public static class OpenFiles
{
    private static readonly string[] Columns = ["vraag", "deelnemers", "indeling", "groep", "keuze", "maat", "waarde", "code"];

    private static readonly OpenJson Json = new(new JsonSerializerOptions
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static byte[] ToCsv(IReadOnlyList<OpenRow> rows)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, CsvWriterOptions.Default with { WriteByteOrderMark = true }, leaveOpen: true))
        {
            csv.WriteRecord(Columns);
            foreach (var row in rows)
            {
                // Ids and numbers of ours only: nothing in them that a spreadsheet would run.
                csv.WriteRecord(
                [
                    row.Question, OpenTerms.Of(row.Population), row.Dimension, row.Group, row.Choice, row.Measure,
                    row.Value?.ToString(CultureInfo.InvariantCulture) ?? "", Code(row),
                ]);
            }
        }

        return bytes.ToArray();
    }

    public static byte[] ToJson(
        Consultation definition, IReadOnlyList<PublishedVersion> versions, DateTimeOffset changed, IReadOnlyList<OpenRow> rows) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new OpenDocument
            {
                Consultation = definition.Slug,
                Title = definition.Title.Dutch,
                Changed = Amsterdam.DayOf(changed),
                Versions = [.. versions.Select(version => version.Number)],
                Rows = [.. rows.Select(row => new OpenJsonRow(
                    row.Question, OpenTerms.Of(row.Population), row.Dimension, row.Group, row.Choice, row.Measure, row.Value, Code(row)))],
            },
            Json.OpenDocument);

    private static string Code(OpenRow row) => row.Value is null ? OpenTerms.Hidden : "";
}

/// <summary>The JSON file. Its rows have the names of the columns of the CSV file.</summary>
internal sealed record OpenDocument
{
    public required string Consultation { get; init; }

    public required string Title { get; init; }

    public string Licence { get; } = "CC0-1.0";

    /// <summary>The day on which a number changed last.</summary>
    public required DateOnly Changed { get; init; }

    /// <summary>Numbers of the versions of the questions.</summary>
    public required IReadOnlyList<int> Versions { get; init; }

    public required IReadOnlyList<OpenJsonRow> Rows { get; init; }
}

internal sealed record OpenJsonRow(
    [property: JsonPropertyName("vraag")] string Question,
    [property: JsonPropertyName("deelnemers")] string Population,
    [property: JsonPropertyName("indeling")] string Dimension,
    [property: JsonPropertyName("groep")] string Group,
    [property: JsonPropertyName("keuze")] string Choice,
    [property: JsonPropertyName("maat")] string Measure,
    [property: JsonPropertyName("waarde")] double? Value,
    [property: JsonPropertyName("code")] string Code);

[JsonSerializable(typeof(OpenDocument))]
internal sealed partial class OpenJson : JsonSerializerContext;
