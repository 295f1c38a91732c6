using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Intake.Queue;
using Participatie.Surveys.Storage;
using Participatie.Web.Commands;
using Participatie.Web.Counting;

namespace Participatie.Tests.Storage;

/// <summary>Several processes on one PostgreSQL.</summary>
public sealed class SeveralProcessesTests(PostgresCluster cluster)
{
    private const string EndWhoHoldsALock =
        "SELECT pg_terminate_backend(pid) FROM pg_locks JOIN pg_stat_activity USING (pid) "
        + "WHERE locktype = 'advisory' AND datname = current_database()";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_does_what_is_done_once_and_another_takes_over_when_it_dies()
    {
        await using var first = await GivenStorage.OnAsync(Provider.Postgres, cluster);
        await using var second = first.Beside();
        Assert.True(await first.The<OneInstance>().IsThisAsync(Stop));
        Assert.False(await second.The<OneInstance>().IsThisAsync(Stop));
        Assert.Equal(["eigen", "een", "eigen"], [.. await HousekeepAsync(first), .. await HousekeepAsync(second)]);

        // As the server sees the end of a process.
        await first.The<Database>().ReadAsync(EndWhoHoldsALock, _ => true, Stop);

        var began = TimeProvider.System.GetTimestamp();
        while (!await second.The<OneInstance>().IsThisAsync(Stop))
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromMinutes(1), "Nobody took over.");
            await Task.Delay(20, Stop);
        }

        Assert.False(await first.The<OneInstance>().IsThisAsync(Stop));
        Assert.Equal(["eigen", "eigen", "een"], [.. await HousekeepAsync(first), .. await HousekeepAsync(second)]);

        // Asked to stop, it gives the lock back at once.
        await second.The<OneInstance>().DisposeAsync();
        Assert.True(await first.The<OneInstance>().IsThisAsync(Stop));
    }

    [Fact]
    public async Task A_machine_whose_clock_is_five_minutes_ahead_hides_no_response_from_the_others()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Postgres, cluster);
        await using var right = storage.Beside(TimeProvider.System);
        var wrong = new DatabaseClock(new SetClock(TimeProvider.System.GetUtcNow() + TimeSpan.FromMinutes(5)));
        await using var ahead = storage.Beside(wrong);
        await ahead.The<FollowDatabaseClock>().RunAsync(Stop);
        var today = Amsterdam.DayOf(TimeProvider.System.GetUtcNow());
        var version = await ahead.PublishAsync(
            new GivenConsultation().WithChoice("vraag", "fiets", "auto").ClosingOn(today.AddDays(30)).Build());

        var (token, _) = await ahead.BeginAsync(version, GivenStorage.FirstChoice(version));
        Assert.Equal(HandInResult.Received, await ahead.HandInAsync(token, version.ConsultationId, Stop));

        Assert.Single(await right.The<IResponseQueue>().ReceiveAsync(10, Stop));
        // Taken there, it is not due again here before its time.
        Assert.Empty(await ahead.The<IResponseQueue>().ReceiveAsync(10, Stop));
        var health = await new ClockHealth(wrong).CheckHealthAsync(new HealthCheckContext(), Stop);
        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Matches("^the clock of this machine is (299|300|301) seconds ahead of the database's$", health.Description);
        // A worker without pages follows it too, once more when somebody set the clock of its machine right.
        var machine = new SetClock(TimeProvider.System.GetUtcNow() - TimeSpan.FromMinutes(5));
        var followed = new DatabaseClock(machine);
        await using var worker = storage.Beside(followed);
        var step = Assert.Single(WorkerCommand.StepsOf(worker.Rooms));
        Assert.True(step.IsOfEachProcess);
        await Assert.Single(step.Parts()).Run(Stop);
        Assert.InRange(followed.Behind.TotalSeconds, 295, 305);
        machine.Now = TimeProvider.System.GetUtcNow();
        await Assert.Single(step.Parts()).Run(Stop);
        Assert.Equal(TimeSpan.Zero, followed.Behind);

        health = await new ClockHealth(right.The<TimeProvider>()).CheckHealthAsync(new HealthCheckContext(), Stop);
        Assert.Equal(HealthStatus.Healthy, health.Status);
    }

    [Fact]
    public async Task A_commit_that_breaks_is_made_once_more_and_thanked_when_it_holds()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Postgres, cluster);
        var version = await storage.PublishAsync(new GivenConsultation().WithChoice("vraag", "fiets", "auto").Build());
        var (token, _) = await storage.BeginAsync(version, GivenStorage.FirstChoice(version));
        await using var context = storage.The<Database>().NewContext();
        // The first commit of a response ends its own connection. Sequences are not undone, so the second one does not.
        await context.Database.ExecuteSqlRawAsync(
            """
            CREATE SEQUENCE commits;
            CREATE FUNCTION break_first() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN IF nextval(''commits'') = 1 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF; RETURN NULL; END';
            CREATE CONSTRAINT TRIGGER break_first AFTER INSERT ON responses DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION break_first();
            """,
            Stop);

        Assert.Equal(HandInResult.Received, await storage.HandInAsync(token, version.ConsultationId, Stop));

        Assert.Equal(1, await context.Responses.CountAsync(Stop));
        Assert.Equal(1, await context.Queue.CountAsync(Stop));
        Assert.Equal(0, await context.Drafts.CountAsync(Stop));
    }

    [Fact]
    public async Task What_a_standby_refused_is_done_on_a_new_connection()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Postgres, cluster);
        var name = (await storage.The<Database>().ReadAsync("SELECT current_database()", row => row.GetString(0), Stop))[0];
        await using var elsewhere = new NpgsqlConnection(await cluster.NewDatabaseAsync());
        await elsewhere.OpenAsync(Stop);
        await ExecuteAsync($"ALTER DATABASE {name} SET default_transaction_read_only = on");
        storage.The<Database>().ForgetConnections();
        var tries = 0;
        var wasRefused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var writing = storage.The<GroupedWriter>().WriteAsync(
            async scope =>
            {
                if (++tries == 2)
                    wasRefused.SetResult();
                await scope.ExecuteAsync("DELETE FROM drafts");
            },
            Stop);

        // The connection of the first try waits in the pool, and would refuse for as long as it lives.
        await wasRefused.Task.WaitAsync(Stop);
        await ExecuteAsync($"ALTER DATABASE {name} RESET default_transaction_read_only");
        await writing;

        async Task ExecuteAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, elsewhere);
            await command.ExecuteNonQueryAsync(Stop);
        }
    }

    /// <returns>Which of two steps this process did.</returns>
    private static async Task<List<string>> HousekeepAsync(GivenStorage process)
    {
        var done = new List<string>();
        var run = new RunHousekeepingStep(
            new HousekeepingState(process.Clock), process.The<OneInstance>(), process.Clock, NullLogger<RunHousekeepingStep>.Instance);
        await run.RunAsync(Step("eigen") with { IsOfEachProcess = true }, Stop);
        await run.RunAsync(Step("een"), Stop);
        return done;

        HousekeepingStep Step(string name) => new(name, TimeSpan.FromHours(1), () =>
        [
            new HousekeepingPart(null, _ =>
            {
                done.Add(name);
                return Task.CompletedTask;
            }),
        ]);
    }
}

/// <summary>A PostgreSQL of its own: it is restarted, which others would notice.</summary>
public sealed class DatabaseAwayTests : IAsyncLifetime
{
    private readonly PostgresCluster _cluster = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _cluster.InitializeAsync();

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();

    [Fact]
    public Task Of_responses_that_are_handed_in_while_it_restarts_each_that_was_thanked_is_there_once() =>
        HandInWhileAsync(_cluster.RestartAsync);

    /// <summary>A standby takes over, and what was the first server comes back as one: where everything is tested.</summary>
    [Fact]
    public async Task Of_responses_that_are_handed_in_while_it_is_switched_over_each_that_was_thanked_is_there_once()
    {
        if (Environment.GetEnvironmentVariable("PARTICIPATIE_TEST_FULL") is null)
            return;
        await _cluster.AddStandbyAsync();
        await HandInWhileAsync(_cluster.SwitchOverAsync);
    }

    private async Task HandInWhileAsync(Func<Task> disturb)
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Postgres, _cluster);
        var version = await storage.PublishAsync(new GivenConsultation().WithChoice("vraag", "fiets", "auto").Build());
        var waiting = new System.Collections.Concurrent.ConcurrentQueue<Surveys.Codes.DraftToken>();
        for (var draft = 0; draft < 60; draft++)
        {
            waiting.Enqueue((await storage.BeginAsync(version, GivenStorage.FirstChoice(version))).Token);
        }

        var thanked = 0;
        var pressedAgain = 0;
        var disturbing = disturb();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            while (waiting.TryDequeue(out var token))
            {
                while (await TryAsync(token) is not (HandInResult.Received or HandInResult.AlreadyReceived))
                {
                    // The page said that nothing was stored, with a number; they press the button again.
                    Interlocked.Increment(ref pressedAgain);
                }

                Interlocked.Increment(ref thanked);
                await Task.Delay(20, Stop);
            }
        }));
        await disturbing;

        TestContext.Current.TestOutputHelper!.WriteLine($"{thanked} thanked, {pressedAgain} pressed again");
        await using var context = storage.The<Database>().NewContext();
        Assert.Equal((60, 60), (thanked, await context.Responses.CountAsync(Stop)));
        Assert.Equal(60, await context.Queue.CountAsync(Stop));
        Assert.Equal(0, await context.Drafts.CountAsync(Stop));

        async Task<HandInResult?> TryAsync(Surveys.Codes.DraftToken token)
        {
            try
            {
                return await storage.HandInAsync(token, version.ConsultationId, Stop) is var result and not HandInResult.NoDraft
                    ? result
                    : HandInResult.AlreadyReceived;
            }
            catch (System.Data.Common.DbException)
            {
                return null;
            }
        }
    }
}
