using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;

namespace Participatie.Surveys.Reporting.Export.Columns;

/// <summary>
/// Which columns an export has: the fixed ones, then each question of the first version in its order, then what later versions
/// brought. So the same versions always give the same columns, and a new version leaves the names of the old ones.
/// </summary>
public sealed class ExportPlan
{
    public ExportPlan(IReadOnlyList<PublishedVersion> versions)
    {
        Versions = versions;
        var names = new ColumnNames(FixedColumns.Names);
        var groups = new List<ColumnGroup>();
        foreach (var question in versions.SelectMany(version => version.Definition.Numbered))
        {
            var group = groups.Find(group => IsOf(group, question));
            if (group is null)
            {
                group = new ColumnGroup(question);
                groups.Add(group);
            }

            group.Include(question, names);
        }

        var first = FixedColumns.Names.Count;
        foreach (var group in groups)
        {
            group.First = first;
            first += group.Width;
        }

        Groups = groups;
    }

    public IReadOnlyList<PublishedVersion> Versions { get; }

    public IReadOnlyList<ColumnGroup> Groups { get; }

    public IReadOnlyList<ExportColumn> Columns =>
    [
        .. FixedColumns.Names.Select((name, column) => new ExportColumn(name, FixedColumns.ColumnTypeOf(column), Group: null, Part: null)),
        .. Groups.SelectMany(ColumnsOf),
    ];

    public IReadOnlyList<string> Names => [.. Columns.Select(column => column.Name)];

    /// <summary>The question of that version whose answers are in the group; null when the version does not ask it.</summary>
    public static Question? Asked(PublishedVersion version, ColumnGroup group) =>
        version.Definition.Numbered.FirstOrDefault(question => IsOf(group, question));

    private static IEnumerable<ExportColumn> ColumnsOf(ColumnGroup group)
    {
        for (var part = 0; part < group.Parts.Count; part++)
        {
            yield return new ExportColumn(group.Names[part], group.Types[part], group, group.Parts[part]);
        }

        if (group.OrderName is { } order)
        {
            yield return new ExportColumn(order, ColumnType.Id, group, Part: null);
        }
    }

    private static bool IsOf(ColumnGroup group, Question question) =>
        group.Question == question.Id && group.Kind == question.Kind;
}
