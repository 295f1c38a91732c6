using System.Diagnostics;
using System.Net.Sockets;
using Npgsql;

namespace Participatie.Surveys.Storage;

/// <summary>
/// A PostgreSQL that restarts or is switched over is away for some seconds. Whoever asks meanwhile waits and asks again, as long as nothing
/// of it can have been done; only the commit itself is never sent twice.
/// </summary>
internal static class DatabaseAway
{
    /// <summary>A resident waits so long for a page; after it a clear page says that nothing was stored.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(100);

    public static bool Is(Exception failure) => failure switch
    {
        PostgresException refused => refused.SqlState is PostgresErrorCodes.AdminShutdown
            or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow,
        // Not a timeout: a statement that takes too long would only take as long again. Of several servers none may take changes for a
        // moment, which has no reason behind it, or one for each of them.
        NpgsqlException broken => broken.InnerException is null or IOException or SocketException or AggregateException,
        _ => false,
    };

    /// <summary>The server that answers is a standby, or was made one: nothing of the work was done.</summary>
    public static bool IsReadOnly(Exception failure) =>
        failure is PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction };

    public static bool MayWait(long began) => Stopwatch.GetElapsedTime(began) < Patience;

    public static Task WaitAsync(CancellationToken cancellationToken) => Task.Delay(LookAgain, cancellationToken);
}
