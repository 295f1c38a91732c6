using System.Collections.Concurrent;
using Npgsql;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Intake.Unlinking;
using Participatie.Surveys.Language;
using Participatie.Surveys.Storage;
using Participatie.Tests.Storage;

namespace Participatie.Tests.Intake.Unlinking;

/// <summary>The province knows which code went to whom. Its administrator tries to say which response belongs to which letter.</summary>
public sealed class UnlinkLettersTests(PostgresCluster cluster)
{
    private const int Letters = 24;

    /// <summary>Of 24 pairs drawn at random one is right on average, and seven or more once in ten thousand times.</summary>
    private const int AtMostByChance = 6;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task After_a_round_nothing_in_the_database_leads_from_a_letter_to_its_answer(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var sent = await SendAsync(storage, Letters);
        await using var administrator = await Administrator.OfAsync(storage, cluster, sent);
        // What the attack is worth: before a round it finds nearly everybody.
        Assert.True(await administrator.MostRightAsync() > Letters / 2);

        Assert.True(await storage.The<UnlinkLetters>().RunAsync(Stop));

        Assert.Equal([], await administrator.TracesAsync());
        Assert.InRange(await administrator.MostRightAsync(), 0, AtMostByChance);
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_round_with_one_letter_in_it_does_not_single_it_out(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var sent = await SendAsync(storage, Letters - 1);
        await storage.The<UnlinkLetters>().RunAsync(Stop);
        var last = await SendAsync(storage, 1);
        await storage.The<UnlinkLetters>().RunAsync(Stop);

        await using var administrator = await Administrator.OfAsync(storage, cluster, last);
        Assert.Equal([], await administrator.TracesAsync());
        await using var everybody = await Administrator.OfAsync(storage, cluster, [.. sent, .. last]);
        Assert.InRange(await everybody.MostRightAsync(), 0, AtMostByChance);
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task The_very_first_letter_is_parted_from_its_answer_too(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var sent = await SendAsync(storage, 1);
        Assert.True(await storage.The<UnlinkLetters>().RunAsync(Stop));

        await using var administrator = await Administrator.OfAsync(storage, cluster, sent);
        Assert.Equal([], await administrator.TracesAsync());
    }

    [Fact]
    public async Task A_transaction_in_another_database_of_the_server_is_waited_for()
    {
        await using var elsewhere = new NpgsqlConnection(await cluster.NewDatabaseAsync());
        await elsewhere.OpenAsync(Stop);
        await using var held = await elsewhere.BeginTransactionAsync(Stop);
        await using var begin = new NpgsqlCommand("SELECT pg_current_xact_id()::text", elsewhere, held);
        await begin.ExecuteScalarAsync(Stop);
        await using var storage = await GivenStorage.OnAsync(Provider.Postgres, cluster);
        var sent = await SendAsync(storage, 1);

        var round = storage.The<UnlinkLetters>().RunAsync(Stop);
        await Task.Delay(TimeSpan.FromSeconds(1), Stop);
        await held.CommitAsync(Stop);

        Assert.True(await round);
        await using var administrator = await Administrator.OfAsync(storage, cluster, sent);
        Assert.Equal([], await administrator.TracesAsync());
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Withdrawals_counts_and_receipts_go_on_while_rounds_run(Provider provider)
    {
        const int Responses = 400;
        const int Withdrawn = 300;
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var receipts = await QueueTests.SendAsync(storage, Responses);
        using var ended = new CancellationTokenSource();
        var rounds = RepeatAsync(
            async () =>
            {
                // All of them again: the chance that a withdrawal meets a response that is just being moved.
                await storage.The<GroupedWriter>()
                    .WriteAsync(scope => scope.ExecuteAsync("UPDATE responses SET shuffled = @no", ("@no", false)), Stop);
                try
                {
                    await storage.The<ShuffleResponses>().ShuffleAsync(Stop);
                }
                catch (PostgresException waited) when (waited.SqlState == PostgresErrorCodes.LockNotAvailable)
                {
                    // Others go first; the next one comes at once.
                }
            },
            ended.Token);
        var whole = RepeatAsync(() => storage.The<UnlinkLetters>().RunAsync(Stop), ended.Token);
        var counting = RepeatAsync(() => storage.The<CountResponses>().CountBatchAsync(Stop), ended.Token);

        var results = new ConcurrentBag<WithdrawResult>();
        await Parallel.ForEachAsync(receipts.Take(Withdrawn), Stop, async (receipt, _) =>
        {
            results.Add(await storage.The<WithdrawResponse>().WithdrawAsync(receipt, Stop));
            Assert.NotNull(await storage.The<Receipts>().LookUpAsync(receipts[^1], Stop));
        });
        await ended.CancelAsync();
        await Task.WhenAll(rounds, whole);
        await counting;
        while (await storage.The<CountResponses>().CountBatchAsync(Stop) > 0)
        {
        }

        Assert.All(results, result => Assert.Equal(WithdrawResult.Withdrawn, result));
        foreach (var (receipt, at) in receipts.Select((receipt, at) => (receipt, at)))
        {
            Assert.Equal(
                at < Withdrawn ? ResponseState.Withdrawn : ResponseState.Counted,
                (await storage.The<Receipts>().LookUpAsync(receipt, Stop))!.State);
        }

        var report = await storage.The<Recount>().RunAsync(storage.The<Catalogue>().All.Single().ConsultationId, Stop);
        Assert.Empty(report.Differences);
        Assert.Equal(Responses - Withdrawn, report.Responses);
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_round_is_made_when_it_is_due(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        await SendAsync(storage, 2);
        var letters = storage.The<UnlinkLetters>();
        await letters.RunWhenDueAsync(Stop);
        Assert.Equal(0, await UnshuffledAsync(storage));

        await SendAsync(storage, 2);
        storage.Clock.Now += UnlinkLetters.Period - TimeSpan.FromSeconds(1);
        await letters.RunWhenDueAsync(Stop);
        Assert.Equal(2, await UnshuffledAsync(storage));
        storage.Clock.Now += TimeSpan.FromSeconds(1);
        await letters.RunWhenDueAsync(Stop);
        Assert.Equal(0, await UnshuffledAsync(storage));
    }

    internal static Consultation WithLetters() =>
        new GivenConsultation().WithOpen("mening").Build() with { Invitation = InvitationRule.Optional };

    /// <summary>Hands in with letters, one after the other; each answer names its letter, so that the test knows what is right.</summary>
    internal static async Task<IReadOnlyList<SentLetter>> SendAsync(GivenStorage storage, int count)
    {
        var version = storage.The<Catalogue>().Latest(WithLetters().Slug) ?? await storage.PublishAsync(WithLetters());
        var codes = await storage.The<Invitations>().MakeAsync(version.ConsultationId, "een", count * 2, Stop);
        var sent = new List<SentLetter>();
        // Some letters are never used, and which ones has no order.
        foreach (var code in codes.OrderBy(code => code.Digits, StringComparer.Ordinal).Take(count))
        {
            var letter = storage.The<CodeKeys>().Newest.HashOfInvitation(code, version.ConsultationId);
            var words = $"brief {Convert.ToHexString(letter)}";
            var answers = Answers.None.With(version.Definition.Questions[0], new Written(words, Languages.Dutch));
            var (token, _) = await storage.BeginAsync(version, answers, letter);
            Assert.Equal(HandInResult.Received, await storage.HandInAsync(token, version.ConsultationId, Stop));
            sent.Add(new SentLetter(letter, words));
            await storage.The<CountResponses>().CountBatchAsync(Stop);
        }

        return sent;
    }

    private static async Task<int> UnshuffledAsync(GivenStorage storage) =>
        (await storage.The<Database>().ReadAsync("SELECT 1 FROM responses WHERE NOT shuffled", row => row.GetInt32(0), Stop)).Count;

    private static async Task RepeatAsync(Func<Task> work, CancellationToken until)
    {
        await Task.Yield();
        while (!until.IsCancellationRequested)
        {
            await work();
            await Task.Delay(5, CancellationToken.None);
        }
    }
}

/// <param name="CodeHash">What the database knows the letter by.</param>
/// <param name="Words">The answer that was sent with it.</param>
public sealed record SentLetter(byte[] CodeHash, string Words);
