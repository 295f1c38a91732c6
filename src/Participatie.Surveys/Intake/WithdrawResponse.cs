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
public sealed class WithdrawResponse(Database database, GroupedWriter writer, ForgottenLog forgotten, CodeKey key, QueueSignal signal, TimeProvider clock)
{
    public async Task<WithdrawResult> WithdrawAsync(Code code, CancellationToken cancellationToken)
    {
        var receipt = key.HashOfReceipt(code);
        var known = await database.ReadAsync(
            "SELECT 1 FROM responses WHERE receipt_hash = @receipt", _ => true, cancellationToken, ("@receipt", receipt));
        if (known.Count == 0)
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
        // Not counted yet: the worker will find it withdrawn and count nothing.
        var queued = await scope.ExecuteAsync(
            "UPDATE responses SET state = @withdrawn, document = '{}' WHERE receipt_hash = @receipt AND state = @queued",
            ("@withdrawn", (short)ResponseState.Withdrawn),
            ("@receipt", receipt),
            ("@queued", (short)ResponseState.Queued));
        if (queued == 1)
        {
            return WithdrawResult.Withdrawn;
        }

        // Counted: only the worker changes tallies, and it needs the answers to take them out; it erases them then.
        var counted = await scope.ExecuteAsync(
            "UPDATE responses SET state = @withdrawing WHERE receipt_hash = @receipt AND state = @counted",
            ("@withdrawing", (short)ResponseState.Withdrawing),
            ("@receipt", receipt),
            ("@counted", (short)ResponseState.Counted));
        if (counted == 0)
        {
            return WithdrawResult.AlreadyWithdrawn;
        }

        await DatabaseQueue.SendWithdrawalAsync(scope, receipt, now);
        return WithdrawResult.Withdrawn;
    }
}
