using System.Data.Common;
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

    /// <summary>So long the worst minute counts: who stops when it gets slow and begins again when it does not gets nothing by it.</summary>
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

            var counts = await database.ReadAsync(
                "SELECT count FROM wrong_codes WHERE minute >= @from", row => row.GetInt32(0), CancellationToken.None, ("@from", minute - LookedAtMinutes));
            Volatile.Write(ref _site, counts.Count == 0 ? 0 : counts.Max());
        }
        catch (DbException)
        {
            // The form that asks for the code will say so itself when it needs the database; the brake goes on with what it knows.
            Interlocked.Add(ref _own, own);
        }
    }

    private static async ValueTask<int> AddAsync(WriteScope scope, long minute, int count)
    {
        await scope.ExecuteAsync("DELETE FROM wrong_codes WHERE minute < @old", ("@old", minute - KeptMinutes));
        return await scope.ExecuteAsync(
            "INSERT INTO wrong_codes (minute, count) VALUES (@minute, @count) ON CONFLICT (minute) DO UPDATE SET count = wrong_codes.count + @count",
            ("@minute", minute),
            ("@count", count));
    }
}
