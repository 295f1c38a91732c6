using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Access;

/// <summary>
/// Reads the whole audit log and finds the first line that is not what was written. What was cut off at the end shows in the system log
/// alone.
/// </summary>
public sealed class VerifyAuditLog(Database database, AccessKey key)
{
    /// <returns>The number of the first line that was changed, put in or taken out; null when the chain is whole.</returns>
    public async Task<long?> FirstBrokenAsync(CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        var (number, before) = (0L, AuditLog.Beginning);
        await foreach (
            var entry in context.AuditLog.AsNoTracking().OrderBy(line => line.Number).AsAsyncEnumerable()
                .WithCancellation(cancellationToken))
        {
            number++;
            if (entry.Number != number || key.Chain(before, AuditLog.LineOf(entry), entry.KeyNumber) is not { } chain
                || !CryptographicOperations.FixedTimeEquals(chain, entry.Chain))
                return number;
            before = entry.Chain;
        }

        return null;
    }
}
