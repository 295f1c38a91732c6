using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Access;

/// <summary>
/// Finds the first line of the audit log that is not what was written. What was cut off at the end since the last checkpoint shows in the
/// system log alone.
/// </summary>
public sealed class VerifyAuditLog(Database database, AccessKey key)
{
    /// <param name="whole">
    /// Every line that there is; otherwise those since the log was last found to be whole, which a page can do each time.
    /// </param>
    /// <param name="cancellationToken">The visitor left.</param>
    public async Task<AuditVerification> VerifyAsync(bool whole, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        var checkpoints = await context.AuditCheckpoints.AsNoTracking().ToListAsync(cancellationToken);
        var removed = checkpoints.FirstOrDefault(one => one.Kind == AuditCheckpointKind.Removed);
        var verified = checkpoints.FirstOrDefault(one => one.Kind == AuditCheckpointKind.Verified);
        var first = (removed?.Number ?? 0) + 1;
        // Without its seal anybody could have taken lines out at the beginning.
        if (removed is not null && !IsSealed(removed))
            return new AuditVerification(first, 0, AuditLog.Beginning, removed.Number);
        var lines = context.AuditLog.AsNoTracking();
        if (await lines.MinAsync(line => (long?)line.Number, cancellationToken) is { } there && there != first)
            return new AuditVerification(first, 0, AuditLog.Beginning, first - 1);

        var isVerified = verified is not null && IsSealed(verified) && verified.Number >= first
            && await lines.Where(line => line.Number == verified.Number).Select(line => line.Chain)
                .SingleOrDefaultAsync(cancellationToken) is { } chain && CryptographicOperations.FixedTimeEquals(chain, verified.Chain);
        var (number, before) = isVerified && !whole
            ? (verified!.Number, verified.Chain)
            : (first - 1, removed?.Chain ?? AuditLog.Beginning);
        await foreach (
            var entry in lines.Where(line => line.Number > number).OrderBy(line => line.Number).AsAsyncEnumerable()
                .WithCancellation(cancellationToken))
        {
            number++;
            if (entry.Number != number || key.Chain(before, AuditLog.LineOf(entry), entry.KeyNumber) is not { } next
                || !CryptographicOperations.FixedTimeEquals(next, entry.Chain))
                return new AuditVerification(number, 0, AuditLog.Beginning, first - 1);
            before = entry.Chain;
        }

        // It was there when the log was last looked at, and is there no more.
        return verified is not null && IsSealed(verified) && verified.Number > number
            ? new AuditVerification(number + 1, 0, AuditLog.Beginning, first - 1)
            : new AuditVerification(null, number, before, first - 1);
    }

    /// <summary>Seals a checkpoint: who owns the database cannot make one.</summary>
    internal AuditCheckpoint Seal(AuditCheckpointKind kind, long number, byte[] chain, long at) => new()
    {
        Kind = kind,
        Number = number,
        Chain = chain,
        At = at,
        KeyNumber = key.Number,
        Seal = key.Chain(chain, LineOf(kind, number, at), key.Number)!,
    };

    private bool IsSealed(AuditCheckpoint one) =>
        key.Chain(one.Chain, LineOf(one.Kind, one.Number, one.At), one.KeyNumber) is { } seal
        && CryptographicOperations.FixedTimeEquals(seal, one.Seal);

    /// <summary>Reads like no line of the log, which begins with a number.</summary>
    private static string LineOf(AuditCheckpointKind kind, long number, long at) =>
        string.Create(CultureInfo.InvariantCulture, $"checkpoint:{(int)kind}:{number}:{at}");
}

/// <param name="FirstBroken">The number of the first line that was changed, put in or taken out; null when all is whole.</param>
/// <param name="Number">Of the last line, when all is whole.</param>
/// <param name="Chain">Of that line.</param>
/// <param name="Removed">Up to which line old ones are gone; 0 for none.</param>
public sealed record AuditVerification(long? FirstBroken, long Number, byte[] Chain, long Removed);
