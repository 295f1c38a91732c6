namespace Participatie.Surveys.Reporting.Export.Columns;

/// <summary>
/// Where a format keeps one type in a column, the code of why there is no answer stands in a column of its own behind it. Their names are
/// given after all others and alike in each format, so they change none.
/// </summary>
public static class CodeColumns
{
    private const string Behind = "code";

    /// <summary>By the number of the column that it belongs to: texts, and numbers that are meant as numbers.</summary>
    public static IReadOnlyDictionary<int, string> Of(ExportPlan plan)
    {
        var names = new ColumnNames(plan.Names);
        return plan.Columns.Index()
            .Where(column => column.Item is { Group: not null, Type: ColumnType.Text or ColumnType.Whole or ColumnType.Fractional })
            .ToDictionary(column => column.Index, column => names.For(column.Item.Name, Behind));
    }
}
