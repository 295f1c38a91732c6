using Participatie.Surveys.Storage;
using Participatie.Tests.Storage;

namespace Participatie.Tests.Intake.Unlinking;

/// <summary>Somebody who may read the whole database and its files, and knows which codes were used.</summary>
internal abstract class Administrator(IReadOnlyList<SentLetter> sent) : IAsyncDisposable
{
    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected IReadOnlyList<SentLetter> Sent { get; } = sent;

    public static async Task<Administrator> OfAsync(GivenStorage storage, PostgresCluster cluster, IReadOnlyList<SentLetter> sent)
    {
        var database = storage.The<Database>();
        return database.IsSqlite
            ? new SqliteAdministrator(database.File!, sent)
            : await PostgresAdministrator.OfAsync(database, cluster, sent);
    }

    /// <summary>What stands anywhere beside the rows themselves, each in words.</summary>
    public abstract Task<IReadOnlyList<string>> TracesAsync();

    /// <summary>How many letters the best of all attacks brings to their answer.</summary>
    public async Task<int> MostRightAsync()
    {
        var (codes, answers) = await OrdersAsync();
        var byOrder = new[] { answers, answers.Reverse() }.Max(order => order.Zip(codes).Count(pair => pair.First == pair.Second));
        return Math.Max(byOrder, await LinkedAsync());
    }

    public abstract ValueTask DisposeAsync();

    /// <summary>The used codes and the answers, as hexadecimal digits of the code, each in the order in which they lie on disk.</summary>
    protected abstract Task<(IReadOnlyList<string> Codes, IReadOnlyList<string> Answers)> OrdersAsync();

    /// <summary>How many answers bear the mark of the transaction that used their letter.</summary>
    protected abstract Task<int> LinkedAsync();
}
