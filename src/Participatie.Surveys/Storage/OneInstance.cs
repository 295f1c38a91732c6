using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace Participatie.Surveys.Storage;

/// <summary>
/// Which of several processes does what is done once for all of them: opening and closing on the day, publishing results, cleaning up,
/// mail. When it ends, the next one that asks takes over.
/// </summary>
public sealed partial class OneInstance(Database database, ILogger<OneInstance> log) : IAsyncDisposable
{
    /// <summary>Any number will do, as long as every process uses the same.</summary>
    private const long PostgresLock = 0x4F6E6549;

    private readonly SemaphoreSlim _one = new(1, 1);
    private Turn? _turn;

    /// <summary>
    /// Asked before each round of work. Work that is under way while the connection breaks goes on beside that of who takes over: each deed
    /// is a transaction that looks whether it was done.
    /// </summary>
    public async ValueTask<bool> IsThisAsync(CancellationToken cancellationToken)
    {
        if (database.IsSqlite)
        {
            return true;
        }

        await _one.WaitAsync(cancellationToken);
        try
        {
            if (await StillHasItAsync(cancellationToken))
            {
                return true;
            }

            _turn = await Turn.TryTakeAsync(database, PostgresLock, cancellationToken);
            if (_turn is not null)
            {
                LogTaken();
            }

            return _turn is not null;
        }
        catch (DbException)
        {
            // The database is away, which the health of the storage says; nobody else does it meanwhile.
            return false;
        }
        finally
        {
            _one.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await (_turn?.DisposeAsync() ?? ValueTask.CompletedTask);
        _turn = null;
        _one.Dispose();
    }

    private async Task<bool> StillHasItAsync(CancellationToken cancellationToken)
    {
        if (_turn is null)
        {
            return false;
        }

        try
        {
            await _turn.DemandAsync(cancellationToken);
            return true;
        }
        catch (DbException)
        {
            LogLost();
            await _turn.DisposeAsync();
            _turn = null;
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "This process does what is done once: opening, publishing, cleaning up, mail")]
    private partial void LogTaken();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The connection of the one process broke: whoever asks first takes over")]
    private partial void LogLost();
}
