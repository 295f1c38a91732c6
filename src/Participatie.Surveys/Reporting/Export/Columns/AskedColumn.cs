using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Language;

namespace Participatie.Surveys.Reporting.Export.Columns;

/// <summary>What a column of a question asks, as each version that has it words it: the newest last.</summary>
/// <param name="Number">Of the version.</param>
/// <param name="Question">As the version asks it.</param>
/// <param name="Text">The question, and the choice or statement that the column is about.</param>
public sealed record AskedColumn(int Number, Question Question, string Text)
{
    /// <summary>What stands behind the words of the question.</summary>
    public string About => Text[Question.Text.Dutch.Length..];

    /// <returns>Nothing for the columns in front and for the order in which choices were shown.</returns>
    public static IReadOnlyList<AskedColumn> Of(ExportPlan plan, ExportColumn column) =>
        column is not { Group: { } asked, Part: { } part }
            ? []
            :
            [
                .. from version in plan.Versions
                   let question = ExportPlan.Asked(version, asked)
                   where question is not null && asked.Report.Parts(question).Contains(part, StringComparer.Ordinal)
                   select new AskedColumn(version.Number, question, asked.Report.Describe(question, part)),
            ];

    /// <summary>In characters as people count them, of a column with typed text: the most that any version takes.</summary>
    public static int LongestText(IReadOnlyList<AskedColumn> asked) =>
        asked.Max(version => version.Question is WrittenQuestion written ? written.MaxLength : Choice.LongestOther);
}
