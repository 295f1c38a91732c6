namespace Participatie.Surveys.Analysis.Publishing;

/// <summary>
/// One question by the groups of one dimension, with whole groups and whole cells left out until nothing can be worked out. What is shown
/// is a full rectangle, so that all that can be computed about the rest are sums: of a shown group's hidden cells, of a shown cell's hidden
/// groups, and of both. Each such sum is over at least two and reaches the threshold; the bounds of a table with known margins (Fréchet
/// 1940) then give room to each hidden count.
/// </summary>
internal sealed class BreakdownTable
{
    private readonly PublicTable _table;
    private readonly Dictionary<int, long> _sizes;
    private readonly List<int> _groups;
    private readonly List<string> _cells;
    private readonly IReadOnlyList<string> _overlapping;
    private readonly Func<string, long> _total;
    private readonly bool _everybodySawIt;

    /// <param name="question">In all groups together, as published.</param>
    /// <param name="sizes">How many responses each group of the dimension has, by its place in <see cref="Breakdowns.Names"/>.</param>
    /// <param name="shown">The groups whose size may be known.</param>
    public BreakdownTable(QuestionTable question, Dictionary<int, long> sizes, IEnumerable<int> shown)
    {
        (_table, _sizes, _overlapping) = (question.Table, sizes, question.Table.Cells.Overlapping);
        _everybodySawIt = sizes.All(size => size.Value == Seen(size.Key));
        _total = cell => question.Shows(cell) ? _table.Value(cell) : long.MaxValue;
        _cells = [.. _table.All.Where(question.Shows)];
        _groups = [.. shown.Where(IsLarge)];
        while (HideOne())
        {
        }
    }

    /// <summary>Places in <see cref="Breakdowns.Names"/>.</summary>
    public IReadOnlyList<int> Groups => _groups.Count > 1 && (_cells.Count > 0 || MeasuredIds.Count > 0) ? _groups : [];

    public bool Shows(string cell) => _cells.Contains(cell);

    public long Value(string cell, int group) => _table.Value(cell, group);

    public long Seen(int group) => _table.Seen(group);

    public PublishedGroup ToPublished(int group) => new(
        _table.Breakdowns.Names[group].Split('=')[1],
        Seen(group),
        [.. _cells.Select(cell => new PublishedCell(cell, Value(cell, group)))],
        [.. Measures.Of(_table, isProtected: true, group).Where(measure => MeasuredIds.Contains(measure.Id))]);

    // Of all groups or of none; the others have what is left of everybody's mean, so they must not all have given one answer either.
    private List<string> MeasuredIds => _table.MeasuresTell(_cells.Contains) ? [] : [.. _table.Cells.Measured
        .Where(
            measured =>
                _groups.TrueForAll(group => Measures.Of(_table, isProtected: true, group).Any(measure => measure.Id == measured.Id)))
        .Where(measured => _table.Histogram(measured, HiddenGroups) is not { Total: > 0, IsUniform: true })
        .Select(measured => measured.Id)];

    private IEnumerable<int> HiddenGroups => _sizes.Keys.Where(group => !_groups.Contains(group));

    private bool IsLarge(int group) => !Suppression.IsSmall(Seen(group))
        && (_everybodySawIt || !Suppression.IsSmall(_sizes[group] - Seen(group)))
        && (_table.Cells.Measured.Count == 0 || !Suppression.IsSmall(_table.Answered(group)));

    private bool HideOne()
    {
        if (_groups.Count == 0)
        {
            return false;
        }

        var hidden = HiddenGroups.ToList();
        if (hidden.Count == 1 || (hidden.Count > 1 && IsTelling(hidden)))
        {
            _groups.Remove(_groups.MinBy(Seen));
            return true;
        }

        // A block is a shown group by itself, or all hidden groups together.
        List<List<int>> blocks =
        [
            .. _groups.Select(group => new List<int> { group }), .. hidden.Count > 0 ? [hidden] : Array.Empty<List<int>>(),
        ];
        var cell = _cells.Find(cell => blocks.Exists(block => IsSmallIn(cell, block)))
            ?? blocks.Select(block => new DisclosureCheck(_table, block, _total).Among(cell => !_cells.Contains(cell)))
                .OfType<IReadOnlyList<string>>()
                .Select(among => among.Where(_cells.Contains).MinBy(cell => blocks.Min(block => block.Sum(group => Value(cell, group)))))
                .FirstOrDefault(next => next is not null);
        return cell is not null && _cells.Remove(cell);
    }

    private bool IsTelling(List<int> hidden) =>
        Suppression.IsSmall(hidden.Sum(Seen))
        || (!_everybodySawIt && Suppression.IsSmall(hidden.Sum(group => _sizes[group] - Seen(group))))
        || (_table.Cells.Measured.Count > 0 && Suppression.IsSmall(hidden.Sum(group => _table.Answered(group))));

    private bool IsSmallIn(string cell, List<int> block) =>
        Suppression.IsSmall(block.Sum(group => Value(cell, group)))
        || (_overlapping.Contains(cell) && Suppression.IsSmall(block.Sum(group => _table.Others(cell, group))));
}
