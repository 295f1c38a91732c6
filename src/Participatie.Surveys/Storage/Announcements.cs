namespace Participatie.Surveys.Storage;

/// <summary>
/// Tells the other processes on one PostgreSQL that something which they hold in memory was changed. It comes with the commit: whoever
/// hears it finds the change, and what is undone is never told. SQLite has one process and needs none.
/// </summary>
/// <remarks>
/// Not for what thousands do: PostgreSQL commits transactions that tell something one after the other, so a hand-in tells nothing and
/// workers look by themselves.
/// </remarks>
internal static class Announcements
{
    public const string Channel = "participatie_changed";

    public static async ValueTask AnnounceAsync(this WriteScope scope)
    {
        if (!scope.IsSqlite)
        {
            // Told once a transaction, however often it is asked.
            await scope.ExecuteAsync($"SELECT pg_notify('{Channel}', '')");
        }
    }
}
