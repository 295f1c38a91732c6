using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Participatie.Surveys.Storage;

/// <summary>
/// What Entity Framework asks while PostgreSQL is away for a moment is asked again; inside a transaction whoever began that decides. A
/// failure stays what it is: by default it comes wrapped in an exception that is none of the database's.
/// </summary>
internal sealed class AskAgain(ExecutionStrategyDependencies dependencies) : IExecutionStrategy
{
    private readonly DbContext _context = dependencies.CurrentContext.Context;

    public bool RetriesOnFailure => false;

    public TResult Execute<TState, TResult>(
        TState state,
        Func<DbContext, TState, TResult> operation,
        Func<DbContext, TState, ExecutionResult<TResult>>? verifySucceeded) => operation(_context, state);

    public async Task<TResult> ExecuteAsync<TState, TResult>(
        TState state,
        Func<DbContext, TState, CancellationToken, Task<TResult>> operation,
        Func<DbContext, TState, CancellationToken, Task<ExecutionResult<TResult>>>? verifySucceeded,
        CancellationToken cancellationToken = default)
    {
        for (var began = Stopwatch.GetTimestamp(); ;)
        {
            try
            {
                return await operation(_context, state, cancellationToken);
            }
            catch (Exception failure)
                when (_context.Database.CurrentTransaction is null && DatabaseAway.Is(failure) && DatabaseAway.MayWait(began))
            {
                await DatabaseAway.WaitAsync(cancellationToken);
            }
        }
    }
}
