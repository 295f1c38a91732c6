namespace Participatie.ServiceBus;

/// <summary>How Azure Service Bus says why it set a message apart by itself.</summary>
public static class BusReasons
{
    /// <summary>A worker took it up and died, or lost it, again and again.</summary>
    public const string TakenTooOften = "MaxDeliveryCountExceeded";

    /// <summary>It waited for longer than messages live on that queue.</summary>
    public const string TooOld = "TTLExpiredException";
}
