using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsvHelper;

namespace Participatie.Surveys.Reporting.Export;

/// <summary>The two forms of the codebook: a row for each value of each column and version, and the same as JSON.</summary>
public static class CodebookFiles
{
    private const int Wording = 4;
    private const int Meaning = 6;

    private static readonly CodebookJson Json = new(new JsonSerializerOptions
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // A file that people read: accents stay letters.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static byte[] ToJson(Codebook codebook) => JsonSerializer.SerializeToUtf8Bytes(codebook, Json.Codebook);

    /// <param name="codebook">What it says.</param>
    /// <param name="separator">Between the cells.</param>
    public static byte[] ToCsv(Codebook codebook, char separator = ',')
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(
            bytes, CsvWriterOptions.Default with { WriteByteOrderMark = true, Separator = separator }, leaveOpen: true))
        {
            foreach (var record in Records(codebook))
            {
                // Only words can be taken for a formula: a value begins with a minus and is meant so.
                csv.WriteRecord(
                    [.. record.Index().Select(cell => cell.Index is Wording or Meaning ? HarmlessText.Of(cell.Item) : cell.Item)]);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>
    /// A row for each value of each column and version, the names of the columns first. Only a column of another file says in which it is.
    /// </summary>
    public static IEnumerable<IReadOnlyList<string>> Records(Codebook codebook)
    {
        yield return ["kolom", "vraag", "soort", "versie", "tekst", "waarde", "betekenis", "ontbreekt", "keuze", "id", "bestand"];
        foreach (var column in codebook.Columns)
        {
            foreach (var version in column.Versions)
            {
                // A column without a list of values still has a row with its text.
                foreach (var value in version.Values.DefaultIfEmpty(new CodebookValue("", "", IsMissing: false)))
                {
                    yield return
                    [
                        column.Name,
                        column.Question ?? "",
                        column.Kind ?? "",
                        version.Version.ToString(CultureInfo.InvariantCulture),
                        version.Text,
                        value.Value,
                        value.Meaning,
                        value.IsMissing ? "ja" : "nee",
                        column.Choice ?? "",
                        value.Id ?? "",
                        "",
                    ];
                }
            }
        }

        foreach (var other in codebook.Others)
        {
            foreach (var column in other.Columns)
            {
                yield return [column.Name, "", "", "", column.Text, "", "", "", "", "", other.File];
            }
        }
    }
}

[JsonSerializable(typeof(Codebook))]
internal sealed partial class CodebookJson : JsonSerializerContext;
