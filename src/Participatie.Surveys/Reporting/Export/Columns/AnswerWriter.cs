using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Reporting.Export.Columns;

/// <summary>Writes the cells of one question for the responses of one version.</summary>
public abstract class AnswerWriter
{
    private readonly SameCells _notShown;
    private readonly SameCells _skipped;
    private readonly SameCells _dontKnow;
    private readonly SameCells _ratherNot;

    /// <param name="question">As the version asks it.</param>
    /// <param name="group">Its columns.</param>
    /// <param name="cells">Where they go.</param>
    protected AnswerWriter(Question question, ColumnGroup group, Cells cells)
    {
        Cells = cells;
        var offered = group.Report.Parts(question).ToHashSet(StringComparer.Ordinal);
        _notShown = Ready(MissingCode.NotShown);
        _skipped = Ready(MissingCode.Skipped);
        _dontKnow = Ready(MissingCode.DontKnow);
        _ratherNot = Ready(MissingCode.RatherNot);

        SameCells Ready(MissingCode code) => cells.Prepare(group.First, group.Parts.Select(part =>
            group.Codes[offered.Contains(part) ? code : MissingCode.NotInVersion]));
    }

    private protected Cells Cells { get; }

    /// <param name="value">The raw answer out of the document; empty when there is none.</param>
    public void Write(ReadOnlySpan<byte> value)
    {
        if (value.IsEmpty)
        {
            Cells.Same(_notShown);
        }
        else if (CanonicalReader.IsPassedOver(value))
        {
            Cells.Same(Ready(CanonicalReader.ReasonIn(value)));
        }
        else
        {
            WriteAnswer(value);
        }
    }

    private protected abstract void WriteAnswer(ReadOnlySpan<byte> value);

    private SameCells Ready(Reason? reason) => reason switch
    {
        Reason.Skipped => _skipped,
        Reason.DontKnow => _dontKnow,
        Reason.RatherNot => _ratherNot,
        _ => throw new InvalidOperationException("A document holds a reason that is not one of the answers document's."),
    };
}
