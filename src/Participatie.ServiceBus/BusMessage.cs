using System.Globalization;
using Azure.Messaging.ServiceBus;
using Participatie.Surveys.Intake.Queue;

namespace Participatie.ServiceBus;

/// <summary>A message as it travels: the ids of consultation and response, in text. No answer, no person.</summary>
internal static class BusMessage
{
    /// <summary>What failed the last time: the bus keeps it with the message, also when it sets it apart by itself.</summary>
    public const string Failure = "failure";

    private const int LengthOfId = 32;

    /// <summary>Without an id of its own: a queue that detects duplicates must not swallow a withdrawal or another try.</summary>
    public static ServiceBusMessage Write(int consultationId, byte[] responseId) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{consultationId}:{Convert.ToHexStringLower(responseId)}"));

    /// <returns>Null for what nobody here has sent.</returns>
    public static QueueMessage? Read(ServiceBusReceivedMessage received) =>
        Ids(received) is var (consultation, response)
            ? new QueueMessage(consultation, response, Math.Max(1, received.DeliveryCount), received)
            : null;

    /// <returns>Null for what nobody here has sent.</returns>
    public static DeadLetter? ReadDead(ServiceBusReceivedMessage received) =>
        Ids(received) is var (consultation, response)
            ? new DeadLetter(
                consultation,
                response,
                Math.Max(1, received.DeliveryCount),
                received.ApplicationProperties.TryGetValue(Failure, out var kind) ? kind as string : received.DeadLetterReason)
            : null;

    private static (int Consultation, byte[] Response)? Ids(ServiceBusReceivedMessage received)
    {
        string body;
        try
        {
            body = received.Body.ToString();
        }
        catch (NotSupportedException)
        {
            // A body of another kind than bytes.
            return null;
        }

        return body.Split(':') is [var consultation, { Length: LengthOfId } response]
            && int.TryParse(consultation, NumberStyles.None, CultureInfo.InvariantCulture, out var consultationId)
            && response.All(char.IsAsciiHexDigitLower)
                ? (consultationId, Convert.FromHexString(response))
                : null;
    }
}
