using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Reporting.Kinds;

namespace Participatie.Surveys.Reporting.Export.Columns;

/// <summary>The columns of one question id and kind, over all versions. A question that changed its kind has two groups.</summary>
/// <param name="first">As the first version that has it asks it.</param>
public sealed class ColumnGroup(Question first)
{
    private readonly List<string> _parts = [];
    private readonly List<string> _names = [];
    private int _lowest;

    public string Question => first.Id;

    public string Kind => first.Kind;

    public KindReport Report { get; } = KindReport.All.For(first);

    /// <summary>What each column is about: a choice id, a statement id, or what the kind calls it.</summary>
    public IReadOnlyList<string> Parts => _parts;

    public IReadOnlyList<string> Names => _names;

    /// <summary>The column with the order in which the choices were shown, behind the others; null when they never rotated.</summary>
    public string? OrderName { get; private set; }

    public MissingCodes Codes => new(_lowest);

    public int Width => _names.Count + (OrderName is null ? 0 : 1);

    /// <summary>Where it begins in a row.</summary>
    public int First { get; set; }

    public int ColumnOf(string part) => First + _parts.IndexOf(part);

    /// <summary>Takes in what one more version asks under this id.</summary>
    public void Include(Question version, ColumnNames names)
    {
        _lowest = Math.Min(_lowest, Report.Lowest(version));
        foreach (var part in Report.Parts(version).Where(part => !_parts.Contains(part, StringComparer.Ordinal)))
        {
            _parts.Add(part);
            _names.Add(names.For(first.Id, part));
        }

        if (version is IRotates { Rotate: true })
        {
            OrderName ??= names.For(first.Id, "volgorde");
        }
    }
}
