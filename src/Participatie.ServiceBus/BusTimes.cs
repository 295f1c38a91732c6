namespace Participatie.ServiceBus;

/// <summary>How long this program waits for the bus. Tests wait shorter.</summary>
public sealed record BusTimes
{
    /// <summary>How long a receiver waits for a first message before it asks again.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long one try of the client may take; it tries three times before it says that the bus is away.</summary>
    public TimeSpan OneTry { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Between those.</summary>
    public TimeSpan BetweenTries { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a bus that failed is left alone: a day of that is some 17,000 tries.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>A lock is renewed this often; the lock time of the queue must be longer, 30 seconds at least.</summary>
    public TimeSpan RenewEach { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// A failed message stays locked here for as long as <c>RetryTimes</c> says, but no longer than this, and is abandoned then: with the
    /// 10 to 12 deliveries of a queue its tries take about 8 minutes in all. A database that is away costs none of them.
    /// </summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>A batch that takes longer hangs: its messages go to somebody else.</summary>
    public TimeSpan LongestLock { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How often it is looked what has to be renewed or abandoned.</summary>
    public TimeSpan LookAtLocks { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// After this much waiting without a message a response was lost: longer than 12 deliveries with a lock of a minute, or than all
    /// retries.
    /// </summary>
    public TimeSpan LostAfter { get; init; } = TimeSpan.FromMinutes(15);
}
