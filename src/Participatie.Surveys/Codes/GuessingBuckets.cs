using System.Collections.Concurrent;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Codes;

/// <summary>
/// The buckets that bound guessing. One machine remembers them in memory; several on one PostgreSQL count together, or whoever guesses
/// would have as many tries more as there are machines.
/// </summary>
public sealed class GuessingBuckets(Database database, GroupedWriter writer, CodeKeys keys, TimeProvider clock) : IDisposable
{
    private readonly ConcurrentDictionary<string, INetworkBuckets> _known = new(StringComparer.Ordinal);

    /// <param name="purpose">What is guessed: who tries much of one thing may still do the other.</param>
    /// <param name="visitor">How much one visitor may do.</param>
    /// <param name="site">How much all of a /48 may do.</param>
    public INetworkBuckets Of(string purpose, BucketSize visitor, BucketSize site) => _known.GetOrAdd(
        purpose,
        _ => database.IsSqlite
            ? new NetworkBuckets(clock, visitor, site)
            : new SharedNetworkBuckets(writer, keys, clock, purpose, visitor, site));

    public void Dispose()
    {
        foreach (var inMemory in _known.Values.OfType<NetworkBuckets>())
        {
            inMemory.Dispose();
        }
    }
}
