using System.Globalization;
using Azure.Messaging.ServiceBus;
using Participatie.Surveys.Intake.Queue;

namespace Participatie.ServiceBus;

/// <summary>
/// A message of the queue as text: consultation, response, and how often it was received before it was sent. No answer, no person.
/// </summary>
internal static class BusMessage
{
    public static ServiceBusMessage Write(int consultationId, byte[] responseId, int attempts) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{consultationId}:{Convert.ToHexStringLower(responseId)}:{attempts}"));

    /// <returns>Null for what nobody here has sent.</returns>
    public static QueueMessage? Read(ServiceBusReceivedMessage received) =>
        received.Body.ToString().Split(':') is [var consultation, { Length: 32 } response, var attempts]
        && int.TryParse(consultation, NumberStyles.None, CultureInfo.InvariantCulture, out var consultationId)
        && int.TryParse(attempts, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && response.All(char.IsAsciiHexDigitLower)
            ? new QueueMessage(consultationId, Convert.FromHexString(response), count + received.DeliveryCount, received)
            : null;

    /// <returns>Null for what nobody here has sent.</returns>
    public static DeadLetter? ReadDead(ServiceBusReceivedMessage received) =>
        Read(received) is { } message
            ? new DeadLetter(message.ConsultationId, message.ResponseId, message.Attempts, received.DeadLetterReason) : null;
}
