using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Members;

/// <summary>
/// On their set days: takes out names, addresses and links, and deletes how people read and what they never reported.
/// </summary>
public sealed class ForgetMembers(GroupedWriter writer, TimeProvider clock)
{
    public Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = Amsterdam.DayOf(now).DayNumber;
        var written = now.AddDays(-ComeIn.DaysUntilDeleted).ToUnixTimeMilliseconds();
        return writer.WriteAsync(
            async scope =>
            {
                await scope.Context.ReviewVisits.Where(one => one.DeleteOn <= today).ExecuteDeleteAsync(cancellationToken);
                await scope.Context.ReviewLinks.Where(one => one.EndsOn <= today).ExecuteDeleteAsync(cancellationToken);
                await scope.Context.HalfWritten.Where(one => one.SavedAt <= written).ExecuteDeleteAsync(cancellationToken);
                await scope.Context.ReviewMembers.Where(one => one.ForgetOn <= today)
                    .Where(one => one.Name != "" || one.Mail != "" || one.Account != null || one.TokenHash != null)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(one => one.Name, "").SetProperty(one => one.Mail, "")
                            .SetProperty(one => one.Account, (string?)null).SetProperty(one => one.TokenHash, (byte[]?)null),
                        cancellationToken);
            },
            cancellationToken);
    }
}
