using System.Collections.Concurrent;
using Participatie.Surveys.Language;

namespace Participatie.Web.ReadingAloud;

/// <summary>
/// The recordings that there are: one for each passage. A page plays its passages one behind the other as one file, so that lists in any
/// order and rankings in any state have audio without making it while somebody waits.
/// </summary>
public sealed class Recordings(IRecordingPlace place)
{
    /// <summary>A charter has about twenty.</summary>
    private const int MostPassages = 60;

    /// <summary>Over twenty minutes of speech.</summary>
    private const long MostBytes = 4 * 1024 * 1024;

    private readonly ConcurrentDictionary<string, long> _lengths = new(StringComparer.Ordinal);

    /// <summary>The passages of <see cref="_lengths"/> that a page showed: working out a name costs more than the rest of a look.</summary>
    private readonly ConcurrentDictionary<Passage, Part> _parts = new();

    private int _edition;

    /// <summary>As long as it is the same, a page that was rendered before may still be shown.</summary>
    public int Edition => _edition;

    /// <summary>The audio of a page; null as long as one of its passages has none. Looks in memory only.</summary>
    public Recording? Of(Func<IReadOnlyList<Passage>> text)
    {
        // Most sites have no program that speaks: those pay nothing for it.
        if (_lengths.IsEmpty || text() is not { Count: > 0 and <= MostPassages } passages)
        {
            return null;
        }

        var names = new string[passages.Count];
        var ends = new int[passages.Count];
        long bytes = 0;
        for (var index = 0; index < names.Length; index++)
        {
            if (!_parts.TryGetValue(passages[index], out var part))
            {
                var name = Voice.NameOf(passages[index]);
                if (!_lengths.TryGetValue(name, out var length))
                {
                    return null;
                }

                _parts[passages[index]] = part = new Part(name, length);
            }

            names[index] = part.Name;
            bytes += part.Length;
            ends[index] = (int)(bytes * 10 / Mp3.BytesPerSecond);
        }

        return bytes <= MostBytes ? new Recording(Addresses.Recording(string.Concat(names)), ends) : null;
    }

    /// <summary>The recordings with these names as one; null when one is missing, and when these are no names.</summary>
    public async Task<byte[]?> ReadAsync(string names, CancellationToken cancellationToken)
    {
        if (names.Length == 0 || names.Length % Voice.NameLength != 0 || names.Length > MostPassages * Voice.NameLength)
        {
            return null;
        }

        var parts = names.Chunk(Voice.NameLength).Select(part => new string(part)).ToList();
        if (!parts.TrueForAll(_lengths.ContainsKey) || parts.Sum(part => _lengths.GetValueOrDefault(part)) > MostBytes)
        {
            return null;
        }

        return await place.ReadAsync(parts, cancellationToken);
    }

    internal bool Has(string name) => _lengths.ContainsKey(name);

    /// <summary>Changes when another machine kept or removed one.</summary>
    internal Task<long> PlaceEditionAsync(CancellationToken cancellationToken) => place.EditionAsync(cancellationToken);

    /// <summary>Takes up what there is, and removes what nobody says any more.</summary>
    /// <exception cref="IOException">The folder cannot be read or made.</exception>
    internal async Task TakeStockAsync(IReadOnlySet<string> wanted, CancellationToken cancellationToken)
    {
        var found = await place.TakeStockAsync(wanted, cancellationToken);
        foreach (var (name, length) in found)
        {
            _lengths[name] = length;
        }

        foreach (var gone in _lengths.Keys.Where(name => !found.ContainsKey(name)))
        {
            _lengths.TryRemove(gone, out _);
        }

        _parts.Clear();
    }

    /// <summary>After a pass of making: not at every recording, of which there are ten a second.</summary>
    internal void NextEdition() => Interlocked.Increment(ref _edition);

    /// <exception cref="IOException">The disk is full, or the folder cannot be written to.</exception>
    internal async Task KeepAsync(string name, byte[] sound, CancellationToken cancellationToken)
    {
        await place.KeepAsync(name, sound, cancellationToken);
        _lengths[name] = sound.Length;
    }

    /// <param name="Name">Of the recording.</param>
    /// <param name="Length">In bytes.</param>
    private readonly record struct Part(string Name, long Length);
}
