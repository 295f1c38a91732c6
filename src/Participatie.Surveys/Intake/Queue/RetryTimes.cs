namespace Participatie.Surveys.Intake.Queue;

/// <summary>When a message that failed comes again.</summary>
public static class RetryTimes
{
    /// <summary>Longer than a batch ever takes; shorter than anybody waits for a result.</summary>
    public static readonly TimeSpan Visibility = TimeSpan.FromMinutes(2);

    /// <summary>12 tries: about 4.5 hours in all, enough for a database that is being repaired.</summary>
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(1),
        TimeSpan.FromSeconds(5),
        TimeSpan.FromSeconds(15),
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(15),
        TimeSpan.FromMinutes(30),
        TimeSpan.FromMinutes(40),
        TimeSpan.FromMinutes(60),
        TimeSpan.FromMinutes(120),
    ];

    /// <param name="attempts">How often it was received so far, at least 1.</param>
    /// <returns>How long to wait before the next try; null: that was the last one.</returns>
    public static TimeSpan? After(int attempts) => attempts <= Waits.Length ? Waits[attempts - 1] : null;
}
