using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Reporting.Export.Columns;

/// <summary>Writes one group of columns for the responses of one version, whether that version asks the question or not.</summary>
public sealed class GroupWriter
{
    private readonly AnswerWriter? _answer;
    private readonly OrderColumn? _order;
    private readonly byte[] _notInVersion;

    public GroupWriter(Question? asked, ColumnGroup group, RowFormat format)
    {
        _answer = asked is null ? null : group.Report.Writer(asked, group, format);
        _order = group.OrderName is not null && asked is IRotates rotates ? new OrderColumn(rotates, group, format) : null;
        _notInVersion = format.Ready(group.First, Enumerable.Repeat(group.Codes.Text(MissingCode.NotInVersion), group.Width));
    }

    /// <param name="value">The raw answer; empty when the document has none.</param>
    /// <param name="rotation">Of the response.</param>
    /// <param name="cells">Where it goes.</param>
    public void Write(ReadOnlySpan<byte> value, int rotation, Cells cells)
    {
        if (_answer is null)
        {
            cells.Ready(_notInVersion);
            return;
        }

        _answer.Write(value, cells);
        _order?.Write(!value.IsEmpty, rotation, cells);
    }
}
