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
        IReadOnlyList<PublishedVersion> versions, DateTimeOffset changed, OpenHistory history, IReadOnlyList<OpenRow> rows) =>
        JsonSerializer.SerializeToUtf8Bytes(
            new OpenDocument
            {
                Consultation = versions[^1].Definition.Slug,
                Title = versions[^1].Definition.Title.Dutch,
                MadeUp = history.IsMadeUp,
                Changed = Amsterdam.DayOf(changed),
                Versions = [.. versions.Select(version => version.Number)],
                Changes = [.. history.Changes.Select(change => new OpenJsonChange(
                    change.Day, change.What, change.Version, change.Until, change.Reason))],
                Decisions = [.. history.Decisions.Select(OpenJsonDecision.Of)],
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

    /// <summary>Nobody gave these answers: a trial or a sample.</summary>
    public required bool MadeUp { get; init; }

    /// <summary>The day on which a number changed last.</summary>
    public required DateOnly Changed { get; init; }

    /// <summary>Numbers of the versions of the questions.</summary>
    public required IReadOnlyList<int> Versions { get; init; }

    /// <summary>What happened meanwhile: what was corrected, when it closed, when its result was told.</summary>
    public required IReadOnlyList<OpenJsonChange> Changes { get; init; }

    /// <summary>What is done with the answers; also what was taken back, without its text.</summary>
    public required IReadOnlyList<OpenJsonDecision> Decisions { get; init; }

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

internal sealed record OpenJsonChange(
    [property: JsonPropertyName("dag")] DateOnly Day,
    [property: JsonPropertyName("gebeurtenis")] string What,
    [property: JsonPropertyName("versie")] int? Version,
    [property: JsonPropertyName("totEnMet")] DateOnly? Until,
    [property: JsonPropertyName("toelichting")] string Reason);

internal sealed record OpenJsonDecision(
    [property: JsonPropertyName("vraag")] string Question,
    [property: JsonPropertyName("dag")] DateOnly Day,
    [property: JsonPropertyName("stand")] string State,
    [property: JsonPropertyName("toelichting")] string Note,
    [property: JsonPropertyName("gehoord")] string Heard,
    [property: JsonPropertyName("besluit")] string Outcome,
    [property: JsonPropertyName("waarom")] string Why,
    [property: JsonPropertyName("wieBesluit")] string DecidedBy,
    [property: JsonPropertyName("uiterlijk")] DateOnly? By,
    [property: JsonPropertyName("voortgang")] string Progress,
    [property: JsonPropertyName("redenVanVoortgang")] string ProgressReason)
{
    public static OpenJsonDecision Of(OpenDecision decision) => new(
        decision.Question,
        decision.Day,
        decision.State,
        decision.Note,
        decision.Text?.Heard ?? "",
        OpenTerms.OfOutcome(decision.Text?.Outcome),
        decision.Text?.Why ?? "",
        decision.Text?.DecidedBy ?? "",
        decision.Text?.By,
        OpenTerms.OfProgress(decision.Text?.Progress),
        decision.Text?.ProgressReason ?? "");
}

[JsonSerializable(typeof(OpenDocument))]
internal sealed partial class OpenJson : JsonSerializerContext;
