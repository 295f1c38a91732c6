using Npgsql;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Intake.Unlinking;

/// <summary>
/// Writes a table of PostgreSQL into a new file in the order of its key, which is random: no dead row is left, and none of the bytes
/// that vacuum leaves in a page. Takes milliseconds for the small tables it is used for; everybody else waits for it.
/// </summary>
internal static class RewriteTable
{
    /// <summary>Everybody who comes later waits behind us: give up soon, and come again in a minute.</summary>
    public const string WaitNotLong = "SET LOCAL lock_timeout = '500ms'";

    private static readonly TimeSpan MostWait = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    public static async Task RunAsync(NpgsqlConnection connection, string table, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync($"{WaitNotLong}; CLUSTER {table} USING {table}_pkey", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>
    /// Waits until nobody reads as of a moment before that transaction: dead rows that somebody could still see would be copied along. One
    /// that is under way in another database of the same server holds them too, because our own look would begin before it.
    /// </summary>
    /// <returns>False when somebody does for long, as a backup that is being made.</returns>
    public static async Task<bool> NobodyLooksBackAsync(NpgsqlConnection connection, string number, CancellationToken cancellationToken)
    {
        for (var waited = TimeSpan.Zero; waited < MostWait; waited += BetweenLooks)
        {
            var nobody = await connection.ScalarAsync(
                $"""
                SELECT age(pg_snapshot_xmin(pg_current_snapshot())::xid) < age('{number}'::xid) AND NOT EXISTS (
                    SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
                    AND (backend_type = 'client backend' OR query LIKE 'autovacuum:%ANALYZE%')
                    AND backend_xmin IS NOT NULL AND age(backend_xmin) >= age('{number}'::xid))
                """,
                cancellationToken);
            if (nobody is true)
            {
                return true;
            }

            await Task.Delay(BetweenLooks, cancellationToken);
        }

        return false;
    }
}
