using System.Collections.Concurrent;
using Participatie.Surveys.Storage.BulkReading;

namespace Participatie.Surveys.Analysis;

/// <summary>
/// Counts responses on all cores while one thread reads them: copied into chunks, counted apart, put together at the end. There are a few
/// chunks that go round, so that memory stays the same at any number of responses.
/// </summary>
internal sealed class CountInParts : IDisposable
{
    private readonly BlockingCollection<ResponseChunk> _empty = [];
    private readonly BlockingCollection<ResponseChunk> _full = [];
    private readonly Task<Dictionary<int, ConsultationTally>>[] _parts;
    private ResponseChunk _filling = new();
    private int _damaged;

    /// <param name="layouts">By the number of the version.</param>
    public CountInParts(IReadOnlyDictionary<int, TallyLayout> layouts)
    {
        var cores = Math.Max(1, Environment.ProcessorCount);
        for (var chunk = 0; chunk < cores + 1; chunk++)
        {
            _empty.Add(new ResponseChunk());
        }

        _parts = [.. Enumerable.Range(0, cores).Select(_ => Task.Factory.StartNew(
            () => Count(layouts), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
    }

    public long Responses { get; private set; }

    /// <summary>Those that could not be counted, once all are.</summary>
    public int Damaged => _damaged;

    public void Take(in ResponseRow row)
    {
        Responses++;
        if (!_filling.TryAdd(row))
        {
            Pass();
            _filling.TryAdd(row);
        }
    }

    /// <exception cref="InvalidOperationException">A response answers a version that is not there.</exception>
    public async Task<Dictionary<int, ConsultationTally>> EndAsync()
    {
        Pass();
        _full.CompleteAdding();
        var parts = await Task.WhenAll(_parts);
        foreach (var part in parts.Skip(1))
        {
            foreach (var (version, tally) in part)
            {
                parts[0][version].Merge(tally);
            }
        }

        return parts[0];
    }

    public void Dispose()
    {
        // Also when the scan broke off: the threads end.
        if (!_full.IsAddingCompleted)
        {
            _full.CompleteAdding();
        }

        Task.WaitAll([.. _parts.Select(part => part.ContinueWith(_ => { }, TaskScheduler.Default))]);
        _full.Dispose();
        _empty.Dispose();
    }

    private void Pass()
    {
        _full.Add(_filling);
        _filling = _empty.Take();
    }

    private Dictionary<int, ConsultationTally> Count(IReadOnlyDictionary<int, TallyLayout> layouts)
    {
        var tallies = layouts.ToDictionary(layout => layout.Key, layout => new ConsultationTally(layout.Value));
        InvalidOperationException? failure = null;
        foreach (var chunk in _full.GetConsumingEnumerable())
        {
            try
            {
                Interlocked.Add(ref _damaged, chunk.CountInto(tallies));
            }
            catch (InvalidOperationException failed)
            {
                // Told at the end: whoever reads must not wait for a chunk that never comes back.
                failure ??= failed;
            }

            chunk.Clear();
            _empty.Add(chunk);
        }

        return failure is null ? tallies : throw failure;
    }
}
