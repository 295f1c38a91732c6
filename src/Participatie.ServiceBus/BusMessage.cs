using System.Globalization;
using Azure.Messaging.ServiceBus;
using Participatie.Surveys.Intake.Queue;

namespace Participatie.ServiceBus;

/// <summary>A message of the queue as text: consultation, response, attempt. No answer, no person, and gone within two minutes.</summary>
internal static class BusMessage
{
    public static ServiceBusMessage Write(QueueMessage message) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{message.ConsultationId}:{Convert.ToHexStringLower(message.ResponseId)}:{message.Attempts}"))
        {
            // By then its row is due again and is sent anew: an older one would only be counted for nothing.
            TimeToLive = RetryTimes.Visibility,
        };

    /// <returns>Null for what nobody here has sent: its row, if there is one, brings it again.</returns>
    public static QueueMessage? Read(ServiceBusReceivedMessage received) =>
        received.Body.ToString().Split(':') is [var consultation, { Length: 32 } response, var attempts]
        && int.TryParse(consultation, NumberStyles.None, CultureInfo.InvariantCulture, out var consultationId)
        && int.TryParse(attempts, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && response.All(char.IsAsciiHexDigitLower)
            ? new QueueMessage(consultationId, Convert.FromHexString(response), count)
            : null;
}
