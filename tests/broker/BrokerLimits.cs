namespace Participatie.Broker;

/// <summary>What whoever makes a queue in Azure sets.</summary>
public sealed record BrokerLimits
{
    /// <summary>How often a message is given out before it is a dead letter.</summary>
    public int MaxDeliveryCount { get; init; } = 10;

    /// <summary>How long a receiver has it, when it renews nothing.</summary>
    public TimeSpan LockTime { get; init; } = TimeSpan.FromMinutes(1);
}
