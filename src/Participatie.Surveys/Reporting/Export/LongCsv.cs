using System.Text;
using Participatie.Surveys.Reporting.Export.Columns;

namespace Participatie.Surveys.Reporting.Export;

/// <summary>
/// A line of CSV for each response and each column of a question. What is known of the response itself stands in the other file, by the same
/// number of the response; which question and which choice a column is about stands in the codebook. 33 million lines of a million responses
/// had better be short.
/// </summary>
public sealed class LongCsv : CsvCells
{
    private readonly byte[][] _about;
    private readonly byte[] _id = new byte[32];
    private readonly int _first = FixedColumns.Names.Count;
    private long _rowLines;

    public LongCsv(ExportPlan plan, bool semicolons, Stream target)
        : base(semicolons, target) => _about =
    [
        .. plan.Names.Select(name => Encoding.UTF8.GetBytes($"{(char)Separator}{name}{(char)Separator}")),
    ];

    public static CodebookFile Columns { get; } = CodebookFile.Of(
        Packing.PackageNames.Long,
        ("antwoord", "Willekeurig nummer van deze antwoorden, hetzelfde als in het andere bestand"),
        ("kolom", "De kolom van het andere bestand"),
        ("waarde", "Wat daar staat"));

    public long Lines { get; private set; }

    public static byte[] Head(bool semicolons) => Head(Columns.Names, semicolons);

    public override void BeginRow(int version)
    {
        base.BeginRow(version);
        _rowLines = 0;
    }

    public override void Number(int column, long value)
    {
        if (Begin(column))
        {
            Put(value);
            End();
        }
    }

    public override void Amount(int column, ReadOnlySpan<byte> number)
    {
        if (Begin(column))
        {
            PutAmount(number);
            End();
        }
    }

    public override void Id(int column, ReadOnlySpan<byte> id)
    {
        if (column == 0)
        {
            id.CopyTo(_id);
        }
        else if (Begin(column))
        {
            Output.Append(id);
            End();
        }
    }

    public override void Hour(int column, long hour)
    {
        // Known of the response, not of a question.
    }

    public override void Text(int column, ReadOnlySpan<byte> json)
    {
        if (Begin(column))
        {
            PutText(json);
            End();
        }
    }

    public override void EndRow() => Lines += _rowLines;

    public override SameCells Prepare(int firstColumn, IEnumerable<long> values)
    {
        var all = values.ToArray();
        return new SameCells(firstColumn, all)
        {
            WrittenEach = [.. all.Index().Select(cell => (byte[])[.. _about[firstColumn + cell.Index], .. Digits(cell.Item), .. "\r\n"u8])],
        };
    }

    public override void Same(SameCells cells)
    {
        foreach (var line in cells.WrittenEach)
        {
            Output.Append(_id);
            Output.Append(line);
        }

        _rowLines += cells.WrittenEach.Length;
    }

    private bool Begin(int column)
    {
        if (column < _first)
        {
            return false;
        }

        Output.Append(_id);
        Output.Append(_about[column]);
        return true;
    }

    private void End()
    {
        Output.Append("\r\n"u8);
        _rowLines++;
    }
}
