using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Codes;

/// <summary>Deletes what is remembered of networks that did nothing for a while, where several machines share it.</summary>
public sealed class ForgetTries(Database database, GroupedWriter writer, TimeProvider clock)
{
    /// <summary>With the wait for the next look a quarter of an hour.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(14);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (database.IsSqlite)
        {
            return;
        }

        var before = (clock.GetUtcNow() - Remembered).ToUnixTimeMilliseconds();
        await writer.WriteAsync(
            async scope => await scope.Context.NetworkTries.Where(tries => tries.At < before).ExecuteDeleteAsync(), cancellationToken);
    }
}
