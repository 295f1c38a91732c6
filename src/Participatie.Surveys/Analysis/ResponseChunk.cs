using Participatie.Surveys.Intake;
using Participatie.Surveys.Storage.BulkReading;

namespace Participatie.Surveys.Analysis;

/// <summary>Some responses as bytes, one behind the other.</summary>
internal sealed class ResponseChunk
{
    private const int Room = 1 << 18;

    private readonly List<(int Version, ResponseChannel Channel, bool Organisation, int Length)> _rows = [];
    private byte[] _documents = new byte[Room];
    private int _filled;

    /// <returns>False when it is full.</returns>
    public bool TryAdd(in ResponseRow row)
    {
        if (_filled + row.Document.Length > _documents.Length)
        {
            if (_filled > 0)
            {
                return false;
            }

            // One response larger than a chunk.
            _documents = new byte[row.Document.Length];
        }

        row.Document.CopyTo(_documents.AsSpan(_filled));
        _filled += row.Document.Length;
        _rows.Add((row.Version, row.Channel, row.Organisation, row.Document.Length));
        return true;
    }

    /// <returns>How many were damaged: they are counted nowhere, and the others all the same.</returns>
    public int CountInto(Dictionary<int, ConsultationTally> tallies)
    {
        var (at, damaged) = (0, 0);
        foreach (var row in _rows)
        {
            var tally = tallies.GetValueOrDefault(row.Version)
                ?? throw new InvalidOperationException($"There is no version {row.Version}, which a response answers.");
            try
            {
                tally.Add(_documents.AsSpan(at, row.Length), Populations.Of(row.Channel, row.Organisation), row.Channel, 1);
            }
            catch (InvalidOperationException)
            {
                damaged++;
            }

            at += row.Length;
        }

        return damaged;
    }

    public void Clear()
    {
        _rows.Clear();
        _filled = 0;
    }
}
