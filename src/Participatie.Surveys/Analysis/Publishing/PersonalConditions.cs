using Participatie.Surveys.Analysis.Tallies;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Analysis.Publishing;

/// <summary>
/// How many people saw a conditional question says how many gave the answers that it depends on. Where these are about the person, it is
/// shown only when they are shown themselves, and of the same people: subtracting the two leaves nobody, or many.
/// </summary>
internal static class PersonalConditions
{
    /// <summary>Hides questions whose condition is hidden.</summary>
    /// <param name="tables">Of one population, in the order of the questions: a condition names an earlier one.</param>
    public static void Hide(Dictionary<string, QuestionTable> tables)
    {
        // Until nothing changes: an older version may have asked the two in another order.
        while (tables.Values.FirstOrDefault(table => table.IsShown && !IsSafe(table, tables)) is { } unsafeTable)
        {
            tables[unsafeTable.Asked.Key] = unsafeTable with { Hidden = null };
        }
    }

    /// <summary>
    /// The cells of the source question whose people see the other one; null when one person may be in several, so that they do not add up.
    /// </summary>
    public static IReadOnlyList<string>? Cells(Question source, Condition condition) =>
        KindTally.All.For(source).CellsOf(source, condition);

    private static bool IsSafe(QuestionTable table, Dictionary<string, QuestionTable> tables)
    {
        if (!table.Asked.IsPersonal || table.Asked.Question.ShowWhen is not { } condition)
        {
            return !table.Asked.IsPersonal || table.Asked.HasOneCondition;
        }

        var sources = tables.Values.Where(known => known.Asked.Question.Id == condition.Question).ToList();
        return sources.TrueForAll(source => !source.Asked.IsPersonal)
            || (table.Asked.HasOneCondition
                && sources is [var only]
                && Cells(only.Asked.Question, condition) is { } cells
                && cells.All(only.Shows)
                && !Suppression.IsSmallChange(cells.Sum(cell => only.Table.Value(cell)) - table.Table.Seen()));
    }
}
