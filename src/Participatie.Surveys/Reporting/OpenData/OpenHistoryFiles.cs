using System.Globalization;
using CsvHelper;
using Participatie.Surveys.Reporting.Export;

namespace Participatie.Surveys.Reporting.OpenData;

/// <summary>What happened around the figures, as tables.</summary>
public static class OpenHistoryFiles
{
    public static CodebookFile Changes { get; } = CodebookFile.Of(
        "wijzigingen.csv",
        ("dag", "Wanneer het gebeurde"),
        ("gebeurtenis", "Wat er gebeurde"),
        ("versie", "Versie van de vragen die toen begon"),
        ("tot en met", "De nieuwe laatste dag om mee te doen"),
        ("toelichting", "Waarom het gebeurde"));

    public static CodebookFile Decisions { get; } = CodebookFile.Of(
        "besluiten.csv",
        ("vraag", "De vraag; leeg als het over de hele raadpleging gaat"),
        ("dag", "Wanneer dit er kwam te staan"),
        ("stand", "Of dit nog zo is"),
        ("toelichting", "Waarom het veranderde"),
        ("gehoord", "Wat mensen zeiden"),
        ("besluit", "Wat wij besluiten"),
        ("waarom", "Waarom wij dat doen"),
        ("wie besluit", "Wie het besluit neemt"),
        ("uiterlijk", "Wanneer het klaar is"),
        ("voortgang", "Hoe ver het is"),
        ("reden van voortgang", "Waarom het zo ver is"));

    public static byte[] ChangesToCsv(OpenHistory history) => ToCsv(
        Changes.Names,
        history.Changes.Select(change => new[]
        {
            Day(change.Day),
            change.What,
            change.Version?.ToString(CultureInfo.InvariantCulture) ?? "",
            Day(change.Until),
            HarmlessText.Of(change.Reason),
        }));

    public static byte[] DecisionsToCsv(OpenHistory history) => ToCsv(
        Decisions.Names,
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
