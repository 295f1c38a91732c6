using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Intake.Queue;
using Participatie.Surveys.Storage;
using Participatie.Tests.Storage;

namespace Participatie.Tests.Intake;

public sealed class QueueTests(PostgresCluster cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Counting_marks_each_response_and_empties_the_queue(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        await SendAsync(storage, 5);

        Assert.Equal(5, await storage.The<CountResponses>().CountBatchAsync(Stop));

        await using var context = storage.The<Database>().NewContext();
        Assert.Equal(5, await context.Responses.CountAsync(response => response.State == ResponseState.Counted, Stop));
        Assert.Equal(0, await context.Queue.CountAsync(Stop));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_response_withdrawn_before_it_was_counted_is_never_counted(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var receipt = (await SendAsync(storage, 1)).Single();

        Assert.Equal(WithdrawResult.Withdrawn, await storage.The<WithdrawResponse>().WithdrawAsync(receipt, Stop));
        await storage.The<CountResponses>().CountBatchAsync(Stop);

        await using var context = storage.The<Database>().NewContext();
        var response = await context.Responses.AsNoTracking().SingleAsync(Stop);
        Assert.Equal((ResponseState.Withdrawn, "{}"), (response.State, response.Document));
        Assert.Equal(0, await context.Queue.CountAsync(Stop));
        Assert.Equal(WithdrawResult.AlreadyWithdrawn, await storage.The<WithdrawResponse>().WithdrawAsync(receipt, Stop));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_counted_response_is_withdrawn_by_the_worker_and_erased(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var receipt = (await SendAsync(storage, 1)).Single();
        await storage.The<CountResponses>().CountBatchAsync(Stop);

        await storage.The<WithdrawResponse>().WithdrawAsync(receipt, Stop);
        Assert.Equal(ResponseState.Withdrawing, (await storage.The<Receipts>().LookUpAsync(receipt, Stop))!.State);
        await storage.The<CountResponses>().CountBatchAsync(Stop);

        Assert.Equal(ResponseState.Withdrawn, (await storage.The<Receipts>().LookUpAsync(receipt, Stop))!.State);
        await using var context = storage.The<Database>().NewContext();
        Assert.Equal("{}", (await context.Responses.AsNoTracking().SingleAsync(Stop)).Document);
        Assert.Equal(WithdrawResult.Unknown, await storage.The<WithdrawResponse>().WithdrawAsync(CodeKey.RandomCode(), Stop));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task When_its_time_is_over_responses_go_and_the_consultation_is_final(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        await SendAsync(storage, 3);
        await storage.The<CountResponses>().CountBatchAsync(Stop);
        var version = storage.The<Catalogue>().All.Single();

        storage.Clock.Now = Amsterdam.EndOf(version.Definition.Charter.KeepUntil).AddSeconds(-1);
        Assert.False(await storage.The<DeleteExpiredResponses>().DeleteAsync(version, Stop));
        storage.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.True(await storage.The<DeleteExpiredResponses>().DeleteAsync(version, Stop));
        Assert.False(await storage.The<DeleteExpiredResponses>().DeleteAsync(version, Stop));

        await using var context = storage.The<Database>().NewContext();
        Assert.Equal(0, await context.Responses.CountAsync(Stop));
        Assert.NotNull((await context.Consultations.AsNoTracking().SingleAsync(Stop)).FinalisedAt);
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_restored_backup_forgets_again_what_was_withdrawn_after_it(Provider provider)
    {
        var file = Path.GetTempFileName();
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var receipts = await SendAsync(storage, 2);
        await storage.The<Backup>().WriteAsync(file, Stop);
        await storage.The<WithdrawResponse>().WithdrawAsync(receipts[0], Stop);

        await using var restored = await GivenStorage.EmptyAsync(provider, cluster, forgottenLogOf: storage);
        var forgotten = restored.The<ForgottenLog>();
        forgotten.Begin(await Backup.BegunAtAsync(file, Stop));
        await restored.The<Backup>().RestoreAsync(file, Stop);
        await restored.The<Migrator>().MigrateAsync(Stop);

        Assert.Equal(ResponseState.Queued, (await restored.The<Receipts>().LookUpAsync(receipts[0], Stop))!.State);
        Assert.Equal((1, 0), await restored.The<ReplayForgotten>().ReplayAsync(Stop));
        Assert.Null(forgotten.Pending);
        Assert.Equal(ResponseState.Withdrawn, (await restored.The<Receipts>().LookUpAsync(receipts[0], Stop))!.State);
        Assert.Equal(ResponseState.Queued, (await restored.The<Receipts>().LookUpAsync(receipts[1], Stop))!.State);
        await Assert.ThrowsAsync<InvalidOperationException>(() => restored.The<Backup>().RestoreAsync(file, Stop));
        File.Delete(file);
    }

    [Fact]
    public async Task What_an_older_database_deleted_is_left_alone_by_a_restore()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        var receipts = await SendAsync(storage, 1);
        var consultation = storage.The<Catalogue>().All.Single().ConsultationId;
        var now = storage.Clock.Now;
        storage.Clock.Now = now.AddDays(-1);
        storage.The<ForgottenLog>().Add(ForgottenEntry.OfConsultation(consultation, storage.Clock.Now));
        storage.The<ForgottenLog>().Begin(storage.Clock.Now = now);

        Assert.Equal((0, 0), await storage.The<ReplayForgotten>().ReplayAsync(Stop));
        Assert.Equal(ResponseState.Queued, (await storage.The<Receipts>().LookUpAsync(receipts[0], Stop))!.State);

        // The same line of today is meant.
        storage.The<ForgottenLog>().Add(ForgottenEntry.OfConsultation(consultation, now));
        storage.The<ForgottenLog>().Begin(now);
        Assert.Equal((0, 1), await storage.The<ReplayForgotten>().ReplayAsync(Stop));
        Assert.Null(await storage.The<Receipts>().LookUpAsync(receipts[0], Stop));
    }

    /// <summary>Hands in that many responses.</summary>
    internal static async Task<IReadOnlyList<Code>> SendAsync(GivenStorage storage, int count)
    {
        var version = await storage.PublishAsync(HandInAnswersTests.OneChoice());
        var receipts = new List<Code>();
        for (var sent = 0; sent < count; sent++)
        {
            var (token, _) = await storage.BeginAsync(version, GivenStorage.FirstChoice(version));
            Assert.Equal(HandInResult.Received, await storage.HandInAsync(token, version.ConsultationId, Stop));
            receipts.Add((await storage.The<Receipts>().OfAsync(token, Stop))!.Value);
        }

        return receipts;
    }
}
