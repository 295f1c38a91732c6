using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Reporting.Export.Columns;

/// <summary>Writes one group of columns for the responses of one version, whether that version asks the question or not.</summary>
public sealed class GroupWriter
{
    private readonly AnswerWriter? _answer;
    private readonly OrderColumn? _order;
    private readonly Cells _cells;
    private readonly SameCells _notInVersion;

    public GroupWriter(Question? asked, ColumnGroup group, Cells cells)
    {
        _cells = cells;
        _answer = asked is null ? null : group.Report.Writer(asked, group, cells);
        _order = group.OrderName is not null && asked is IRotates rotates ? new OrderColumn(rotates, group, cells) : null;
        _notInVersion = cells.Prepare(group.First, Enumerable.Repeat(group.Codes[MissingCode.NotInVersion], group.Width));
    }

    /// <param name="value">The raw answer; empty when the document has none.</param>
    /// <param name="rotation">Of the response.</param>
    public void Write(ReadOnlySpan<byte> value, int rotation)
    {
        if (_answer is null)
        {
            _cells.Same(_notInVersion);
            return;
        }

        _answer.Write(value);
        _order?.Write(!value.IsEmpty, rotation);
    }
}
