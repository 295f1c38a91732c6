using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Codes;

/// <summary>
/// Wrong codes a minute over the whole site, however many instances it has: each adds its own to one number in the database, and reads it,
/// every few seconds in which codes are typed at all.
/// </summary>
public sealed class WrongCodeCount(Database database, GroupedWriter writer, TimeProvider clock)
{
    private static readonly TimeSpan ShareEvery = TimeSpan.FromSeconds(5);
    private const long MillisecondsAMinute = 60_000;
    private const int KeptMinutes = 60;

    /// <summary>
    /// So long the worst minute counts: who stops when it gets slow and begins again when it does not gets nothing by it.
    /// </summary>
    private const int LookedAtMinutes = 10;

    private int _own;
    private int _site;
    private long _sharedAt;
    private int _isSharing;

    /// <summary>A code was typed that could have been one, and nobody has it.</summary>
    public void Add() => Interlocked.Increment(ref _own);

    /// <summary>The most of any minute of the last ten.</summary>
    public async ValueTask<int> PerMinuteAsync()
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        if (now - Volatile.Read(ref _sharedAt) >= ShareEvery.TotalMilliseconds && Interlocked.Exchange(ref _isSharing, 1) == 0)
        {
            try
            {
                await ShareAsync(now / MillisecondsAMinute);
                Volatile.Write(ref _sharedAt, now);
            }
            finally
            {
                Volatile.Write(ref _isSharing, 0);
            }
        }

        return Volatile.Read(ref _site) + Volatile.Read(ref _own);
    }

    /// <summary>Not cancelled with the request that happens to come first: the number is everybody's.</summary>
    private async Task ShareAsync(long minute)
    {
        var own = Interlocked.Exchange(ref _own, 0);
        try
        {
            if (own > 0)
            {
                await writer.WriteAsync(scope => AddAsync(scope, minute, own), CancellationToken.None);
            }

            await using var context = database.NewContext();
            Volatile.Write(ref _site, await context.WrongCodes.Where(wrong => wrong.Minute >= minute - LookedAtMinutes)
                .MaxAsync(wrong => (int?)wrong.Count) ?? 0);
        }
        catch (DbException)
        {
            // The form that asks for the code will say so itself when it needs the database; the brake goes on with what it knows.
            Interlocked.Add(ref _own, own);
        }
    }

    private static async ValueTask AddAsync(WriteScope scope, long minute, int count)
    {
        var wrong = scope.Context.WrongCodes;
        await wrong.Where(old => old.Minute < minute - KeptMinutes).ExecuteDeleteAsync();
        if (await wrong.Where(own => own.Minute == minute)
            .ExecuteUpdateAsync(set => set.SetProperty(own => own.Count, own => own.Count + count)) == 0)
        {
            wrong.Add(new WrongCodeMinute { Minute = minute, Count = count });
            await scope.Context.SaveChangesAsync();
        }
    }
}
