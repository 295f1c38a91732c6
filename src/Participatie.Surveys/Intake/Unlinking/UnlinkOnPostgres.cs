using Npgsql;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Intake.Unlinking;

/// <summary>
/// Gives all used codes the number of one transaction and no order, and leaves nothing of the rows before. All of them, not those of
/// the last minutes: a round with one letter in it would single it out.
/// </summary>
internal static class UnlinkOnPostgres
{
    private static readonly string[] CodeTables = ["invitations", "invitation_uses"];

    /// <summary>Sent and wiped drafts stood in them, and when each response came.</summary>
    private static readonly string[] PassingTables = ["drafts", "queue"];

    /// <returns>False when somebody reads as of a moment before this.</returns>
    public static async Task<bool> RunAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var (number, isNew) = await RewriteCodesAsync(connection, cancellationToken);
        if (!await RewriteTable.NobodyLooksBackAsync(connection, number, cancellationToken))
        {
            return false;
        }

        foreach (var table in (string[])[.. isNew ? CodeTables : [], .. PassingTables])
        {
            await RewriteTable.RunAsync(connection, table, cancellationToken);
        }

        await connection.ExecuteAsync($"DELETE FROM unlinking WHERE what = {UnlinkingMark.Unfinished}", cancellationToken);
        // Cutting off empty pages would make others wait; they are used again.
        await connection.ExecuteAsync("VACUUM (TRUNCATE false) responses", cancellationToken);
        return true;
    }

    /// <returns>A number that is later than everything that was there, and whether codes were used since the last round.</returns>
    private static async Task<(string Number, bool IsNew)> RewriteCodesAsync(
        NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        // Or a round was broken off before the old rows were gone.
        var isNew = await connection.ScalarAsync(
            $"""
            SELECT EXISTS (SELECT 1 FROM unlinking WHERE what = {UnlinkingMark.Unfinished})
                OR EXISTS (SELECT 1 FROM invitations WHERE used
                    AND xmin::text::bigint NOT IN (SELECT value FROM unlinking WHERE what = {UnlinkingMark.LastTransaction}))
            """,
            cancellationToken) is true;
        if (isNew)
        {
            await connection.ExecuteAsync(
                $"""
                {RewriteTable.WaitNotLong};
                UPDATE invitations SET used = used WHERE used;
                UPDATE invitation_uses SET count = count;
                INSERT INTO unlinking (what, value)
                VALUES ({UnlinkingMark.Unfinished}, 0), ({UnlinkingMark.LastTransaction}, pg_current_xact_id()::xid::text::bigint)
                ON CONFLICT (what) DO UPDATE SET value = excluded.value;
                """,
                cancellationToken);
        }

        var number = (string)(await connection.ScalarAsync("SELECT pg_current_xact_id()::xid::text", cancellationToken))!;
        await transaction.CommitAsync(cancellationToken);
        return (number, isNew);
    }
}
