using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Intake.Queue;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Intake;

public enum WithdrawResult
{
    /// <summary>The answers are erased; if they were counted, the worker takes them out of the counts.</summary>
    Withdrawn,
    AlreadyWithdrawn,
    Unknown,
}

/// <summary>Takes a response back, by its receipt. An invitation code that was used with it stays used.</summary>
public sealed class WithdrawResponse(
    Database database, GroupedWriter writer, ForgottenLog forgotten, CodeKeys keys, QueueSignal signal, TimeProvider clock)
{
    public async Task<WithdrawResult> WithdrawAsync(Code code, CancellationToken cancellationToken)
    {
        if (await FindAsync(code, cancellationToken) is not { } receipt)
        {
            return WithdrawResult.Unknown;
        }

        // First the log that is kept apart: after a restore a withdrawal too many hurts nobody, one too few would bring answers back.
        var now = clock.GetUtcNow();
        forgotten.Add(ForgottenEntry.OfReceipt(receipt, now));
        var result = await writer.WriteAsync(scope => WithdrawAsync(scope, receipt, now), cancellationToken);
        signal.Set();
        return result;
    }

    /// <returns>The hash under which it is stored; null when no response has this receipt.</returns>
    private async Task<byte[]?> FindAsync(Code code, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        foreach (var receipt in keys.NewestFirst.Select(key => key.HashOfReceipt(code)))
        {
            if (await context.Responses.AnyAsync(response => response.ReceiptHash == receipt, cancellationToken))
            {
                return receipt;
            }
        }

        return null;
    }

    /// <summary>The withdrawal and the entry that says so, also for a restore that replays the log.</summary>
    internal static async ValueTask<WithdrawResult> WithdrawAsync(WriteScope scope, byte[] receipt, DateTimeOffset now)
    {
        var result = await CompareAndSetAsync(scope, receipt, now);
        if (result == WithdrawResult.Withdrawn)
        {
            await ForgottenEntry.OfReceipt(receipt, now).StoreAsync(scope);
        }

        return result;
    }

    private static async ValueTask<WithdrawResult> CompareAndSetAsync(WriteScope scope, byte[] receipt, DateTimeOffset now)
    {
        var own = scope.Context.Responses.Where(response => response.ReceiptHash == receipt);
        // Not counted yet: the worker will find it withdrawn and count nothing.
        var queued = await own.Where(response => response.State == ResponseState.Queued).ExecuteUpdateAsync(
            set => set.SetProperty(response => response.State, ResponseState.Withdrawn).SetProperty(response => response.Document, "{}"));
        if (queued == 1)
        {
            return WithdrawResult.Withdrawn;
        }

        // Counted: only the worker changes tallies, and it needs the answers to take them out; it erases them then. Its new place in the
        // table tells when it was withdrawn, so it is shuffled once more.
        var counted = await own.Where(response => response.State == ResponseState.Counted).ExecuteUpdateAsync(
            set => set.SetProperty(response => response.State, ResponseState.Withdrawing)
                .SetProperty(response => response.Shuffled, false));
        if (counted == 0)
        {
            return WithdrawResult.AlreadyWithdrawn;
        }

        await DatabaseQueue.SendWithdrawalAsync(scope, receipt, now);
        return WithdrawResult.Withdrawn;
    }
}
