using System.Globalization;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Intake;

/// <summary>After a restore: withdraws and deletes again what had been withdrawn and deleted since the backup was made.</summary>
public sealed class ReplayForgotten(GroupedWriter writer, ForgottenLog forgotten, TimeProvider clock)
{
    /// <summary>Does what a restore left to do; nothing when it left nothing.</summary>
    /// <returns>How many responses were withdrawn again, and of how many consultations all responses were deleted again.</returns>
    public async Task<(int Withdrawn, int Deleted)> ReplayAsync(CancellationToken cancellationToken)
    {
        var again = 0;
        var deleted = new HashSet<int>();
        if (forgotten.Pending is not { } since)
        {
            return (again, deleted.Count);
        }

        await foreach (var entry in forgotten.ReadAsync(since, cancellationToken))
        {
            var now = clock.GetUtcNow();
            if (entry.What == ForgottenEntry.Receipt)
            {
                var result = await writer.WriteAsync(
                    scope => WithdrawResponse.WithdrawAsync(scope, Convert.FromHexString(entry.Which), now), cancellationToken);
                again += result == WithdrawResult.Withdrawn ? 1 : 0;
            }
            else if (deleted.Add(int.Parse(entry.Which, NumberStyles.None, CultureInfo.InvariantCulture)))
            {
                var consultation = int.Parse(entry.Which, NumberStyles.None, CultureInfo.InvariantCulture);
                await writer.WriteAsync(scope => DeleteExpiredResponses.DeleteAgainAsync(scope, consultation, now), cancellationToken);
            }
        }

        forgotten.Done();
        return (again, deleted.Count);
    }
}
