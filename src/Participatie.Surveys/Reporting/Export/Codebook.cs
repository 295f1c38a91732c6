using Participatie.Surveys.Reporting.Export.Columns;

namespace Participatie.Surveys.Reporting.Export;

/// <summary>What each column asks and what each value in it means, for each version of the questions.</summary>
public sealed record Codebook(string Consultation, string Title, IReadOnlyList<CodebookColumn> Columns)
{
    /// <summary>The other tables that go with it.</summary>
    public IReadOnlyList<CodebookFile> Others { get; init; } = [];

    public static Codebook Of(ExportPlan plan)
    {
        var newest = plan.Versions[^1].Definition;
        return new Codebook(newest.Slug, newest.Title.Dutch, [.. Fixed(plan), .. plan.Groups.SelectMany(group => Asked(plan, group))]);
    }

    private static IEnumerable<CodebookColumn> Fixed(ExportPlan plan) => FixedColumns.Names.Select((name, column) => new CodebookColumn(
        name,
        Question: null,
        Kind: null,
        [.. plan.Versions.Select(version => new CodebookVersion(
            version.Number, FixedColumns.About(column), [.. FixedColumns.Values(column).Select(CodebookValue.Answer)]))]));

    private static IEnumerable<CodebookColumn> Asked(ExportPlan plan, ColumnGroup group)
    {
        for (var part = 0; part < group.Parts.Count; part++)
        {
            yield return new CodebookColumn(
                group.Names[part],
                group.Question,
                group.Kind,
                [.. plan.Versions.Select(version => CodebookVersion.Of(version, group, group.Parts[part]))])
            {
                Choice = group.Report.ChoiceOf(group.Parts[part]),
            };
        }

        if (group.OrderName is { } order)
        {
            yield return new CodebookColumn(
                order, group.Question, group.Kind, [.. plan.Versions.Select(version => CodebookVersion.OfOrder(version, group))]);
        }
    }
}

/// <param name="Name">The column's name in the file.</param>
/// <param name="Question">Id of its question; null for the columns in front.</param>
/// <param name="Kind">Of the question.</param>
/// <param name="Versions">What it means in each version.</param>
public sealed record CodebookColumn(string Name, string? Question, string? Kind, IReadOnlyList<CodebookVersion> Versions)
{
    /// <summary>Id of the choice or statement that it is about; null when it is about the whole question.</summary>
    public string? Choice { get; init; }
}
