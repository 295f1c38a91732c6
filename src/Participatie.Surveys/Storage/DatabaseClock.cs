namespace Participatie.Surveys.Storage;

/// <summary>
/// The time of the database on PostgreSQL. Machines whose clocks differ would open and close at different moments, hide what another one
/// put in the queue, and end each other's sessions: so all of them take the time of the one machine that they have in common.
/// </summary>
/// <param name="machine">The clock of this machine.</param>
public sealed class DatabaseClock(TimeProvider machine) : TimeProvider
{
    /// <summary>Below it a clock is right: following every millisecond would make it jump.</summary>
    private static readonly TimeSpan Tolerated = TimeSpan.FromSeconds(1);

    private long _behind;

    /// <summary>How much later it is at the database than on this machine; zero while the clock of this machine is right.</summary>
    public TimeSpan Behind => TimeSpan.FromTicks(Volatile.Read(ref _behind));

    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    public override long TimestampFrequency => machine.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => machine.GetUtcNow() + Behind;

    public override long GetTimestamp() => machine.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.CreateTimer(callback, state, dueTime, period);

    /// <summary>It is that late at the database now.</summary>
    public void Set(DateTimeOffset there)
    {
        var behind = there - machine.GetUtcNow();
        if ((behind - Behind).Duration() > Tolerated)
        {
            Volatile.Write(ref _behind, behind.Duration() > Tolerated ? behind.Ticks : 0);
        }
    }
}
