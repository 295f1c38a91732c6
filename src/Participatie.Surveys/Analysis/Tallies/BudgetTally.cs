using System.Globalization;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Analysis.Tallies;

/// <summary>How often each choice got each amount: from nothing to everything, by the question's step.</summary>
public sealed class BudgetTally : QuestionTally
{
    private readonly int _choices;
    private readonly int _total;
    private readonly int _step;
    private readonly int _amounts;

    public BudgetTally(BudgetQuestion question)
        : base(question.Id, string.Create(CultureInfo.InvariantCulture, $"{question.Kind} {question.Total}/{question.Step}"))
    {
        (_choices, _total, _step) = (question.Offered.Count, question.Total, question.Step);
        _amounts = (_total / _step) + 1;
        AddCells(question.Offered.SelectMany(_ => Enumerable.Range(0, _amounts), (choice, steps) => Amount(choice.Id, steps * _step)));
        ForPublic = PublicCells.AnsweredOnly with
        {
            Measured = [.. question.Offered.Select(choice => new MeasuredCells(
                choice.Id, [.. Enumerable.Range(0, _amounts).Select(steps => ((long)steps * _step, Amount(choice.Id, steps * _step)))]))],
        };
    }

    public override PublicCells ForPublic { get; }

    public override int MostHits => 1 + Math.Max(1, _choices);

    public static string Amount(string choice, int amount) => string.Create(CultureInfo.InvariantCulture, $"{choice}={amount}");

    protected override int CountOwn(ReadOnlySpan<byte> answer, Span<int> hits)
    {
        var count = 0;
        while (CanonicalReader.NextElement(ref answer, out var element))
        {
            if (count == _choices
                || !CanonicalReader.TryUnits(element, decimals: 0, out var amount)
                || amount < 0
                || amount > _total
                || amount % _step != 0)
            {
                throw Damaged();
            }

            hits[count] = Own + (count * _amounts) + (int)(amount / _step);
            count++;
        }

        return count;
    }
}

internal sealed class BudgetTallies : KindTally<BudgetQuestion>
{
    protected override QuestionTally TallyOf(BudgetQuestion question) => new BudgetTally(question);

    protected override BudgetQuestion Join(BudgetQuestion newer, BudgetQuestion older) =>
        newer with { Offered = Union(newer.Offered, older.Offered) };
}
