using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Reporting.Kinds;

namespace Participatie.Surveys.Reporting.Export.Columns;

/// <summary>The columns of one question id and kind, over all versions. A question that changed its kind has two groups.</summary>
/// <param name="first">As the first version that has it asks it.</param>
public sealed class ColumnGroup(Question first)
{
    private readonly List<string> _parts = [];
    private readonly List<string> _names = [];
    private readonly List<ColumnType> _types = [];
    private readonly List<string> _coded = [];
    private int _lowest;

    public string Question => first.Id;

    public string Kind => first.Kind;

    public KindReport Report { get; } = KindReport.All.For(first);

    /// <summary>What each column is about: a choice id, a statement id, or what the kind calls it.</summary>
    public IReadOnlyList<string> Parts => _parts;

    public IReadOnlyList<string> Names => _names;

    public IReadOnlyList<ColumnType> Types => _types;

    /// <summary>
    /// The ids of choices in the order of their codes: the first has 1. An id gets the next code with the version that brings it, in the
    /// order of that definition. A published version never changes and none goes away, so the same list comes out of the same versions
    /// whenever and wherever it is made, and a later version only adds to it: nothing has to be kept to keep the codes. Filters of an export
    /// make no difference, because every version counts, also one that nobody answered.
    /// </summary>
    public IReadOnlyList<string> Coded => _coded;

    /// <summary>The column with the order in which the choices were shown, behind the others; null when they never rotated.</summary>
    public string? OrderName { get; private set; }

    public MissingCodes Codes => new(_lowest);

    public int Width => _names.Count + (OrderName is null ? 0 : 1);

    /// <summary>Where it begins in a row.</summary>
    public int First { get; set; }

    /// <returns>Null when the id is none of a choice.</returns>
    public int? CodeOf(string id) => _coded.IndexOf(id) is >= 0 and var at ? at + 1 : null;

    public int ColumnOf(string part) => First + _parts.IndexOf(part);

    /// <summary>Takes in what one more version asks under this id.</summary>
    public void Include(Question version, ColumnNames names)
    {
        _lowest = Math.Min(_lowest, Report.Lowest(version));
        foreach (var part in Report.Parts(version).Where(part => !_parts.Contains(part, StringComparer.Ordinal)))
        {
            _parts.Add(part);
            _names.Add(names.For(first.Id, part));
            _types.Add(Report.ColumnTypeOf(version, part));
        }

        _coded.AddRange(Report.Coded(version).Except(_coded, StringComparer.Ordinal).ToList());
        for (var part = 0; part < _parts.Count; part++)
        {
            // A question that took whole numbers may take decimals later.
            if (_types[part] == ColumnType.Whole && Report.Parts(version).Contains(_parts[part], StringComparer.Ordinal))
            {
                _types[part] = Report.ColumnTypeOf(version, _parts[part]);
            }
        }

        if (version is IRotates { Rotate: true })
        {
            OrderName ??= names.For(first.Id, "volgorde");
        }
    }
}
