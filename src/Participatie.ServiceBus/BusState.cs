using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Participatie.ServiceBus;

/// <summary>What this process tries to do with the bus.</summary>
public enum BusWork
{
    Sending,
    Receiving,
    Settling,
    Looking,
}

/// <param name="Work">That does not work.</param>
/// <param name="Trouble">Why, in one plain line.</param>
/// <param name="Since">When it failed first without working in between.</param>
/// <param name="LoggedAt">When the log said so last.</param>
public sealed record BusFailure(BusWork Work, string Trouble, DateTimeOffset Since, DateTimeOffset LoggedAt);

/// <summary>How this process gets on with the bus, for the log and for the health check: one line when it changes, not one a try.</summary>
public sealed partial class BusState(BusConnection bus, TimeProvider clock, ILogger<BusState> log)
{
    private static readonly TimeSpan SayAgain = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<BusWork, BusFailure> _failures = new();

    public IEnumerable<BusFailure> Failures => _failures.Values.OrderBy(failure => failure.Work);

    /// <summary>How many dead letters nobody here has written, when they were looked at last.</summary>
    public int Foreign { get; private set; }

    public bool Fails(BusWork work) => _failures.ContainsKey(work);

    public void Failed(BusWork work, Exception failure)
    {
        var now = clock.GetUtcNow();
        var trouble = BusTrouble.Of(failure, bus);
        if (_failures.TryGetValue(work, out var known) && known.Trouble == trouble && now - known.LoggedAt < SayAgain)
            return;
        _failures[work] = new BusFailure(work, trouble, known?.Since ?? now, now);
        LogTrouble(work, trouble);
    }

    public void Works(BusWork work)
    {
        if (_failures.TryRemove(work, out var known))
            LogWorks(work, known.Since);
    }

    public void SawForeign(int count)
    {
        if (count > Foreign)
            LogForeign(count, bus.Queue);
        Foreign = count;
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Service Bus, {Work}: {Trouble}. Responses are taken in and wait in the database; none is lost")]
    private partial void LogTrouble(BusWork work, string trouble);

    [LoggerMessage(Level = LogLevel.Information, Message = "Service Bus, {Work}: works again, it failed since {Since:u}")]
    private partial void LogWorks(BusWork work, DateTimeOffset since);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{Count} messages that this program did not write were set apart among the dead letters of '{Queue}'")]
    private partial void LogForeign(int count, string queue);
}
