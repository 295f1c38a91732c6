using System.Text;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Reporting.Export.Columns;
using Participatie.Surveys.Storage.BulkReading;

namespace Participatie.Surveys.Reporting.Export;

/// <summary>Turns the documents of one version into rows.</summary>
public sealed class VersionRows
{
    private readonly (byte[] Id, int Group)[] _asked;
    private readonly GroupWriter[] _groups;
    private readonly (int Start, int Length)[] _values;

    public VersionRows(PublishedVersion version, ExportPlan plan, Cells cells)
    {
        var asked = plan.Groups.Select(group => ExportPlan.Asked(version, group)).ToList();
        _groups = [.. plan.Groups.Select((group, place) => new GroupWriter(asked[place], group, cells))];
        _values = new (int, int)[_groups.Length];
        // In the order of the document, which is the definition's.
        _asked = [.. version.Definition.Numbered.Select(question => (Encoding.UTF8.GetBytes(question.Id), asked.IndexOf(question)))];
    }

    /// <summary>How many rows were written.</summary>
    public long Count { get; private set; }

    public void Write(in ResponseRow response)
    {
        Find(response.Document);
        for (var group = 0; group < _groups.Length; group++)
        {
            var (start, length) = _values[group];
            _groups[group].Write(response.Document.Slice(start, length), response.Rotation);
        }

        Count++;
    }

    // Documents keep the definition's order, so each next member is found by looking on from the last one.
    private void Find(ReadOnlySpan<byte> document)
    {
        Array.Clear(_values);
        var reader = new CanonicalReader(document);
        var at = 0;
        while (reader.Next(out var id, out var value))
        {
            while (!id.SequenceEqual(_asked[at].Id))
            {
                at++;
            }

            // The value is a slice of the document: its place is kept, since a span cannot be.
            document.Overlaps(value, out var start);
            _values[_asked[at++].Group] = (start, value.Length);
        }
    }
}
