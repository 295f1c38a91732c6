using System.Buffers.Text;
using System.Globalization;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Analysis.Tallies;

/// <summary>How often each number was given.</summary>
public sealed class NumberTally : QuestionTally
{
    private readonly int _min;
    private readonly int _max;

    public NumberTally(NumberQuestion question)
        : base(question.Id, question.Kind)
    {
        (_min, _max) = (question.Min, question.Max);
        AddCells(Enumerable.Range(_min, _max - _min + 1).Select(Number));
        ForPublic = PublicCells.AnsweredOnly with
        {
            Measured = [new MeasuredCells(question.Id, [.. Enumerable.Range(_min, _max - _min + 1).Select(number => (number, Number(number)))])],
        };
    }

    public override PublicCells ForPublic { get; }

    public override int MostHits => 2;

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    protected override int CountOwn(ReadOnlySpan<byte> answer, Span<int> hits)
    {
        if (!Utf8Parser.TryParse(answer, out int number, out _) || number < _min || number > _max)
        {
            throw Damaged();
        }

        hits[0] = Own + number - _min;
        return 1;
    }
}
