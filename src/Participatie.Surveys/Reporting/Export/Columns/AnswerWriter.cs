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
        var offered = group.Kind.Parts(question).ToHashSet(StringComparer.Ordinal);
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
        else if (value is [(byte)'"', (byte)'$', ..])
        {
            cells.Ready(Reason(value[1..^1]));
        }
        else
        {
            WriteAnswer(value, cells);
        }
    }

    private protected abstract void WriteAnswer(ReadOnlySpan<byte> value, Cells cells);

    // "$skipped", "$dontknow" or "$rathernot": the letter behind the sign tells them apart.
    private byte[] Reason(ReadOnlySpan<byte> reason) => (char)reason[1] switch
    {
        's' => _skipped,
        'd' => _dontKnow,
        'r' => _ratherNot,
        _ => throw new InvalidOperationException("A document holds a reason that is not one of the answers document's."),
    };
}
