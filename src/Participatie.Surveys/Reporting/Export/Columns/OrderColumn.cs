using System.Text;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Reporting.Export.Columns;

/// <summary>The order in which one version showed the choices, made ready for each start of the rotation.</summary>
public sealed class OrderColumn(IRotates question, ColumnGroup group, Cells cells)
{
    private readonly byte[][] _byStart =
    [
        .. Enumerable.Range(0, Rotation.Turning(question))
            .Select(start => Encoding.UTF8.GetBytes(string.Join('|', Rotation.Order(question, start).Select(choice => choice.Id)))),
    ];

    private readonly int _column = group.First + group.Parts.Count;
    private readonly long _notShown = group.Codes[MissingCode.NotShown];

    public void Write(bool shown, int rotation)
    {
        if (shown)
        {
            cells.Id(_column, _byStart[rotation % _byStart.Length]);
        }
        else
        {
            cells.Number(_column, _notShown);
        }
    }
}
