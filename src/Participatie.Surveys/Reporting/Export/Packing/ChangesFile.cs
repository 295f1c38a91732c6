using System.Globalization;
using CsvHelper;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Comparing;
using Participatie.Surveys.Definition.Life;

namespace Participatie.Surveys.Reporting.Export.Packing;

/// <summary>
/// The log of changes: what happened to the consultation, and for each new version what was worded otherwise. Who did it stands in the audit
/// log and not here.
/// </summary>
internal static class ChangesFile
{
    public static CodebookFile Columns { get; } = CodebookFile.Of(
        PackageNames.Changes,
        ("moment", "Wanneer het gebeurde (UTC)"),
        ("versie", "Versie van de vragen die toen begon"),
        ("wat", "Wat er gebeurde, of wat er aan een tekst veranderde"),
        ("plek", "Welke tekst het is"),
        ("taal", "Taal van de tekst"),
        ("was", "De tekst van ervoor"),
        ("werd", "De tekst van erna, of de nieuwe laatste dag"),
        ("uitleg", "Waarom het gebeurde"));

    public static byte[] Of(ConsultationLife life, IReadOnlyList<PublishedVersion> versions, char separator)
    {
        using var bytes = new MemoryStream();
        using (var csv = CsvWriter.Create(
            bytes, CsvWriterOptions.Default with { WriteByteOrderMark = true, Separator = separator }, leaveOpen: true))
        {
            csv.WriteRecord(Columns.Names);
            foreach (var one in life.Events.Where(one => Name(one.Step).Length > 0))
            {
                csv.WriteRecord(
                [
                    Moment(one.At), one.Version?.ToString(CultureInfo.InvariantCulture) ?? "", Name(one.Step), "", "", "",
                    one.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", HarmlessText.Of(one.Reason),
                ]);
                if (versions.FirstOrDefault(version => version.Number == one.Version) is { } made
                    && versions.LastOrDefault(version => version.Number < made.Number) is { } before)
                {
                    Write(csv, one.At, made, CompareDefinitions.Of(before.Definition, made.Definition));
                }
            }
        }

        return bytes.ToArray();
    }

    private static void Write(CsvWriter csv, DateTimeOffset at, PublishedVersion version, IReadOnlyList<Difference> differences)
    {
        foreach (var difference in differences)
        {
            csv.WriteRecord(
            [
                Moment(at), version.Number.ToString(CultureInfo.InvariantCulture), Name(difference.Kind),
                difference.After ?? difference.Before ?? "", difference.Language ?? "", HarmlessText.Of(difference.Old),
                HarmlessText.Of(difference.New), "",
            ]);
        }
    }

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Name(LifeStep step) => step switch
    {
        LifeStep.Opened => "geopend",
        LifeStep.Corrected => "verbeterd",
        LifeStep.Extended => "verlengd",
        LifeStep.Closed => "gesloten",
        LifeStep.Reported => "uitslag verteld",
        LifeStep.Decided => "besluit verteld",
        LifeStep.Withdrawn => "ingetrokken",
        // What came before residents saw it is no part of the data.
        _ => "",
    };

    private static string Name(DifferenceKind kind) => kind switch
    {
        DifferenceKind.New => "nieuw",
        DifferenceKind.Gone => "weg",
        DifferenceKind.Moved => "verplaatst",
        DifferenceKind.Reworded => "anders gezegd",
        _ => "veranderd",
    };
}
