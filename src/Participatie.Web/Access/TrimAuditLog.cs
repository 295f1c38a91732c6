using Participatie.Surveys.Storage;
using Participatie.Web.Hosting;

namespace Participatie.Web.Access;

/// <summary>
/// Each day: verifies all of the audit log, removes lines that are older than they are kept, and leaves a checkpoint, so that verification
/// goes on from there. While a line is broken nothing is removed: it may be what somebody has to look at.
/// </summary>
public sealed partial class TrimAuditLog(
    Settings settings, GroupedWriter writer, VerifyAuditLog verify, AuditLog audit, TimeProvider clock, ILogger<TrimAuditLog> log)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var found = await verify.VerifyAsync(whole: true, cancellationToken);
        if (found.FirstBroken is { } broken)
        {
            LogBroken(broken);
            // Whoever looks from now on begins at the beginning, and finds it too.
            await writer.WriteAsync(
                scope => scope.ExecuteAsync(
                    "DELETE FROM audit_checkpoints WHERE kind = @kind AND number >= @number",
                    ("@kind", (int)AuditCheckpointKind.Verified),
                    ("@number", broken)),
                cancellationToken);
            return;
        }

        if (found.Number > 0)
            audit.Say(await writer.WriteAsync(scope => TrimAsync(scope, found), cancellationToken));
    }

    private async ValueTask<IReadOnlyList<AuditEntry>> TrimAsync(WriteScope scope, AuditVerification found)
    {
        var now = clock.GetUtcNow();
        await PutAsync(scope, verify.Seal(AuditCheckpointKind.Verified, found.Number, found.Chain, now.ToUnixTimeMilliseconds()));
        // The last line stays whatever its age: the next one follows on it.
        var kept = (long?)await scope.ScalarAsync(
            "SELECT MIN(number) FROM audit_log WHERE at >= @since",
            ("@since", now.AddMonths(-settings.AuditLogMonths).ToUnixTimeMilliseconds())) ?? found.Number;
        var last = Math.Min(kept, found.Number) - 1;
        if (last <= found.Removed
            || await scope.ScalarAsync("SELECT chain FROM audit_log WHERE number = @last", ("@last", last)) is not byte[] chain)
            return [];
        await PutAsync(scope, verify.Seal(AuditCheckpointKind.Removed, last, chain, now.ToUnixTimeMilliseconds()));
        await scope.ExecuteAsync("DELETE FROM audit_log WHERE number <= @last", ("@last", last));
        return
        [
            await audit.AppendAsync(
                scope,
                new AuditNote("", "", "oude regels weggehaald", "logboek")
                {
                    Before = string.Create(
                        System.Globalization.CultureInfo.InvariantCulture, $"regel {found.Removed + 1} tot en met {last}"),
                }),
        ];
    }

    private static async ValueTask PutAsync(WriteScope scope, AuditCheckpoint one) => await scope.ExecuteAsync(
        """
        INSERT INTO audit_checkpoints (kind, number, chain, at, key_number, seal) VALUES (@kind, @number, @chain, @at, @key, @seal)
        ON CONFLICT (kind) DO UPDATE SET number = excluded.number, chain = excluded.chain, at = excluded.at,
        key_number = excluded.key_number, seal = excluded.seal
        """,
        ("@kind", (int)one.Kind), ("@number", one.Number), ("@chain", one.Chain), ("@at", one.At), ("@key", one.KeyNumber),
        ("@seal", one.Seal));

    [LoggerMessage(Level = LogLevel.Error, Message = "The audit log was changed: line {Number} is not what was written")]
    private partial void LogBroken(long number);
}
