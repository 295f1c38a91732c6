namespace Participatie.Surveys.Reporting.Export.Formats;

/// <summary>Every format there is, in the order in which people are offered them. A new one is one class and one line here.</summary>
public static class ExportFormats
{
    public static IReadOnlyList<ExportFormat> All { get; } =
    [
        new PackageFormat(),
        new ExcelFormat(),
        new CsvFormat(),
        new JsonLinesFormat(),
        new SpssFormat(),
        new ParquetFormat(),
        new TablesFormat(),
    ];

    /// <returns>Null when there is none of that name.</returns>
    public static ExportFormat? Of(string? key) => All.FirstOrDefault(format => format.Key == key);
}
