using Azure.Messaging.ServiceBus;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Intake.Queue;
using Participatie.Surveys.Storage;

namespace Participatie.ServiceBus;

/// <summary>
/// Finds responses that wait although no message of theirs is anywhere, and puts them into the outbox again: a bus may acknowledge and
/// lose. Lost is what had no row of the outbox at an earlier look and has none now, when the bus holds nothing from before that look. Dead
/// letters have a row and are left alone. Broken off or wrong by a clock, a response is sent once too often and counted once.
/// </summary>
public sealed partial class ResendLost(
    BusLinks links,
    BusState state,
    BusDeadLetters dead,
    Database database,
    GroupedWriter writer,
    BusTimes times,
    TimeProvider clock,
    ILogger<ResendLost> log)
{
    /// <summary>The others come at a later look.</summary>
    private const int MostAtOnce = 10_000;

    private (DateTimeOffset At, HashSet<string> Responses)? _before;

    /// <returns>How many were lost.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (_before is { } earlier && now - earlier.At < times.LostAfter)
            return 0;
        // What the bus has set apart must be marked before it looks lost.
        if (!await dead.LookAsync(cancellationToken))
            return 0;
        var (isKnown, oldest) = await OldestAsync(cancellationToken);
        if (!isKnown)
            return 0;
        var missing = await MissingAsync(cancellationToken);
        var lost = _before is { } before && (oldest is null || oldest > before.At)
            ? missing.FindAll(response => before.Responses.Contains(Convert.ToHexString(response.Id)))
            : [];
        if (lost.Count > 0)
        {
            await writer.WriteAsync(
                async scope =>
                {
                    foreach (var (consultation, id) in lost)
                    {
                        await DatabaseQueue.SendAsync(scope, consultation, id, now);
                    }
                },
                cancellationToken);
            LogLost(lost.Count);
        }

        _before = (now, missing.Select(response => Convert.ToHexString(response.Id)).ToHashSet(StringComparer.Ordinal));
        return lost.Count;
    }

    private async Task<(bool IsKnown, DateTimeOffset? Oldest)> OldestAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (true, (await links.Receiver.PeekMessageAsync(fromSequenceNumber: 0, cancellationToken))?.EnqueuedTime);
        }
        catch (Exception failure) when (failure is ServiceBusException or UnauthorizedAccessException)
        {
            state.Failed(BusWork.Looking, failure);
            return (false, null);
        }
    }

    private async Task<List<(int ConsultationId, byte[] Id)>> MissingAsync(CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        // None of them was shuffled yet, which the database finds at once among a million.
        var found = await context.Responses
            .Where(response => !response.Shuffled && (response.State == ResponseState.Queued || response.State == ResponseState.Withdrawing)
                && !context.Queue.Any(entry => entry.ResponseId == response.Id))
            .OrderBy(response => response.ConsultationId).ThenBy(response => response.Id)
            .Select(response => new { response.ConsultationId, response.Id })
            .Take(MostAtOnce)
            .ToListAsync(cancellationToken);
        return found.ConvertAll(response => (response.ConsultationId, response.Id));
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{Count} responses waited without a message on Service Bus; they are sent again and will be counted once")]
    private partial void LogLost(int count);
}
