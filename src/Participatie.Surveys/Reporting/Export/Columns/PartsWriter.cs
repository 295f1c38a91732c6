using System.Text;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Reporting.Export.Columns;

/// <summary>
/// One column for each choice or statement: starts from what a part has when the answer does not name it, and fills in the rest.
/// </summary>
public abstract class PartsWriter : AnswerWriter
{
    private readonly int _first;
    private readonly long[] _unnamed;
    private readonly byte[][] _ids;
    private readonly int[] _offered;

    /// <param name="unnamed">The value of a part that the answer does not name.</param>
    protected PartsWriter(Question question, ColumnGroup group, Cells cells, long unnamed)
        : base(question, group, cells)
    {
        var offered = group.Report.Parts(question).ToList();
        _first = group.First;
        _offered = [.. offered.Select(part => group.ColumnOf(part) - group.First)];
        _unnamed =
        [
            .. group.Parts.Select(part => offered.Contains(part, StringComparer.Ordinal) ? unnamed : group.Codes[MissingCode.NotInVersion])
        ];
        _ids = [.. group.Parts.Select(Encoding.UTF8.GetBytes)];
    }

    private protected sealed override void WriteAnswer(ReadOnlySpan<byte> value)
    {
        Span<long> values = stackalloc long[_unnamed.Length];
        _unnamed.CopyTo(values);
        var elements = ElementsOf(value);
        for (var place = 0; CanonicalReader.NextElement(ref elements, out var element); place++)
        {
            Take(place, element, values);
        }

        for (var part = 0; part < values.Length; part++)
        {
            WritePart(_first + part, values[part], value);
        }
    }

    /// <summary>The list in the answer.</summary>
    private protected virtual ReadOnlySpan<byte> ElementsOf(ReadOnlySpan<byte> answer) => answer;

    /// <param name="place">Of the element in the answer, from 0.</param>
    /// <param name="element">An id or a number.</param>
    /// <param name="values">One for each column.</param>
    private protected abstract void Take(int place, ReadOnlySpan<byte> element, Span<long> values);

    private protected virtual void WritePart(int column, long value, ReadOnlySpan<byte> answer) => Cells.Number(column, value);

    /// <summary>The column of the part with that id.</summary>
    private protected int Named(ReadOnlySpan<byte> id)
    {
        for (var part = 0; part < _ids.Length; part++)
        {
            if (id.SequenceEqual(_ids[part]))
            {
                return part;
            }
        }

        throw new InvalidOperationException($"A document names {Encoding.UTF8.GetString(id)}, which its version does not offer.");
    }

    /// <summary>The column of the part at that place in the version's definition.</summary>
    private protected int Offered(int place) => _offered[place];
}
