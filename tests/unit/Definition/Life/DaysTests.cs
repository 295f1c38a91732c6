using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.Extensions.DependencyInjection;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Storage;
using Participatie.Tests.Storage;

namespace Participatie.Tests.Definition.Life;

/// <summary>Days that act by themselves, or are asked about.</summary>
public sealed class DaysTests(PostgresCluster cluster)
{
    private static readonly DateOnly OpeningDay = GivenLife.Today.AddDays(3);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task It_opens_on_its_day_and_closes_after_its_last(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var life = await GivenLife.ApprovedAsync(storage);
        await life.PlanAsync(OpeningDay.AddDays(5));
        await life.PlanAsync(OpeningDay);
        storage.Clock.Now = Amsterdam.StartOf(OpeningDay).AddMilliseconds(-1);
        Assert.Null(await life.ActAsync());
        storage.Clock.Now += TimeSpan.FromMilliseconds(1);
        Assert.Equal(LifeStep.Opened, (await life.ActAsync())!.Step);
        Assert.Null(await life.ActAsync());
        Assert.Equal("", life.Now.Events[^1].Who);

        storage.Clock.Now = Amsterdam.EndOf(GivenLife.LastDay).AddMilliseconds(-1);
        Assert.Null(await life.ActAsync());
        storage.Clock.Now += TimeSpan.FromMilliseconds(1);
        Assert.Equal(GivenLife.LastDay, (await life.ActAsync())!.Day);
        Assert.Equal(Amsterdam.EndOf(GivenLife.LastDay), life.Now.ClosedAt);
        Assert.DoesNotContain(life.Now.PublicEvents, one => one.Step == LifeStep.Closed);
    }

    /// <summary>Nobody ran, or the clock of the machine jumped: nothing happens by itself, and both questions can be answered.</summary>
    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_day_that_passed_while_nobody_ran_is_asked_about(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var life = await GivenLife.ApprovedAsync(storage);
        await life.PlanAsync(OpeningDay);
        storage.Clock.Now = Amsterdam.StartOf(OpeningDay.AddDays(1));
        Assert.True(life.Now.MissedOpening(storage.Clock.Now));
        Assert.Null(await life.ActAsync());
        Assert.Equal(LifeState.Planned, life.Now.State);
        await life.PlanAsync(OpeningDay.AddDays(2));
        Assert.False(life.Now.MissedOpening(storage.Clock.Now));
        await life.OpenAsync();

        var version = storage.The<Catalogue>().Latest("proef")!;
        storage.Clock.Now = Amsterdam.EndOf(GivenLife.LastDay) + ConsultationLife.ActsWithin;
        Assert.True(life.Now.MissedClosing(version, storage.Clock.Now));
        Assert.Null(await life.ActAsync());
        Assert.Equal(OpenState.Closed, storage.The<Catalogue>().StateOf(version, storage.Clock.Now));
        Assert.Equal(0, await storage.The<PublishResults>().PublishAsync(version, Stop));

        await life.ExtendAsync(GivenLife.LastDay.AddDays(7));
        Assert.Equal(OpenState.Open, storage.The<Catalogue>().StateOf(version, storage.Clock.Now));
        storage.Clock.Now = Amsterdam.EndOf(GivenLife.LastDay.AddDays(9));
        await life.CloseAsync();
        Assert.Equal(Amsterdam.EndOf(GivenLife.LastDay.AddDays(7)), life.Now.ClosedAt);
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Of_several_instances_one_acts(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var life = await GivenLife.ApprovedAsync(storage);
        await life.PlanAsync(OpeningDay);
        storage.Clock.Now = Amsterdam.StartOf(OpeningDay);
        var before = life.Now;
        var instances = Enumerable.Range(0, 4).Select(_ => ActivatorUtilities.CreateInstance<ActOnDay>(storage.Rooms)).ToList();
        var done = await Task.WhenAll(instances.Select(instance => instance.RunAsync(before, Stop)));

        Assert.Single(done, one => one is not null);
        Assert.Single(life.Now.Events, one => one.Step == LifeStep.Opened);
        Assert.Single(storage.The<Catalogue>().VersionsOf(life.Id));
    }

    /// <summary>
    /// A machine that sleeps and wakes at any moments, with another instance beside it: each day acts within its 24 hours and once, or never.
    /// </summary>
    [Property(MaxTest = 40)]
    public Property Whatever_the_clock_does_a_day_acts_once_and_in_time_or_not_at_all() => Prop.ForAll(
        Gen.Choose(1, 60).ArrayOf().ToArbitrary(), jumps => ActsOnceAndInTimeAsync(jumps).GetAwaiter().GetResult());

    private async Task<bool> ActsOnceAndInTimeAsync(int[] jumps)
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        var life = await GivenLife.ApprovedAsync(storage);
        await life.PlanAsync(OpeningDay);
        foreach (var hours in jumps)
        {
            storage.Clock.Now += TimeSpan.FromHours(hours);
            // As after a restart: from what is stored.
            using var woken = ActivatorUtilities.CreateInstance<Catalogue>(storage.Rooms);
            await woken.RefreshAsync(CancellationToken.None);
            var act = ActivatorUtilities.CreateInstance<ActOnDay>(storage.Rooms, woken);
            var stands = woken.LifeOf(life.Id)!;
            await Task.WhenAll(act.RunAsync(stands, CancellationToken.None), life.ActAsync());
        }

        var events = life.Now.Events;
        Assert.InRange(events.Count(one => one.Step == LifeStep.Opened), 0, 1);
        foreach (var one in events.Where(one => one.Who.Length == 0))
        {
            var due = one.Step == LifeStep.Opened ? Amsterdam.StartOf(OpeningDay) : Amsterdam.EndOf(GivenLife.LastDay);
            Assert.InRange(one.At, due, due + ConsultationLife.ActsWithin);
        }

        return life.Now.State != LifeState.Planned
            || storage.Clock.Now < Amsterdam.StartOf(OpeningDay)
            || life.Now.MissedOpening(storage.Clock.Now);
    }

    /// <summary>A planned day acts after a restore, and one that passed between the backup and the restore is asked about.</summary>
    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task After_a_restore_the_days_are_as_the_events_say(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var life = await GivenLife.ApprovedAsync(storage);
        await life.PlanAsync(OpeningDay);
        var file = Path.Combine(storage.Folder, "backup.zip");
        await storage.The<Backup>().WriteAsync(file, Stop);

        await using var restored = await GivenStorage.EmptyAsync(provider, cluster, forgottenLogOf: null);
        await restored.The<Backup>().RestoreAsync(file, Stop);
        await restored.The<Migrator>().MigrateAsync(Stop);
        await restored.The<Catalogue>().RefreshAsync(Stop);
        var stands = restored.The<Catalogue>().LifeOf(life.Id)!;
        Assert.Equal(life.Now.Events, stands.Events);
        restored.Clock.Now = Amsterdam.StartOf(OpeningDay).AddHours(25);
        Assert.True(stands.MissedOpening(restored.Clock.Now));
        Assert.Null(await restored.The<ActOnDay>().RunAsync(stands, Stop));
        restored.Clock.Now = Amsterdam.StartOf(OpeningDay).AddHours(23);
        Assert.Equal(LifeStep.Opened, (await restored.The<ActOnDay>().RunAsync(stands, Stop))!.Step);
        Assert.Equal(
            GivenLife.Document(GivenLife.Questions()), (await restored.The<WorkingCopies>().NewestAsync(life.Id, Stop))!.Document);
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task What_is_withdrawn_with_its_answers_deleted_keeps_none_also_not_a_late_one(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(HandInAnswersOf());
        var (token, _) = await storage.BeginAsync(version, GivenStorage.FirstChoice(version));
        Assert.Equal(HandInResult.Received, await storage.HandInAsync(token, version.ConsultationId, Stop));
        var (late, draft) = await storage.BeginAsync(version, GivenStorage.FirstChoice(version));
        await WithdrawAsync(storage, version, AnswersOnWithdrawal.Deleted);
        Assert.Equal(HandInResult.Closed, await storage.The<HandInAnswers>().HandInAsync(late, draft, Stop));
        // Another instance, which does not know yet.
        Assert.Equal(HandInResult.Received, await storage.The<HandInAnswers>().StoreAsync(late, draft, Stop));

        var life = storage.The<Catalogue>().LifeOf(version);
        Assert.True(await storage.The<DeleteWithdrawnAnswers>().DeleteAsync(life, Stop));
        Assert.False(await storage.The<DeleteWithdrawnAnswers>().DeleteAsync(life, Stop));
        await AssertEmptyAsync(storage);

        var (again, once) = await storage.BeginAsync(version, GivenStorage.FirstChoice(version));
        Assert.Equal(HandInResult.Received, await storage.The<HandInAnswers>().StoreAsync(again, once, Stop));
        await storage.The<Participatie.Surveys.Analysis.CountResponses>().CountBatchAsync(Stop);
        Assert.True(await storage.The<DeleteWithdrawnAnswers>().DeleteAsync(life, Stop));
        await AssertEmptyAsync(storage);
        storage.Clock.Now += TimeSpan.FromHours(2);
        Assert.Equal(0, await storage.The<PublishResults>().PublishAsync(version, Stop));
    }

    [Fact]
    public async Task What_is_withdrawn_with_its_answers_counted_gets_its_last_result()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        var version = await storage.PublishAsync(HandInAnswersOf());
        for (var sent = 0; sent < 12; sent++)
        {
            var (token, _) = await storage.BeginAsync(version, GivenStorage.FirstChoice(version));
            await storage.HandInAsync(token, version.ConsultationId, Stop);
        }

        await storage.The<Participatie.Surveys.Analysis.CountResponses>().CountBatchAsync(Stop);
        await WithdrawAsync(storage, version, AnswersOnWithdrawal.Counted);
        Assert.False(await storage.The<DeleteWithdrawnAnswers>().DeleteAsync(storage.The<Catalogue>().LifeOf(version), Stop));
        Assert.Equal(0, await storage.The<PublishResults>().PublishAsync(version, Stop));
        storage.Clock.Now += Opening.Grace;
        Assert.NotEqual(0, await storage.The<PublishResults>().PublishAsync(version, Stop));
    }

    private static Consultation HandInAnswersOf() => Intake.HandInAnswersTests.OneChoice();

    private static async Task WithdrawAsync(GivenStorage storage, PublishedVersion version, AnswersOnWithdrawal answers)
    {
        var request = new StepRequest { ConsultationId = version.ConsultationId, Who = "Anne", Reason = "Het plan gaat niet door." };
        await storage.The<GroupedWriter>().WriteAsync(
            scope => storage.The<WithdrawConsultation>().WithdrawAsync(scope, request, answers), Stop);
        await storage.The<Catalogue>().RefreshAsync(Stop);
    }

    private static async Task AssertEmptyAsync(GivenStorage storage)
    {
        foreach (var table in new[] { "responses", "drafts", "queue", "tallies", "published_results", "result_looks" })
        {
            Assert.Empty(await storage.The<Database>().ReadAsync($"SELECT 1 FROM {table}", _ => true, Stop));
        }
    }
}
