using System.Globalization;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Reporting.Export.Columns;
using Participatie.Surveys.Reporting.Export.Excel;
using Participatie.Surveys.Reporting.Export.Packing;
using SpreadCheetah;
using SpreadCheetah.Worksheets;

namespace Participatie.Surveys.Reporting.Export.Formats;

/// <summary>
/// A workbook: answers, codebook, how often each answer was given, and about the file. Text is written as text, so that no program takes it
/// for a formula; days are days.
/// </summary>
public sealed class ExcelFormat : ExportFormat
{
    /// <summary>Of a sheet, the names of the columns included.</summary>
    internal int MostRows { get; init; } = 1_048_576;

    public override string Key => "excel";

    public override string Extension => ".xlsx";

    public override string MediaType => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public override async Task<WrittenRows> WriteAsync(ExportSource source, Stream output, CancellationToken cancellationToken)
    {
        var forward = new ForwardStream(output);
        // Not disposed when it breaks off: a workbook without its end opens in no program.
        var book = await Spreadsheet.CreateNewAsync(
            forward,
            new SpreadCheetahOptions
            {
                CompressionLevel = SpreadCheetahCompressionLevel.Fastest,
                PreserveStringWhitespace = true,
                BufferSize = 1 << 16,
            },
            cancellationToken);
        var cells = new SheetCells(book, source.Plan, MostRows);
        var table = await source.RowsAsync(cells, cancellationToken);
        await cells.EndAsync(cancellationToken);
        await WriteAsync(book, "Codeboek", CodebookFiles.Records(source.Codebook), cancellationToken);
        await WriteAsync(book, "Tellingen", Counted(source, cells.Counts), cancellationToken);
        await WriteAsync(book, "Over dit bestand", About(source, table), cancellationToken);
        await book.FinishAsync(cancellationToken);
        await book.DisposeAsync();
        await forward.FlushAsync(cancellationToken);
        return WrittenRows.Of(table);
    }

    private static async Task WriteAsync(
        Spreadsheet book, string name, IEnumerable<IReadOnlyList<string>> rows, CancellationToken cancellationToken)
    {
        await book.StartWorksheetAsync(name, new WorksheetOptions { FrozenRows = 1 }, cancellationToken);
        foreach (var row in rows)
        {
            await book.AddRowAsync(row.Select(CellOf).ToArray(), cancellationToken);
        }
    }

    private static DataCell CellOf(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && text.Length < 15
            ? new DataCell(number)
            : new DataCell(SheetText.Of(System.Text.Encoding.UTF8.GetBytes(text)));

    /// <summary>Each value that a column can have, also the ones that nobody gave.</summary>
    private static IEnumerable<IReadOnlyList<string>> Counted(ExportSource source, SheetCounts counts)
    {
        yield return ["kolom", "vraag", "waarde", "betekenis", "aantal"];
        foreach (var (column, explained) in source.Codebook.Columns.Index()
            .Where(column => source.Plan.Columns[column.Index].Type == ColumnType.Code))
        {
            foreach (var value in explained.Versions.SelectMany(version => version.Values)
                .GroupBy(value => value.Value, StringComparer.Ordinal))
            {
                if (long.TryParse(value.Key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code)
                    && counts.Of(column, code) is { } count)
                {
                    yield return
                    [
                        explained.Name, explained.Question ?? "", value.Key, value.Last().Meaning,
                        count.ToString(CultureInfo.InvariantCulture),
                    ];
                }
            }
        }
    }

    private static IEnumerable<IReadOnlyList<string>> About(ExportSource source, ResponseTable table)
    {
        yield return ["Over", "Uitleg"];
        yield return ["Raadpleging", source.Codebook.Title];
        if (source.Life.IsMadeUp)
        {
            yield return ["Let op", "Geen mens gaf deze antwoorden: dit is een proef of een voorbeeld."];
        }

        yield return ["Gemaakt op", Amsterdam.DayOf(source.Made).ToString("dd-MM-yyyy", CultureInfo.InvariantCulture)];
        yield return ["Gekozen antwoorden", source.Request.Filters.ToString()];
        yield return ["Gebruikt voor", source.Request.Purpose];
        yield return ["Aantal antwoorden", table.Rows.ToString(CultureInfo.InvariantCulture)];
        if (table.Damaged > 0)
        {
            yield return ["Niet te lezen", table.Damaged.ToString(CultureInfo.InvariantCulture)];
        }

        if (source.Previous is { } since)
        {
            yield return ["Ingetrokken sinds uw vorige bestand", since.Withdrawn.ToString(CultureInfo.InvariantCulture)];
        }

        yield return ["Tijd", "De kolom uur is in UTC. In Nederland is het een of twee uur later."];
        yield return ["Lange tekst", $"Een cel heeft plaats voor {SheetText.Longest} tekens. Een langere tekst is afgekapt."];
        yield return ["Veel antwoorden", "Past niet alles op een blad? Dan gaat het verder op het volgende blad."];
        yield return ["Bewaren", "Bewaar dit bestand veilig. Wis het als u klaar bent."];
    }
}
