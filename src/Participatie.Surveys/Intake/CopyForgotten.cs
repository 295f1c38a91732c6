using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Intake;

/// <summary>
/// Writes down in this data folder what other machines forgot: whichever folder is left after a disaster, a restore finds everything in it.
/// </summary>
public sealed class CopyForgotten(Database database, ForgottenLog log, TimeProvider clock)
{
    /// <summary>An entry names its hour, and a transaction may take a while to commit.</summary>
    private static readonly TimeSpan LookBack = TimeSpan.FromHours(3);

    private DateTimeOffset _copiedUntil = DateTimeOffset.UnixEpoch + LookBack;

    /// <returns>How many entries no file here had yet.</returns>
    public async Task<int> CopyAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var since = _copiedUntil - LookBack;
        var from = since.ToUnixTimeMilliseconds();
        await using var context = database.NewContext();
        var stored = await context.Forgotten.AsNoTracking().Where(entry => entry.At >= from).ToListAsync(cancellationToken);
        if (stored.Count > 0)
        {
            var missing = stored.ToHashSet();
            await foreach (var entry in log.ReadAsync(since, cancellationToken))
            {
                missing.Remove(entry);
            }

            if (missing.Count > 0)
            {
                log.Add([.. missing]);
            }

            stored = [.. missing];
        }

        _copiedUntil = now;
        return stored.Count;
    }
}
