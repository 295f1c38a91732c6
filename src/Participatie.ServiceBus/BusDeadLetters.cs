using Azure.Messaging.ServiceBus;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Intake.Queue;
using Participatie.Surveys.Storage;

namespace Participatie.ServiceBus;

/// <summary>
/// The dead letters of the bus, marked in the database by a row of the outbox that is set apart: so pages, health and sweep know them
/// without asking the bus, and another try is one transaction. A dead letter of which the response does not wait any more is removed.
/// </summary>
public sealed class BusDeadLetters(
    BusLinks links, BusState state, BusTimes times, Database database, GroupedWriter writer, TimeProvider clock)
{
    private const int PageSize = 100;

    /// <summary>More are looked at when these were tried again.</summary>
    private const int MostAtOnce = 10_000;

    /// <summary>Marks what the bus has set apart, also by itself, and forgets what is over.</summary>
    /// <returns>Whether the bus could be asked.</returns>
    public async Task<bool> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var all = await PeekAllAsync(cancellationToken);
            var letters = all.Where(received => BusMessage.ReadDead(received) is not null)
                .ToDictionary(received => received.SequenceNumber, received => BusMessage.ReadDead(received)!);
            state.SawForeign(all.Count - letters.Count);
            var over = await MarkAsync(letters, cancellationToken);
            // These and no other: the same response may be set apart anew meanwhile.
            if (over.Count > 0)
                await RemoveAsync((received, _) => over.Contains(received.SequenceNumber), cancellationToken);
            state.Works(BusWork.Looking);
            return true;
        }
        catch (Exception failure) when (IsOfBus(failure, cancellationToken))
        {
            state.Failed(BusWork.Looking, failure);
            return false;
        }
    }

    /// <summary>Marks these, unless they wait for another try already or their response is counted or gone.</summary>
    /// <param name="letters">By their number on the bus.</param>
    /// <param name="cancellationToken">Before the work has begun.</param>
    /// <returns>The numbers of those that have no meaning any more.</returns>
    internal async Task<IReadOnlySet<long>> MarkAsync(
        IReadOnlyDictionary<long, DeadLetter> letters, CancellationToken cancellationToken)
    {
        var unknown = await UnknownAsync(letters, cancellationToken);
        if (unknown.Count == 0)
        {
            await using var context = database.NewContext();
            if (!await Over(context).AnyAsync(cancellationToken))
                return new HashSet<long>();
        }

        return await writer.WriteAsync(
            async scope =>
            {
                var over = new HashSet<long>();
                foreach (var copies in unknown.GroupBy(letter => Convert.ToHexString(letter.Value.ResponseId), StringComparer.Ordinal))
                {
                    var letter = copies.First().Value;
                    var row = await scope.Context.Queue.FindAsync([letter.ResponseId], cancellationToken);
                    if (!await Waits(scope.Context, letter).AnyAsync(cancellationToken) || row is { Dead: false, Attempts: 0 })
                        over.UnionWith(copies.Select(copy => copy.Key));
                    else if (row is null)
                        scope.Context.Queue.Add(Marked(letter));
                    // A row that the relay has taken may be that of this very letter: sent, and not ended yet. Taking the letter away
                    // would lose it when the row ends, so the next look decides, when the row is gone or waits again.
                }

                await scope.Context.SaveChangesAsync(cancellationToken);
                await Over(scope.Context).ExecuteDeleteAsync(cancellationToken);
                return (IReadOnlySet<long>)over;
            },
            cancellationToken);
    }

    /// <summary>Without those that are marked already, and wait: there may be thousands, and each process looks every minute.</summary>
    private async Task<List<KeyValuePair<long, DeadLetter>>> UnknownAsync(
        IReadOnlyDictionary<long, DeadLetter> letters, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        var over = Over(context).Select(entry => entry.ResponseId);
        var marked = (await context.Queue.Where(entry => entry.Dead && !over.Contains(entry.ResponseId))
            .Select(entry => entry.ResponseId).ToListAsync(cancellationToken))
            .Select(Convert.ToHexString).ToHashSet(StringComparer.Ordinal);
        return [.. letters.Where(letter => !marked.Contains(Convert.ToHexString(letter.Value.ResponseId)))];
    }

    /// <summary>Takes these dead letters off the bus. What the bus does not give now stays, and is over later.</summary>
    internal async Task RemoveAsync(Func<ServiceBusReceivedMessage, DeadLetter, bool> which, CancellationToken cancellationToken)
    {
        var others = new Dictionary<long, ServiceBusReceivedMessage>();
        try
        {
            var isNew = true;
            // Until those that stay come round again, or nothing comes.
            while (isNew && others.Count < MostAtOnce
                && await links.DeadLetters.ReceiveMessagesAsync(PageSize, times.Patience, cancellationToken) is { Count: > 0 } page)
            {
                foreach (var received in page)
                {
                    if (BusMessage.ReadDead(received) is { } letter && which(received, letter))
                        await links.DeadLetters.CompleteMessageAsync(received, cancellationToken);
                    else
                        isNew &= others.TryAdd(received.SequenceNumber, received);
                }
            }

            foreach (var received in others.Values)
            {
                await links.DeadLetters.AbandonMessageAsync(received, cancellationToken: cancellationToken);
            }
        }
        catch (Exception failure) when (IsOfBus(failure, cancellationToken))
        {
            state.Failed(BusWork.Looking, failure);
        }
    }

    private static bool IsOfBus(Exception failure, CancellationToken cancellationToken) =>
        failure is ServiceBusException or UnauthorizedAccessException or Azure.Identity.AuthenticationFailedException
        || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    private static IQueryable<Response> Waits(ParticipatieDb context, DeadLetter letter) => context.Responses.Where(response =>
        response.ConsultationId == letter.ConsultationId && response.Id == letter.ResponseId
        && (response.State == ResponseState.Queued || response.State == ResponseState.Withdrawing));

    /// <summary>Marks of responses that were counted or withdrawn after all.</summary>
    private static IQueryable<QueueEntry> Over(ParticipatieDb context) => context.Queue.Where(entry =>
        entry.Dead && !context.Responses.Any(response =>
            response.ConsultationId == entry.ConsultationId && response.Id == entry.ResponseId
            && (response.State == ResponseState.Queued || response.State == ResponseState.Withdrawing)));

    private QueueEntry Marked(DeadLetter letter) => new()
    {
        ResponseId = letter.ResponseId,
        ConsultationId = letter.ConsultationId,
        Attempts = letter.Attempts,
        VisibleAt = clock.GetUtcNow().ToUnixTimeMilliseconds(),
        Dead = true,
        Failure = letter.Failure,
    };

    private async Task<IReadOnlyList<ServiceBusReceivedMessage>> PeekAllAsync(CancellationToken cancellationToken)
    {
        var all = new List<ServiceBusReceivedMessage>();
        while (all.Count < MostAtOnce && await links.DeadLetters.PeekMessagesAsync(
            PageSize, all is [.., var last] ? last.SequenceNumber + 1 : 0, cancellationToken) is { Count: > 0 } page)
        {
            all.AddRange(page);
        }

        return all;
    }
}
