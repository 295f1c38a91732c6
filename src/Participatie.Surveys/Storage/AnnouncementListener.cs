using Npgsql;

namespace Participatie.Surveys.Storage;

/// <summary>Hears what other processes on this PostgreSQL announced (<see cref="Announcements"/>).</summary>
public sealed class AnnouncementListener(Database database)
{
    /// <summary>A connection that broke without a word is noticed after this time.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(15);

    private const int AnswersWithinSeconds = 5;

    /// <summary>Listens on one connection until it breaks.</summary>
    /// <param name="heard">Run once at the beginning, for what was announced before, and then each time.</param>
    /// <param name="cancellationToken">The program stops.</param>
    /// <exception cref="System.Data.Common.DbException">The connection broke: whoever asked begins again.</exception>
    public async Task ListenAsync(Func<CancellationToken, Task> heard, CancellationToken cancellationToken)
    {
        await using var connection = (NpgsqlConnection)await database.OpenAsync(cancellationToken);
        await SayAsync(connection, "LISTEN " + Announcements.Channel, cancellationToken);
        await heard(cancellationToken);
        while (true)
        {
            if (await connection.WaitAsync(LookEvery, cancellationToken))
            {
                await heard(cancellationToken);
            }
            else
            {
                await SayAsync(connection, "SELECT 1", cancellationToken);
            }
        }
    }

    private static async Task SayAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = AnswersWithinSeconds };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
