using System.Buffers.Text;

namespace Participatie.Surveys.Reporting.Export.Spss;

/// <summary>The rows of an export as those of an SPSS file.</summary>
internal sealed class SpssCells : WrittenCells
{
    /// <summary>SPSS counts seconds from the day on which the calendar of now began, 14 October 1582.</summary>
    private const long FirstHour = 12_219_379_200 / 3600;

    private readonly SpssRows _rows = new();
    private readonly TypedText _typed = new();
    private readonly IReadOnlyList<SpssVariable> _variables;
    private readonly int[] _widths;
    private readonly bool[] _isTyped;

    public SpssCells(SpssPlan plan, Stream target)
        : base(target)
    {
        _variables = plan.Dictionary.Variables;
        _widths = [.. plan.Widths];
        _isTyped = [.. plan.Types.Select(type => type == Columns.ColumnType.Text)];
        Output.Append(SpssHead.Of(plan.Dictionary));
    }

    public override void BeginRow(int version)
    {
        base.BeginRow(version);
        // What a damaged response left.
        _rows.TakeRowBack();
    }

    public override void Number(int column, long value)
    {
        var width = _widths[column];
        if (width == 0)
        {
            _rows.Number(value);
        }
        else if (_isTyped[column])
        {
            _rows.Text(default, width);
            _rows.Number(value);
        }
        else
        {
            Span<byte> text = stackalloc byte[20];
            Utf8Formatter.TryFormat(value, text, out var length);
            _rows.Text(text[..length], width);
        }
    }

    public override void Amount(int column, ReadOnlySpan<byte> number) =>
        _rows.Number(Utf8Parser.TryParse(number, out double value, out var read) && read == number.Length
            ? value
            : throw new InvalidOperationException("A document has a number that is none."));

    public override void Id(int column, ReadOnlySpan<byte> id) => _rows.Text(id, _widths[column]);

    public override void Hour(int column, long hour) => _rows.Number((hour + FirstHour) * 3600.0);

    public override void Text(int column, ReadOnlySpan<byte> json)
    {
        var text = _typed.Of(json);
        var fits = SpssText.Fitting(text, _widths[column]);
        _rows.Text(text[..fits], _widths[column]);
        _rows.Number(fits < text.Length ? SpssPlan.WrittenAndCut : SpssPlan.Written);
    }

    public override void EndRow() => _rows.EndRow(Output);

    /// <summary>Nothing more follows; what was written has to be handed on.</summary>
    /// <param name="missing">
    /// Rows that were promised and are not there, because somebody withdrew meanwhile or what is stored cannot be read: they stay empty.
    /// </param>
    public void Finish(long missing)
    {
        _rows.TakeRowBack();
        for (; missing > 0; missing--)
        {
            foreach (var variable in _variables)
            {
                if (variable.IsText)
                {
                    _rows.Text(default, variable.Width);
                }
                else
                {
                    _rows.Nothing();
                }
            }

            _rows.EndRow(Output);
        }

        _rows.End(Output);
    }
}
