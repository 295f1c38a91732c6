using System.Collections.Concurrent;
using System.Diagnostics;
using Npgsql;
using Participatie.Load.Walking;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Intake;

namespace Participatie.Load.Clustering;

/// <summary>How long after the thanks each response is counted, seen from outside: the database is asked every few milliseconds.</summary>
internal sealed class CountedWatch(string connection, byte[] codeKey)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(10);

    private readonly CodeKeys _keys = new(codeKey);
    private readonly ConcurrentDictionary<string, (byte[] Hash, long Thanked)> _waiting = new(StringComparer.Ordinal);
    private readonly List<double> _milliseconds = [];

    public void Thanked(string receipt) =>
        _waiting[receipt] = (_keys.Newest.HashOfReceipt(Code.Parse(receipt)!.Value), Stopwatch.GetTimestamp());

    /// <summary>Looks until nobody comes any more and all are counted.</summary>
    /// <returns>The milliseconds, smallest first.</returns>
    public async Task<IReadOnlyList<double>> RunAsync(Task comers, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var look = source.CreateCommand("SELECT receipt_hash FROM responses WHERE receipt_hash = ANY($1) AND state = $2");
        var hashes = new NpgsqlParameter<byte[][]>();
        look.Parameters.Add(hashes);
        look.Parameters.Add(new NpgsqlParameter<short> { TypedValue = (short)ResponseState.Counted });
        for (var watch = Stopwatch.StartNew(); !comers.IsCompleted || !_waiting.IsEmpty;)
        {
            var waiting = _waiting.ToArray();
            hashes.TypedValue = [.. waiting.Select(one => one.Value.Hash)];
            var counted = new HashSet<string>(StringComparer.Ordinal);
            await using (var rows = await look.ExecuteReaderAsync(cancellationToken))
            {
                while (await rows.ReadAsync(cancellationToken))
                {
                    counted.Add(Convert.ToHexString(rows.GetFieldValue<byte[]>(0)));
                }
            }

            foreach (var (receipt, (hash, thanked)) in waiting)
            {
                if (counted.Contains(Convert.ToHexString(hash)) && _waiting.TryRemove(receipt, out _))
                {
                    _milliseconds.Add(Timings.Since(thanked).TotalMilliseconds);
                }
            }

            if (!comers.IsCompleted)
            {
                watch.Restart();
            }
            else if (watch.Elapsed > Patience)
            {
                throw new TimeoutException($"{_waiting.Count} responses were not counted within {Patience.TotalSeconds:F0} s.");
            }

            await Task.Delay(Every, cancellationToken);
        }

        return [.. _milliseconds.Order()];
    }
}
