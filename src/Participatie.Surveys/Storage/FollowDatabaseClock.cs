using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Participatie.Surveys.Storage;

/// <summary>Asks the database how late it is, at the start and every minute; nothing to do on SQLite.</summary>
public sealed partial class FollowDatabaseClock(Database database, TimeProvider clock, ILogger<FollowDatabaseClock> log)
{
    /// <summary>An answer that took longer says nothing exact enough.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(500);

    /// <summary>The first question of a process also opens a connection.</summary>
    private const int MostAttempts = 3;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (clock is not DatabaseClock ours)
        {
            return;
        }

        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var asked = Stopwatch.GetTimestamp();
            var there = await database.ReadAsync(
                "SELECT (EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::bigint", row => row.GetInt64(0), cancellationToken);
            var took = Stopwatch.GetElapsedTime(asked);
            if (took <= Longest)
            {
                Set(ours, DateTimeOffset.FromUnixTimeMilliseconds(there[0]) + (took / 2));
                return;
            }
        }
    }

    private void Set(DatabaseClock ours, DateTimeOffset there)
    {
        var before = ours.Behind;
        ours.Set(there);
        if (ours.Behind != before)
        {
            LogFollowed((long)-ours.Behind.TotalSeconds);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The clock of this machine is {Seconds} seconds ahead of the database's (behind it "
        + "when negative): the time of the database counts. Let the machine take its time from the network (NTP).")]
    private partial void LogFollowed(long seconds);
}
