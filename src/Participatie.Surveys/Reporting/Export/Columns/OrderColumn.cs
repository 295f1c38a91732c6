using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Reporting.Export.Columns;

/// <summary>The order in which one version showed the choices, made ready for each start of the rotation.</summary>
public sealed class OrderColumn
{
    private readonly byte[][] _byStart;
    private readonly byte[] _notShown;

    public OrderColumn(IRotates question, ColumnGroup group, RowFormat format)
    {
        var column = group.First + group.Parts.Count;
        _byStart = [.. Enumerable.Range(0, Rotation.Turning(question)).Select(start =>
            format.Ready(column, [format.Quoted(string.Join('|', Rotation.Order(question, start).Select(choice => choice.Id)))]))];
        _notShown = format.Ready(column, [group.Codes.Text(MissingCode.NotShown)]);
    }

    public void Write(bool shown, int rotation, Cells cells) => cells.Ready(shown ? _byStart[rotation % _byStart.Length] : _notShown);
}
