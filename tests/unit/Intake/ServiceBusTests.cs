using System.Text.RegularExpressions;
using Azure.Messaging.ServiceBus;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Participatie.Broker;
using Participatie.ServiceBus;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Intake.Queue;
using Participatie.Surveys.Intake.Unlinking;
using Participatie.Surveys.Storage;
using Participatie.Tests.Storage;
using Participatie.Web.Commands;

namespace Participatie.Tests.Intake;

/// <summary>What only a queue outside the database can do wrong: each is settled, said in one line, and nothing is lost.</summary>
public sealed partial class ServiceBusTests(PostgresCluster cluster)
{
    private const string RealNamespace = "PARTICIPATIE_SERVICEBUS";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_the_bus_is_away_rows_wait_and_health_says_since_when()
    {
        await using var given = await GivenQueue.OnBusAsync(cluster);
        given.Broker!.Stop();
        await given.PutAsync(1200);
        var since = given.Storage.Clock.Now;
        await GivenQueue.UntilAsync(async () => await ReasonAsync(given) is not null);
        Assert.Single(Lines(given, "Sending: 127.0.0.1 cannot be reached"));
        // A day later: nobody can count, nobody noticed, and nothing went.
        given.Storage.Clock.Now += TimeSpan.FromDays(1);
        Assert.Empty(await given.Queue.ReceiveAsync(10, Stop));
        var reason = await ReasonAsync(given);
        Assert.Contains($"Sending fails since {since:u}: 127.0.0.1 cannot be reached", reason, StringComparison.Ordinal);
        Assert.Contains("1200 wait in the database, none is lost", reason, StringComparison.Ordinal);
        Assert.Equal((1200, 1200), (await given.UnsentAsync(), await given.Queue.CountWaitingAsync(Stop)));

        given.Broker.Start();
        await given.CountAllAsync();
        Assert.Equal((1200, 0), (await given.CountedAsync(), await given.UnsentAsync()));
        await GivenQueue.UntilAsync(async () => await LookAsync(given) is null);
        Assert.Single(Lines(given, "Sending: works again"));
    }

    [Fact]
    public async Task A_broken_connection_costs_nothing_but_time()
    {
        await using var given = await GivenQueue.OnBusAsync(cluster);
        await given.PutAsync(300);
        await given.CountAsync(100);
        given.Broker!.BreakConnections();
        await given.PutAsync(50);
        await given.CountAsync(50);
        given.Broker.Stop();
        given.Broker.Start();
        await given.PutAsync(50);
        await given.CountAllAsync();
        Assert.Equal(400, await given.CountedAsync());
        Assert.Empty(await given.Queue.ListDeadAsync(Stop));
    }

    [Fact]
    public async Task A_queue_that_is_not_there_is_named()
    {
        await using var given = await GivenQueue.OnBusAsync(cluster, usual => $"{usual};EntityPath=antwoorden");
        await given.PutAsync(2);
        Assert.Empty(await given.Queue.ReceiveAsync(10, Stop));
        await GivenQueue.UntilAsync(async () => (await ReasonAsync(given))?.Contains("Sending", StringComparison.Ordinal) == true);
        Assert.Contains(
            "127.0.0.1 has no queue 'antwoorden': make it, or mend ConnectionStrings:ServiceBus",
            await ReasonAsync(given),
            StringComparison.Ordinal);
        Assert.Empty(await given.Queue.ListDeadAsync(Stop));
        Assert.Equal(2, await given.UnsentAsync());
        Assert.DoesNotContain("c2VjcmV0", given.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Credentials_that_are_taken_back_are_noticed_and_what_waits_goes_when_they_are_given_again()
    {
        await using var given = await GivenQueue.OnBusAsync(cluster);
        await given.PutAsync(2);
        await given.CountAsync(2);
        given.Broker!.Faults.RefuseTokens = true;
        given.Broker.DetachLinks();
        await given.PutAsync(3);
        await GivenQueue.UntilAsync(async () =>
        {
            await given.Queue.ReceiveAsync(10, Stop);
            return (await ReasonAsync(given))?.Contains("Receiving", StringComparison.Ordinal) == true;
        });
        await GivenQueue.UntilAsync(async () => (await ReasonAsync(given))!.Contains("Sending", StringComparison.Ordinal));
        Assert.Contains("127.0.0.1 refuses our credentials", await ReasonAsync(given), StringComparison.Ordinal);
        Assert.Single(Lines(given, "Sending: 127.0.0.1 refuses our credentials"));
        Assert.Equal(3, await given.UnsentAsync());

        given.Broker.Faults.RefuseTokens = false;
        await given.CountAllAsync();
        Assert.Equal(5, await given.CountedAsync());
    }

    [Fact]
    public async Task A_full_queue_is_said_and_waited_for()
    {
        await using var given = await GivenQueue.OnBusAsync(cluster);
        given.Broker!.Faults.RefuseMessages = true;
        await given.PutAsync(2);
        await GivenQueue.UntilAsync(async () =>
            (await ReasonAsync(given))?.Contains("the queue 'responses' is full", StringComparison.Ordinal) == true);
        given.Broker.Faults.RefuseMessages = false;
        await given.CountAllAsync();
        Assert.Equal(2, await given.CountedAsync());
    }

    [Fact]
    public async Task All_is_well_again_also_when_another_process_sent_what_waited()
    {
        await using var given = await GivenQueue.OnBusAsync(cluster);
        given.Broker!.Stop();
        await given.PutAsync(1);
        await GivenQueue.UntilAsync(async () => await ReasonAsync(given) is not null);
        await given.Storage.The<GroupedWriter>().WriteAsync(
            async scope => await scope.Context.Queue.ExecuteDeleteAsync(Stop), Stop);
        given.Broker.Start();
        await GivenQueue.UntilAsync(async () => await LookAsync(given) is null);
    }

    [Fact]
    public async Task A_message_that_nobody_here_wrote_is_set_apart_and_said()
    {
        await using var given = await GivenQueue.OnBusAsync(cluster);
        await using var stranger = new ServiceBusClient(given.Broker!.ConnectionString);
        var sender = stranger.CreateSender(BusConnection.UsualQueue);
        var (one, other) = (new string('a', 32), new string('g', 32));
        foreach (var body in new[] { "", "hallo", $"1:{one}:1", $"-1:{one}", $"1:{other}", $"99999999999:{one}", new string('x', 50_000) })
        {
            await sender.SendMessageAsync(new ServiceBusMessage(body), Stop);
        }

        var strange = new ServiceBusMessage();
        strange.GetRawAmqpMessage().Body = Azure.Core.Amqp.AmqpMessageBody.FromValue(7);
        await sender.SendMessageAsync(strange, Stop);
        // Ours by its looks; of a response that is not there.
        await sender.SendMessageAsync(new ServiceBusMessage($"1:{one}"), Stop);
        await given.PutAsync(3);
        await given.CountAllAsync();
        await given.OnBusWhenAsync(counts => counts is { Dead: 8, Active: 0, Locked: 0 });

        Assert.Equal(
            "8 dead letters were not written by this program: look at them in Azure", await LookAsync(given));
        Assert.Single(Lines(given, "8 messages that this program did not write"));
        Assert.Empty(await given.Queue.ListDeadAsync(Stop));
        Assert.Equal((3, 0), (await given.CountedAsync(), await given.Queue.RequeueAsync(_ => true, Stop)));
    }

    [Fact]
    public async Task Bodies_hold_ids_only()
    {
        await using var given = await GivenQueue.OnBusAsync(cluster);
        var id = Assert.Single(await given.PutAsync(1));
        await given.OnBusWhenAsync(counts => counts.Active == 1);
        await using var stranger = new ServiceBusClient(given.Broker!.ConnectionString);
        var message = await stranger.CreateReceiver(BusConnection.UsualQueue).PeekMessageAsync(cancellationToken: Stop);
        Assert.Matches(TwoIds(), message.Body.ToString());
        Assert.EndsWith(Convert.ToHexStringLower(id), message.Body.ToString(), StringComparison.Ordinal);
        Assert.Empty(message.ApplicationProperties);
    }

    [Fact]
    public async Task What_the_bus_acknowledged_and_lost_is_sent_again_and_dead_letters_are_left_alone()
    {
        await using var given = await GivenQueue.OnBusAsync(cluster);
        // The bus has a clock of its own.
        given.Storage.Clock.Now = TimeProvider.System.GetUtcNow();
        var dead = Assert.Single(await given.PutAsync(1));
        await given.SetApartAsync(Assert.Single(await given.ReceiveAsync(1)), "Ill");
        given.Broker!.Faults.LoseMessages = true;
        await given.PutAsync(4);
        await GivenQueue.UntilAsync(async () => await given.UnsentAsync() == 0);
        given.Broker.Faults.LoseMessages = false;
        await given.PutAsync(2);
        await given.OnBusWhenAsync(counts => counts.Active == 2);

        var sweep = given.Storage.The<ResendLost>();
        given.Storage.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(0, await sweep.RunAsync(Stop));
        Assert.Equal(0, await sweep.RunAsync(Stop));
        given.Storage.Clock.Now += TimeSpan.FromMinutes(15);
        // What stands on the bus came before the first look: they may be all of them, and counting is only behind.
        Assert.Equal(0, await sweep.RunAsync(Stop));
        await given.CountAsync(2);
        given.Storage.Clock.Now += TimeSpan.FromMinutes(14);
        Assert.Equal(0, await sweep.RunAsync(Stop));
        given.Storage.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(4, await sweep.RunAsync(Stop));
        Assert.Single(Lines(given, "4 responses waited without a message on Service Bus"));
        await given.CountAsync(4);
        Assert.Equal(6, (await given.StatesAsync()).Count(state => state == ResponseState.Counted));
        given.Storage.Clock.Now += TimeSpan.FromMinutes(15);
        Assert.Equal(0, await sweep.RunAsync(Stop));
        Assert.Equal(dead, Assert.Single(await given.Queue.ListDeadAsync(Stop)).ResponseId);
    }

    [Fact]
    public async Task A_withdrawal_that_the_bus_lost_is_found_too_when_its_response_was_shuffled_long_ago()
    {
        await using var given = await GivenQueue.OnBusAsync(cluster);
        var receipt = Assert.Single(await QueueTests.SendAsync(given.Storage, 1));
        await given.CountAllAsync();
        Assert.Equal(1, await given.Storage.The<ShuffleResponses>().ShuffleAsync(Stop));
        await GivenQueue.UntilAsync(async () => await given.UnsentAsync() == 0);
        given.Broker!.Faults.LoseMessages = true;
        await given.Storage.The<WithdrawResponse>().WithdrawAsync(receipt, Stop);
        await GivenQueue.UntilAsync(async () => await given.UnsentAsync() == 0);
        given.Broker.Faults.LoseMessages = false;
        Assert.Equal(1, await given.Queue.CountWaitingAsync(Stop));

        var sweep = given.Storage.The<ResendLost>();
        Assert.Equal(0, await sweep.RunAsync(Stop));
        given.Storage.Clock.Now += TimeSpan.FromMinutes(15);
        Assert.Equal(1, await sweep.RunAsync(Stop));
        await given.CountAsync(1);
        Assert.Equal([ResponseState.Withdrawn], await given.StatesAsync());
        Assert.Equal(1, await given.Storage.The<ShuffleResponses>().ShuffleAsync(Stop));
    }

    [Fact]
    public async Task A_bus_that_delivers_everything_twice_changes_nothing()
    {
        await using var given = await GivenQueue.OnBusAsync(cluster);
        given.Broker!.Faults.DoubleMessages = true;
        await given.PutAsync(30);
        await given.CountAsync(60);
        Assert.Equal(30, await given.CountedAsync());
        await given.OnBusWhenAsync(counts => counts is { Sent: 60, Completed: 60, Dead: 0 });
        Assert.Single(Lines(given, "messages came again, or too late"));
    }

    [Fact]
    public async Task Answers_that_get_lost_on_the_way_change_nothing()
    {
        // The client finds out by waiting.
        var times = GivenQueue.Times with { OneTry = TimeSpan.FromSeconds(3) };
        await using var given = await GivenQueue.OnBusAsync(cluster, times: times);
        given.Broker!.Faults.LostAcknowledgements = 1;
        given.Broker.Faults.LostAnswers = 1;
        await given.PutAsync(5);
        await given.CountAllAsync();
        // The sending that was acknowledged to nobody was done again.
        await GivenQueue.UntilAsync(async () =>
        {
            await given.Counting.CountBatchAsync(Stop);
            return await given.UnsentAsync() == 0 && (await given.OnBusWhenAsync(_ => true)) is { Sent: 10, Active: 0, Locked: 0 };
        });
        Assert.Equal(5, await given.CountedAsync());
    }

    [Fact]
    public async Task Locks_are_renewed_while_a_batch_is_counted_and_while_a_try_is_waited_for()
    {
        await using var given = await GivenQueue.OnBusAsync(cluster, times: new BusTimes
        {
            Patience = TimeSpan.FromMilliseconds(300),
            RenewEach = TimeSpan.FromMilliseconds(30),
            LookAtLocks = TimeSpan.FromMilliseconds(10),
        });
        await given.PutAsync(2);
        var messages = await given.ReceiveAsync(2);
        var renewed = (await given.OnBusWhenAsync(counts => counts.Renewed > 10)).Renewed;
        // The fifth failure waits for a minute, which is longer than this test.
        await given.Queue.RetryAsync([messages[0] with { Attempts = 5 }], "Ill", Stop);
        await given.Queue.CompleteAsync([messages[1]], Stop);
        await given.OnBusWhenAsync(counts => counts.Renewed > renewed + 10);
        Assert.Equal(1, (await given.OnBusWhenAsync(_ => true)).Locked);
        Assert.Empty(await given.Queue.ReceiveAsync(10, Stop));
    }

    [Fact]
    public async Task What_the_bus_sets_apart_by_itself_is_marked_listed_and_requeued()
    {
        await using var given = await GivenQueue.OnBusAsync(cluster, limits: new BrokerLimits { MaxDeliveryCount = 2 });
        await given.PutAsync(2);
        await given.ReceiveAsync(2);
        await given.LoseWorkersAsync();
        await given.ReceiveAsync(2);
        await given.LoseWorkersAsync();
        await given.OnBusWhenAsync(counts => counts.Dead == 2);
        Assert.Empty(await given.Queue.CountDeadAsync(Stop));
        await given.Storage.The<BusDeadLetters>().LookAsync(Stop);
        Assert.Equal(2, Assert.Single(await given.Queue.CountDeadAsync(Stop)).Value);
        Assert.All(
            await given.Queue.ListDeadAsync(Stop),
            letter => Assert.Equal(("MaxDeliveryCountExceeded", 2), (letter.Failure, letter.Attempts)));

        // The list does without the bus, and so does another try: it goes when the bus is back.
        given.Broker!.Stop();
        Assert.Equal(2, (await given.Queue.ListDeadAsync(Stop)).Count);
        Assert.Equal(2, await given.Queue.RequeueAsync(_ => true, Stop));
        given.Broker.Start();
        await given.CountAllAsync();
        Assert.Equal(2, await given.CountedAsync());
        // What the bus still kept of them is over.
        await GivenQueue.UntilAsync(async () =>
        {
            await given.Storage.The<BusDeadLetters>().LookAsync(Stop);
            return (await given.OnBusWhenAsync(_ => true)).Dead == 0;
        });
        Assert.Empty(await given.Queue.ListDeadAsync(Stop));
    }

    [Fact]
    public async Task What_is_set_apart_before_its_row_of_the_outbox_ended_stays_on_the_bus_and_is_marked_after_that()
    {
        // The client itself must not send again while the acknowledgement is held.
        await using var given = await GivenQueue.OnBusAsync(cluster, times: GivenQueue.Times with { OneTry = TimeSpan.FromMinutes(5) });
        given.Broker!.Faults.HoldAcknowledgements = true;
        var id = Assert.Single(await given.PutAsync(1));
        await given.SetApartAsync(Assert.Single(await given.ReceiveAsync(1)), "Ill");
        Assert.Equal(1, await given.UnsentAsync());
        Assert.Empty(await given.Queue.ListDeadAsync(Stop));
        Assert.Equal((1, 1), ((await given.OnBusWhenAsync(_ => true)).Dead, await given.Queue.CountWaitingAsync(Stop)));

        await given.Broker.AcknowledgeAsync();
        await GivenQueue.UntilAsync(async () => await given.UnsentAsync() == 0);
        var letter = Assert.Single(await given.Queue.ListDeadAsync(Stop));
        Assert.Equal(("Ill", Convert.ToHexString(id)), (letter.Failure, Convert.ToHexString(letter.ResponseId)));
        Assert.Equal(0, await given.Queue.CountWaitingAsync(Stop));
        Assert.Equal(1, await given.Queue.RequeueAsync(_ => true, Stop));
        await given.CountAllAsync();
        Assert.Equal(1, await given.CountedAsync());
        await given.OnBusWhenAsync(counts => counts is { Sent: 2, Completed: 1, Dead: 0, Active: 0, Locked: 0 });
    }

    [Fact]
    public async Task What_waited_on_the_bus_for_too_long_is_a_dead_letter_that_says_so()
    {
        await using var given = await GivenQueue.OnBusAsync(cluster);
        await given.PutAsync(1);
        await given.OnBusWhenAsync(counts => counts.Active == 1);
        await GivenQueue.UntilAsync(async () => await given.UnsentAsync() == 0);
        // As the bus does by itself.
        await using var bus = new ServiceBusClient(given.Broker!.ConnectionString);
        var receiver = bus.CreateReceiver(BusConnection.UsualQueue);
        var received = await receiver.ReceiveMessageAsync(cancellationToken: Stop);
        await receiver.DeadLetterMessageAsync(received, BusReasons.TooOld, cancellationToken: Stop);

        var letter = Assert.Single(await given.Queue.ListDeadAsync(Stop));

        Assert.Equal(BusReasons.TooOld, letter.Failure);
        Assert.Contains("waited on the bus for longer than messages live", DeadLetterReason.Of(letter.Failure), StringComparison.Ordinal);
        // A copy of it is counted after all: the letter and its mark are over.
        await bus.CreateSender(BusConnection.UsualQueue).SendMessageAsync(new ServiceBusMessage(received.Body), Stop);
        await given.CountAllAsync();
        Assert.Empty(await given.Queue.ListDeadAsync(Stop));
        await given.OnBusWhenAsync(counts => counts.Dead == 0);
    }

    [Fact]
    public async Task Every_process_says_the_same_of_the_bus()
    {
        await using var given = await GivenQueue.OnBusAsync(cluster);
        var other = ActivatorUtilities.CreateInstance<BusState>(given.Storage.Rooms);
        var dead = ActivatorUtilities.CreateInstance<BusDeadLetters>(given.Storage.Rooms, other);
        await using var stranger = new ServiceBusClient(given.Broker!.ConnectionString);
        await stranger.CreateSender(BusConnection.UsualQueue).SendMessageAsync(new ServiceBusMessage("hallo"), Stop);
        await GivenQueue.UntilAsync(async () =>
        {
            await given.Queue.ReceiveAsync(10, Stop);
            return (await given.OnBusWhenAsync(_ => true)).Dead == 1;
        });

        Assert.Equal("1 dead letters were not written by this program: look at them in Azure", await LookAsync(given));
        await dead.LookAsync(Stop);
        Assert.Equal(1, other.Foreign);
        given.Broker.Stop();
        await dead.LookAsync(Stop);
        Assert.Equal(BusWork.Looking, Assert.Single(other.Failures).Work);
    }

    [Theory]
    [InlineData(null, "no reason was kept")]
    [InlineData("UnreadableVersionException", "a newer release published its version: update this one")]
    [InlineData(
        BusReasons.TakenTooOften, "the bus delivered it too often: workers died, or lost it, while they counted")]
    [InlineData("JsonException", "counting failed with JsonException: the log says where")]
    public void Why_something_was_set_apart_is_said_in_plain_words(string? failure, string words) =>
        Assert.Equal(words, DeadLetterReason.Of(failure));

    [Fact]
    public async Task A_database_that_takes_nothing_uses_up_no_deliveries()
    {
        await using var given = await GivenQueue.OnBusAsync(cluster);
        await given.PutAsync(1);
        var message = Assert.Single(await given.ReceiveAsync(1));
        await given.Queue.RetryAsync([message], "SqliteException", Stop);
        await given.OnBusWhenAsync(counts => counts.Active == 1);
        await given.Storage.The<GroupedWriter>().DisposeAsync();
        for (var tries = 0; tries < 20; tries++)
        {
            Assert.Empty(await given.Queue.ReceiveAsync(10, Stop));
        }

        Assert.Equal(1, (await given.OnBusWhenAsync(_ => true)).Delivered);
    }

    [Theory]
    [InlineData("Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=a;SharedAccessKey=b", "x.servicebus.windows.net", "responses")]
    [InlineData(
        "Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=a;SharedAccessKey=b;EntityPath=q", "x.servicebus.windows.net", "q")]
    [InlineData("x.servicebus.windows.net", "x.servicebus.windows.net", "responses")]
    public void Knows_where_the_bus_is(string setting, string host, string queue)
    {
        var bus = BusConnection.Parse(setting);
        Assert.Equal((host, queue), (bus.Host, bus.Queue));
        // Nothing is connected before it is used.
        Assert.Equal(host, bus.NewClient(new ServiceBusClientOptions()).FullyQualifiedNamespace);
    }

    [Theory]
    [InlineData("servicebus")]
    [InlineData("http://x.servicebus.windows.net/a b")]
    [InlineData("Endpoint=sb://x.servicebus.windows.net/")]
    [InlineData("SharedAccessKeyName=a;SharedAccessKey=geheim")]
    [InlineData("Endpoint=geheim;SharedAccessKeyName=a")]
    [InlineData("Server=geheim;Database=y")]
    [InlineData("=geheim")]
    public void Refuses_what_names_no_bus_without_repeating_it(string setting) => Assert.DoesNotContain(
        "geheim", Assert.Throws<FormatException>(() => BusConnection.Parse(setting)).Message, StringComparison.Ordinal);

    /// <summary>
    /// Nothing here was compared with Azure. Whoever has a namespace of their own, with an empty queue 'responses', names it in the
    /// environment, as the setting does.
    /// </summary>
    [Fact]
    public async Task Does_the_same_against_a_real_namespace_when_one_is_named()
    {
        if (Environment.GetEnvironmentVariable(RealNamespace) is not { Length: > 0 } real)
            return;
        var times = new BusTimes { LongestWait = TimeSpan.FromSeconds(1) };
        await using var given = await GivenQueue.OnBusAsync(cluster, _ => real, times: times);
        await given.PutAsync(50);
        await given.CountAllAsync();
        Assert.Equal(50, await given.CountedAsync());
        await given.PutAsync(1);
        var last = Assert.Single(await given.ReceiveAsync(1));
        await given.SetApartAsync(last, "Ill");
        await GivenQueue.UntilAsync(async () => await given.Queue.ListDeadAsync(Stop) is not []);
        Assert.Equal("Ill", Assert.Single(await given.Queue.ListDeadAsync(Stop)).Failure);
        Assert.Equal(1, await given.Queue.RequeueAsync(_ => true, Stop));
        await given.CountAllAsync();
        Assert.Equal(51, await given.CountedAsync());
    }

    [GeneratedRegex("^[0-9]+:[0-9a-f]{32}$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TwoIds();

    private static IEnumerable<string> Lines(GivenQueue given, string words) =>
        given.Log.Text.Split('\n').Where(line => line.Contains(words, StringComparison.Ordinal));

    /// <summary>After a look at the dead letters, as each minute.</summary>
    private static async Task<string?> LookAsync(GivenQueue given)
    {
        await given.Storage.The<BusDeadLetters>().LookAsync(Stop);
        return await ReasonAsync(given);
    }

    /// <returns>Null when it is healthy.</returns>
    private static async Task<string?> ReasonAsync(GivenQueue given)
    {
        var health = await new BusHealth(given.Storage.The<BusState>(), given.Storage.The<DatabaseQueue>())
            .CheckHealthAsync(new HealthCheckContext(), Stop);
        Assert.Equal(health.Description is null ? HealthStatus.Healthy : HealthStatus.Degraded, health.Status);
        return health.Description;
    }
}
