using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Storage;

namespace Participatie.Web.ReadingAloud;

/// <summary>In the database that several machines share: made once, played by each.</summary>
public sealed class RecordingTable(Database database, GroupedWriter writer, TimeProvider clock) : IRecordingPlace
{
    /// <summary>During an update two releases run side by side, and each wants what the other one does not say.</summary>
    private static readonly TimeSpan KeptUnwanted = TimeSpan.FromDays(2);

    public async Task<long> EditionAsync(CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await context.Recordings.LongCountAsync(cancellationToken);
    }

    public async Task<Dictionary<string, long>> TakeStockAsync(IReadOnlySet<string> wanted, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        var all = await context.Recordings.Select(one => new { one.Name, one.MadeAt, Length = one.Sound.Length })
            .ToListAsync(cancellationToken);
        var before = (clock.GetUtcNow() - KeptUnwanted).ToUnixTimeMilliseconds();
        var unwanted = all.Where(one => one.MadeAt < before && !wanted.Contains(one.Name)).Select(one => one.Name).ToList();
        if (unwanted.Count > 0)
        {
            await writer.WriteAsync(
                async scope => await scope.Context.Recordings.Where(one => unwanted.Contains(one.Name)).ExecuteDeleteAsync(
                    CancellationToken.None),
                cancellationToken);
        }

        return all.Where(one => wanted.Contains(one.Name)).ToDictionary(one => one.Name, one => (long)one.Length, StringComparer.Ordinal);
    }

    public async Task<byte[]?> ReadAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        var found = await context.Recordings.AsNoTracking().Where(one => names.Contains(one.Name))
            .ToDictionaryAsync(one => one.Name, one => one.Sound, StringComparer.Ordinal, cancellationToken);
        return names.All(found.ContainsKey) ? [.. names.SelectMany(name => found[name])] : null;
    }

    public Task KeepAsync(string name, byte[] sound, CancellationToken cancellationToken) => writer.WriteAsync(
        async scope =>
        {
            if (!await scope.Context.Recordings.AnyAsync(one => one.Name == name, CancellationToken.None))
            {
                scope.Context.Recordings.Add(
                    new RecordingEntry { Name = name, MadeAt = clock.GetUtcNow().ToUnixTimeMilliseconds(), Sound = sound });
                await scope.Context.SaveChangesAsync(CancellationToken.None);
            }
        },
        cancellationToken);
}
