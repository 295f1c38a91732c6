using Microsoft.EntityFrameworkCore;
using Npgsql;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Intake.Unlinking;

/// <summary>
/// The province knows who got which letter, and a code is marked as used by the transaction that stores the response: whoever
/// administers the database could read from the traces of that transaction which response belongs to which letter. A round removes
/// them, so that this is possible for minutes only.
/// </summary>
public sealed class UnlinkLetters(
    Database database, GroupedWriter writer, ShuffleResponses shuffle, EmptyWriteAheadLog log, TimeProvider clock)
{
    /// <summary>Residents are told 15 minutes; a round that could not be done is tried again each minute.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(10);

    /// <summary>As the privacy page says. A round that is later than that shows as degraded.</summary>
    private static readonly TimeSpan Promised = TimeSpan.FromMinutes(15);

    /// <summary>Any number will do, as long as every instance uses the same.</summary>
    private const long RoundLock = 0x556E6C6B;

    /// <summary>A round if the last one is long enough ago, by whichever instance.</summary>
    /// <exception cref="TimeoutException">Somebody was in the way for longer than residents were promised.</exception>
    public async Task RunWhenDueAsync(CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        var ended = await context.Unlinking.Where(mark => mark.What == UnlinkingMark.LastRound).Select(mark => (long?)mark.Value)
            .SingleOrDefaultAsync(cancellationToken);
        var ago = ended is { } at ? clock.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(at) : (TimeSpan?)null;
        if (ago < Period)
        {
            return;
        }

        if (!await RunAsync(cancellationToken) && !(ago <= Promised))
        {
            throw new TimeoutException("Something reads the database all the time, so that letters could not be parted from answers.");
        }
    }

    /// <summary>A round now.</summary>
    /// <returns>False when it could not be done: somebody was in the way.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        if (database.IsSqlite)
        {
            // A used code is written over where it stands, and what is deleted is filled with zeros: only the log tells what was
            // written together.
            await shuffle.ShuffleAsync(cancellationToken);
            await RememberAsync(cancellationToken);
            return await log.RunAsync(cancellationToken);
        }

        await using var connection = (NpgsqlConnection)await database.OpenAsync(cancellationToken);
        if (await connection.ScalarAsync($"SELECT pg_try_advisory_lock({RoundLock})", cancellationToken) is not true)
        {
            // Another instance is at it, and will say when it is done.
            return true;
        }

        try
        {
            await shuffle.ShuffleAsync(cancellationToken);
            if (!await UnlinkOnPostgres.RunAsync(connection, cancellationToken))
            {
                return false;
            }

            await RememberAsync(cancellationToken);
            return true;
        }
        catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }
        finally
        {
            await connection.ScalarAsync($"SELECT pg_advisory_unlock({RoundLock})", CancellationToken.None);
        }
    }

    private Task RememberAsync(CancellationToken cancellationToken) => writer.WriteAsync(
        async scope =>
        {
            var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
            if (await scope.Context.Unlinking.Where(mark => mark.What == UnlinkingMark.LastRound).ExecuteUpdateAsync(
                set => set.SetProperty(mark => mark.Value, now), cancellationToken) == 0)
            {
                scope.Context.Unlinking.Add(new UnlinkingEntry { What = UnlinkingMark.LastRound, Value = now });
                await scope.Context.SaveChangesAsync(cancellationToken);
            }
        },
        cancellationToken);
}
