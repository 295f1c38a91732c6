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
    DatabaseQueue outbox, BusLinks links, BusState state, BusTimes times, TimeProvider clock, ILogger<OutboxRelay> log) : BackgroundService
{
    /// <summary>Some 200 bytes each: far below the 256 KB of one sending.</summary>
    private const int Most = 500;

    /// <returns>How many were sent; 0 when none was due or the bus did not take them.</returns>
    public async Task<int> SendAsync(CancellationToken cancellationToken)
    {
        // A bus that failed is tried with one: the others keep the moment since when they wait.
        var due = await outbox.ReceiveAsync(state.Fails(BusWork.Sending) ? 1 : Most, cancellationToken);
        if (due.Count == 0)
        {
            await TryAgainAsync(cancellationToken);
            return 0;
        }

        try
        {
            await links.Sender.SendMessagesAsync(
                due.Select(message => BusMessage.Write(message.ConsultationId, message.ResponseId)), cancellationToken);
        }
#pragma warning disable CA1031 // Whatever it is, the rows wait and the next try is soon.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            await outbox.ReturnAsync(due, CancellationToken.None);
            cancellationToken.ThrowIfCancellationRequested();
            state.Failed(BusWork.Sending, failure);
            return 0;
        }

        state.Works(BusWork.Sending);
        // When this fails they are sent once more, and counted once.
        await outbox.CompleteAsync(due, CancellationToken.None);
        return due.Count;
    }

    /// <summary>Another process may have sent what this one could not: whether it could now shows in a link alone.</summary>
    private async Task TryAgainAsync(CancellationToken cancellationToken)
    {
        if (!state.Fails(BusWork.Sending))
            return;
        try
        {
            // Asks the bus how large it may be.
            using var batch = await links.Sender.CreateMessageBatchAsync(cancellationToken);
            state.Works(BusWork.Sending);
        }
#pragma warning disable CA1031 // As above.
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            state.Failed(BusWork.Sending, failure);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await SendAsync(stoppingToken) > 0)
                    continue;
                if (state.Fails(BusWork.Sending))
                    await Task.Delay(times.Pause, clock, stoppingToken);
                else
                    await outbox.WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A database that is away for a while must not end the sending for good: the rows wait.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                LogFailure(failure.GetType().Name);
                await Task.Delay(times.Pause, clock, CancellationToken.None);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be read or written: {Failure}. Its rows wait")]
    private partial void LogFailure(string failure);
}
