using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Intake;

/// <summary>After a restore: withdraws and deletes again what had been withdrawn and deleted since the backup was made.</summary>
public sealed class ReplayForgotten(GroupedWriter writer, ForgottenLog forgotten, TimeProvider clock)
{
    /// <returns>How many responses were withdrawn again.</returns>
    public async Task<int> ReplayAsync(CancellationToken cancellationToken)
    {
        var again = 0;
        await foreach (var entry in forgotten.ReadAsync(cancellationToken))
        {
            var now = clock.GetUtcNow();
            if (entry.ReceiptHash is { } receipt)
            {
                var result = await writer.WriteAsync(scope => WithdrawResponse.WithdrawAsync(scope, receipt, now), cancellationToken);
                again += result == WithdrawResult.Withdrawn ? 1 : 0;
            }
            else if (entry.ConsultationId is { } consultation)
            {
                await writer.WriteAsync(scope => DeleteExpiredResponses.DeleteAsync(scope, consultation, now), cancellationToken);
            }
        }

        return again;
    }
}
