using Azure.Identity;
using Azure.Messaging.ServiceBus;

namespace Participatie.ServiceBus;

/// <summary>Where the bus is and by which right this program uses it.</summary>
public sealed class BusConnection
{
    /// <summary>Of the queue, unless the connection string names one.</summary>
    public const string UsualQueue = "responses";

    private readonly string? _connectionString;

    private BusConnection(string? connectionString, string host, string queue) =>
        (_connectionString, Host, Queue) = (connectionString, host, queue);

    public string Host { get; }

    public string Queue { get; }

    /// <param name="setting">
    /// A connection string as the Azure portal shows it, or the name of a namespace, which is entered by the identity that Azure gives the
    /// machine (or that a developer signed in with).
    /// </param>
    /// <exception cref="FormatException">It is neither. The message says what is missing and repeats nothing of it: a key.</exception>
    public static BusConnection Parse(string setting)
    {
        if (!setting.Contains('=', StringComparison.Ordinal))
        {
            return Uri.CheckHostName(setting) == UriHostNameType.Dns && setting.Contains('.', StringComparison.Ordinal)
                ? new BusConnection(null, setting, UsualQueue)
                : throw new FormatException("it is neither a connection string nor the name of a namespace");
        }

        var parts = Parts(setting) ?? throw new FormatException("it cannot be read as a connection string");
        if (parts.FullyQualifiedNamespace is not { Length: > 0 } host)
            throw new FormatException("it has no Endpoint");
        if (parts.SharedAccessSignature is null && (parts.SharedAccessKeyName is null || parts.SharedAccessKey is null))
            throw new FormatException("it has no SharedAccessKeyName with its SharedAccessKey");
        return new BusConnection(setting, host, parts.EntityPath ?? UsualQueue);
    }

    internal ServiceBusClient NewClient(ServiceBusClientOptions options) =>
        _connectionString is null
            ? new ServiceBusClient(Host, new DefaultAzureCredential(), options)
            : new ServiceBusClient(_connectionString, options);

    /// <returns>Null when it cannot be read; what the client says of it may repeat the key.</returns>
    private static ServiceBusConnectionStringProperties? Parts(string setting)
    {
        try
        {
            return ServiceBusConnectionStringProperties.Parse(setting);
        }
        catch (Exception wrong) when (wrong is FormatException or ArgumentException or IndexOutOfRangeException)
        {
            return null;
        }
    }
}
