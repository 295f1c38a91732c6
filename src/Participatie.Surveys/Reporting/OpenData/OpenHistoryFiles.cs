using System.Globalization;
using CsvHelper;
using Participatie.Surveys.Reporting.Export;

namespace Participatie.Surveys.Reporting.OpenData;

/// <summary>What happened around the figures, as tables.</summary>
public static class OpenHistoryFiles
{
    public static byte[] ChangesToCsv(OpenHistory history) => ToCsv(
        ["dag", "gebeurtenis", "versie", "tot en met", "toelichting"],
        history.Changes.Select(change => new[]
        {
            Day(change.Day),
            change.What,
            change.Version?.ToString(CultureInfo.InvariantCulture) ?? "",
            Day(change.Until),
            HarmlessText.Of(change.Reason),
        }));

    public static byte[] DecisionsToCsv(OpenHistory history) => ToCsv(
        [
            "vraag", "dag", "stand", "toelichting", "gehoord", "besluit", "waarom", "wie besluit", "uiterlijk", "voortgang",
            "reden van voortgang",
        ],
        history.Decisions.Select(decision => new[]
        {
            decision.Question,
            Day(decision.Day),
            decision.State,
            HarmlessText.Of(decision.Note),
            HarmlessText.Of(decision.Text?.Heard ?? ""),
            OpenTerms.OfOutcome(decision.Text?.Outcome),
            HarmlessText.Of(decision.Text?.Why ?? ""),
            HarmlessText.Of(decision.Text?.DecidedBy ?? ""),
            Day(decision.Text?.By),
            OpenTerms.OfProgress(decision.Text?.Progress),
            HarmlessText.Of(decision.Text?.ProgressReason ?? ""),
        }));

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static byte[] ToCsv(string[] columns, IEnumerable<string[]> rows)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(bytes, CsvWriterOptions.Default with { WriteByteOrderMark = true }, leaveOpen: true))
        {
            csv.WriteRecord(columns);
            foreach (var row in rows)
            {
                csv.WriteRecord(row);
            }
        }

        return bytes.ToArray();
    }
}
