using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review;

/// <summary>
/// Held until the commit by whoever adds to what belongs to no consultation, so that two never take the same number. SQLite has one writer
/// and needs none.
/// </summary>
internal static class SiteLock
{
    /// <summary>Any number will do, as long as every instance uses the same.</summary>
    private const long PostgresLock = 0x53697465;

    public static async ValueTask TakeAsync(WriteScope scope)
    {
        if (!scope.IsSqlite)
        {
            await scope.ExecuteAsync("SELECT pg_advisory_xact_lock(@lock)", ("@lock", PostgresLock));
        }
    }
}
