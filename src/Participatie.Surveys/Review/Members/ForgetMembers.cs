using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Members;

/// <summary>On their set days: takes out names, addresses and links, and deletes how people read.</summary>
public sealed class ForgetMembers(GroupedWriter writer, TimeProvider clock)
{
    public Task RunAsync(CancellationToken cancellationToken)
    {
        var today = Amsterdam.DayOf(clock.GetUtcNow()).DayNumber;
        return writer.WriteAsync(
            async scope =>
            {
                await scope.Context.ReviewVisits.Where(one => one.DeleteOn <= today).ExecuteDeleteAsync(cancellationToken);
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
