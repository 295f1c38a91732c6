using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Participatie.Surveys.Storage;

/// <summary>Finds out whether the database takes changes, by making one: a full or broken disk shows in nothing else.</summary>
public sealed class TryWrite(GroupedWriter writer, TimeProvider clock) : IDisposable
{
    /// <summary>Several probes and a balancer ask at the same time: they share an answer.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(3);

    /// <summary>Residents would not wait longer either.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _one = new(1, 1);
    private (DateTimeOffset At, string? Failure)? _last;

    /// <returns>The kind of failure; null when it worked.</returns>
    public async Task<string?> TryAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_last is not { } last || clock.GetUtcNow() - last.At >= Fresh)
            {
                _last = last = (clock.GetUtcNow(), await WriteAsync());
            }

            return last.Failure;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>What may be said of a failure of the database: its kind and number. Its message may quote what was stored.</summary>
    public static string KindOf(Exception failure) => failure switch
    {
        _ when DatabaseAway.IsReadOnly(failure) =>
            "this PostgreSQL takes no changes (25006): it is a standby, or was set to read only",
        SqliteException sqlite => $"{nameof(SqliteException)} {sqlite.SqliteErrorCode}",
        DbException { SqlState: { } state } => $"{failure.GetType().Name} {state}",
        _ => failure.GetType().Name,
    };

    public void Dispose() => _one.Dispose();

    private async Task<string?> WriteAsync()
    {
        // Given up, it is taken out of the queue of the writer: probes must not pile up behind each other.
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await writer.WriteAsync(
                scope => scope.ExecuteAsync(
                    "INSERT INTO write_probe (id, tried_at) VALUES (1, @now) ON CONFLICT (id) DO UPDATE SET tried_at = excluded.tried_at",
                    ("@now", clock.GetUtcNow().ToUnixTimeMilliseconds())),
                patience.Token).WaitAsync(Patience);
            return null;
        }
        catch (Exception failure) when (failure is DbException or TimeoutException or OperationCanceledException or ObjectDisposedException)
        {
            return KindOf(failure);
        }
    }
}
