namespace Participatie.Surveys.Reporting.Export;

/// <summary>
/// Takes the cells of rows, one row after the other and each cell in the order of its column: every format is one of these. No strings
/// and no objects: a million rows pass through here.
/// </summary>
public abstract class Cells
{
    /// <param name="version">Of the questions that the response answered.</param>
    public abstract void BeginRow(int version);

    /// <summary>A whole number: what somebody gave, the code of a choice, or the code of why there is no answer.</summary>
    public abstract void Number(int column, long value);

    /// <summary>A number as it was typed.</summary>
    /// <param name="column">Where it goes.</param>
    /// <param name="number">In JSON, with a point before decimals and no exponent.</param>
    public abstract void Amount(int column, ReadOnlySpan<byte> number);

    /// <summary>Letters, digits, hyphens and bars of ours: nothing in it needs an escape.</summary>
    public abstract void Id(int column, ReadOnlySpan<byte> id);

    /// <param name="column">Where it goes.</param>
    /// <param name="hour">Whole hours since 1970, UTC.</param>
    public abstract void Hour(int column, long hour);

    /// <summary>What somebody typed.</summary>
    /// <param name="column">Where it goes.</param>
    /// <param name="json">A JSON string with its quotes; see <see cref="TypedText"/>.</param>
    public abstract void Text(int column, ReadOnlySpan<byte> json);

    public abstract void EndRow();

    /// <summary>The row that was begun is damaged: nothing of it stays.</summary>
    public abstract void DropRow();

    /// <summary>After each range of responses: the moment to write what was gathered.</summary>
    public abstract ValueTask HandOnAsync(CancellationToken cancellationToken);

    /// <summary>Whole numbers beside each other that are the same in many rows.</summary>
    public virtual SameCells Prepare(int firstColumn, IEnumerable<long> values) => new(firstColumn, [.. values]);

    public virtual void Same(SameCells cells)
    {
        for (var place = 0; place < cells.Values.Length; place++)
        {
            Number(cells.FirstColumn + place, cells.Values[place]);
        }
    }
}

/// <param name="firstColumn">Where they begin.</param>
/// <param name="values">One for each column from there.</param>
public sealed class SameCells(int firstColumn, long[] values)
{
    public int FirstColumn => firstColumn;

    public long[] Values => values;

    /// <summary>As a format of text writes them.</summary>
    public byte[] Written { get; init; } = [];

    /// <summary>The same, each by itself.</summary>
    public byte[][] WrittenEach { get; init; } = [];
}
