using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Reporting.Export.Columns;

/// <summary>Writes the cells of one question for the responses of one version.</summary>
public abstract class AnswerWriter
{
    private readonly byte[] _notShown;
    private readonly byte[] _skipped;
    private readonly byte[] _dontKnow;
    private readonly byte[] _ratherNot;

    protected AnswerWriter(Question question, ColumnGroup group, RowFormat format)
    {
        var offered = group.Report.Parts(question).ToHashSet(StringComparer.Ordinal);
        _notShown = Ready(MissingCode.NotShown);
        _skipped = Ready(MissingCode.Skipped);
        _dontKnow = Ready(MissingCode.DontKnow);
        _ratherNot = Ready(MissingCode.RatherNot);

        byte[] Ready(MissingCode code) => format.Ready(group.First, group.Parts.Select(part =>
            group.Codes.Text(offered.Contains(part) ? code : MissingCode.NotInVersion)));
    }

    /// <param name="value">The raw answer out of the document; empty when there is none.</param>
    /// <param name="cells">Where it goes.</param>
    public void Write(ReadOnlySpan<byte> value, Cells cells)
    {
        if (value.IsEmpty)
        {
            cells.Ready(_notShown);
        }
        else if (CanonicalReader.IsPassedOver(value))
        {
            cells.Ready(Ready(CanonicalReader.ReasonIn(value)));
        }
        else
        {
            WriteAnswer(value, cells);
        }
    }

    private protected abstract void WriteAnswer(ReadOnlySpan<byte> value, Cells cells);

    private byte[] Ready(Reason? reason) => reason switch
    {
        Reason.Skipped => _skipped,
        Reason.DontKnow => _dontKnow,
        Reason.RatherNot => _ratherNot,
        _ => throw new InvalidOperationException("A document holds a reason that is not one of the answers document's."),
    };
}
