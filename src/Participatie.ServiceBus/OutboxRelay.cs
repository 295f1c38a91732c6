using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Participatie.Surveys.Intake.Queue;

namespace Participatie.ServiceBus;

/// <summary>
/// Sends the rows that are due, and ends each when the bus has acknowledged it. Any number of processes may: a row is taken by one, and
/// comes due again when that one dies.
/// </summary>
public sealed partial class OutboxRelay(
    DatabaseQueue outbox, ServiceBusSender sender, TimeProvider clock, ILogger<OutboxRelay> log) : BackgroundService
{
    /// <summary>Some 60 bytes each: far below the 256 KB of one sending.</summary>
    private const int Most = 200;

    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    /// <returns>How many were sent.</returns>
    public async Task<int> SendAsync(CancellationToken cancellationToken)
    {
        var due = await outbox.ReceiveAsync(Most, cancellationToken);
        if (due.Count > 0)
        {
            await sender.SendMessagesAsync(
                due.Select(message => BusMessage.Write(message.ConsultationId, message.ResponseId, attempts: 0)), cancellationToken);
            await outbox.CompleteAsync(due, CancellationToken.None);
        }

        return due.Count;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await SendAsync(stoppingToken) == 0)
                {
                    await Task.Delay(LookAgain, clock, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A bus or database that is away for a while must not end the sending for good: the rows wait.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                LogFailure(failure.GetType().Name);
                await Task.Delay(LookAgain, clock, CancellationToken.None);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Sending to Service Bus stopped for a moment: {Failure}")]
    private partial void LogFailure(string failure);
}
