namespace Participatie.Surveys.Reporting.Export;

/// <summary>A line of CSV for each response. <see cref="CsvCells.Head"/> comes before them.</summary>
public sealed class WideCsv(bool semicolons, Stream target) : CsvCells(semicolons, target)
{
    private readonly HourText _hours = new();

    public override void Number(int column, long value)
    {
        Begin(column);
        Put(value);
    }

    public override void Amount(int column, ReadOnlySpan<byte> number)
    {
        Begin(column);
        PutAmount(number);
    }

    public override void Id(int column, ReadOnlySpan<byte> id)
    {
        Begin(column);
        Output.Append(id);
    }

    public override void Hour(int column, long hour)
    {
        Begin(column);
        Output.Append(_hours.Of(hour));
    }

    public override void Text(int column, ReadOnlySpan<byte> json)
    {
        Begin(column);
        PutText(json);
    }

    public override void EndRow() => Output.Append("\r\n"u8);

    public override SameCells Prepare(int firstColumn, IEnumerable<long> values)
    {
        var all = values.ToArray();
        return new SameCells(firstColumn, all)
        {
            Written = [.. all.Index().SelectMany(cell => (byte[])
                [.. firstColumn + cell.Index > 0 ? [Separator] : (byte[])[], .. Digits(cell.Item)])],
        };
    }

    public override void Same(SameCells cells) => Output.Append(cells.Written);

    private void Begin(int column)
    {
        // Most cells are one digit: copying a comma as a span would take longer than the digit.
        if (column > 0)
        {
            Output.Append(Separator);
        }
    }
}
