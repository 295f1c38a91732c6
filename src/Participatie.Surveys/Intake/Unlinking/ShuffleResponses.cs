using System.Globalization;
using Npgsql;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Intake.Unlinking;

/// <summary>Writes the responses that were counted since the last time anew in random order.</summary>
public sealed class ShuffleResponses(Database database, GroupedWriter writer)
{
    /// <summary>Queued ones and those being withdrawn are the worker's, and come the next time.</summary>
    internal static readonly string States = string.Create(
        CultureInfo.InvariantCulture, $"{(int)ResponseState.Counted}, {(int)ResponseState.Withdrawn}");

    /// <summary>Longer than a piece takes: at least half of the time is left to those who send.</summary>
    private static readonly TimeSpan BetweenPieces = TimeSpan.FromMilliseconds(20);

    /// <returns>How many.</returns>
    public async Task<int> ShuffleAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var shuffled = 0;
        while (true)
        {
            var piece = connection is NpgsqlConnection postgres
                ? await ShuffleOnPostgres.ShuffleAsync(postgres, cancellationToken)
                : await writer.WriteAsync(ShuffleOnSqlite.ShuffleAsync, cancellationToken);
            shuffled += piece;
            if (piece == 0)
            {
                return shuffled;
            }

            await Task.Delay(BetweenPieces, cancellationToken);
        }
    }
}
