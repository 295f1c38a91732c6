using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Storage;
using Participatie.Tests.Storage;

namespace Participatie.Tests.Codes;

/// <summary>How many codes can be tried, by whom, and what that comes to in a year.</summary>
public sealed class CodeTriesTests(PostgresCluster cluster)
{
    private const double SecondsAYear = 365.25 * 24 * 3600;
    private const double WorthOfReceipt = 1e6 / 1e15;

    private readonly SetClock _clock = new(new DateTimeOffset(2026, 11, 22, 9, 30, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(1000, 1)]
    [InlineData(1000, 4)]
    [InlineData(5000, 1)]
    public async Task A_year_of_guessing_receipts_from_many_addresses_hits_less_than_one(int addresses, int instances)
    {
        var perSecond = await TriesPerSecondAsync(
            instances, [.. Enumerable.Range(0, addresses).Select(number => new IPAddress(0x0A000000L + number))]);
        Assert.InRange(perSecond * SecondsAYear * WorthOfReceipt, 0.05, 0.9);
    }

    [Fact]
    public async Task A_year_of_guessing_receipts_from_a_whole_48_hits_next_to_none()
    {
        var bytes = IPAddress.Parse("2001:db8:7::1").GetAddressBytes();
        var perSecond = await TriesPerSecondAsync(instances: 1, [.. Enumerable.Range(0, 2000).Select(network =>
        {
            (bytes[6], bytes[7]) = ((byte)(network >> 8), (byte)network);
            return new IPAddress(bytes);
        })]);
        Assert.InRange(perSecond * SecondsAYear * WorthOfReceipt, 0.001, 0.05);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_right_code_costs_nothing_and_a_wrong_one_counts_for_the_whole_site()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        var site = storage.The<WrongCodeCount>();
        var tries = new CodeTries(site, storage.The<GuessingBuckets>(), _clock, NullLogger<CodeTries>.Instance);
        for (var people = 0; people < 500; people++)
        {
            Assert.NotNull((await tries.LookUpAsync<object>(IPAddress.Parse("10.0.0.1"), () => Task.FromResult<object?>(""), Stop)).Found);
        }

        Assert.Equal(0, await site.PerMinuteAsync());
        for (var guess = 0; guess < 60; guess++)
        {
            Assert.Equal(
                TimeSpan.Zero,
                (await tries.LookUpAsync<object>(IPAddress.Parse("10.0.0.1"), () => Task.FromResult<object?>(null), Stop)).Wait);
        }

        Assert.Equal(60, await site.PerMinuteAsync());
        var refused = await tries.LookUpAsync<object>(
            IPAddress.Parse("10.0.0.1"), () => throw new InvalidOperationException("Must not be looked up."), Stop);
        Assert.Equal(TimeSpan.FromSeconds(10), refused.Wait);
        Assert.Equal(
            TimeSpan.Zero, (await tries.LookUpAsync<object>(IPAddress.Parse("10.0.0.2"), () => Task.FromResult<object?>(null), Stop)).Wait);
        // One more than people type: everybody's next try takes six times as much, and comes a second later.
        Assert.Equal((6, TimeSpan.FromSeconds(1)), (tries.StepOf(61).Price, tries.StepOf(61).Wait));
    }

    [Fact]
    public async Task Who_guesses_on_several_machines_has_the_tries_of_one()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Postgres, cluster);
        await using var beside = storage.Beside();
        CodeTries[] machines = [TriesOn(storage), TriesOn(beside)];
        // A household on IPv6, so that its wider network counts as well.
        var visitor = NetworkAddress.VisitorOf(IPAddress.Parse("2001:db8:7::1"));
        for (var guess = 0; guess < 60; guess++)
        {
            Assert.Equal(TimeSpan.Zero, await WrongAsync(machines[guess % 2], visitor));
        }

        Assert.All([await WrongAsync(machines[0], visitor), await WrongAsync(machines[1], visitor)], AssertSeconds(10));
        // Others go on, and what was right is given back wherever it was typed.
        var other = IPAddress.Parse("10.0.0.2");
        for (var people = 0; people < 80; people++)
        {
            Assert.NotNull((await machines[people % 2].LookUpAsync<object>(other, () => Task.FromResult<object?>(""), Stop)).Found);
        }

        storage.Clock.Now += TimeSpan.FromSeconds(10);
        beside.Clock.Now = storage.Clock.Now;
        Assert.Equal(TimeSpan.Zero, await WrongAsync(machines[1], visitor));
        Assert.All([await WrongAsync(machines[0], visitor)], AssertSeconds(10));

        await using var context = storage.The<Database>().NewContext();
        Assert.Equal(3, context.NetworkTries.Count());
        storage.Clock.Now += TimeSpan.FromMinutes(15);
        await storage.The<ForgetTries>().RunAsync(Stop);
        Assert.Equal(0, context.NetworkTries.Count());

        static CodeTries TriesOn(GivenStorage machine) => new(
            machine.The<WrongCodeCount>(), machine.The<GuessingBuckets>(), machine.Clock, NullLogger<CodeTries>.Instance);

        static async Task<TimeSpan> WrongAsync(CodeTries machine, IPAddress visitor) =>
            (await machine.LookUpAsync<object>(visitor, () => Task.FromResult<object?>(null), Stop)).Wait;

        static Action<TimeSpan> AssertSeconds(int seconds) => wait => Assert.Equal(seconds, wait.TotalSeconds, tolerance: 0.01);
    }

    [Fact]
    public void Nobody_makes_it_remember_more_than_it_may_and_it_forgets_by_itself()
    {
        using var networks = new RememberedNetworks<object>(_clock);
        for (var number = 0; number < RememberedNetworks<object>.Most + 10_000; number++)
        {
            networks.With(new IPAddress(0x0A000000L + number), (_, _) => true);
        }

        Assert.Equal(RememberedNetworks<object>.Most + 1, networks.Count);
        _clock.Now += TimeSpan.FromMinutes(15);
        networks.ForgetOld();
        Assert.Equal(0, networks.Count);
    }

    [Fact]
    public void What_is_remembered_goes_without_anybody_coming_by()
    {
        var clock = new HeldTimers();
        using var networks = new RememberedNetworks<object>(clock);
        networks.With(IPAddress.Loopback, (_, _) => true);
        Assert.InRange(clock.Period, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        // The last look before the quarter of an hour is over.
        clock.Now += TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1);
        clock.Tick();
        Assert.Equal(0, networks.Count);
    }

    /// <summary>Forty minutes in which everybody tries whenever they may, as the shared number says what a try takes.</summary>
    private async Task<double> TriesPerSecondAsync(int instances, IPAddress[] addresses)
    {
        const int Seconds = 2400;
        // What stands in the buckets at the beginning is used up once and not every time.
        const int Settled = 1200;
        // In memory, and one for all instances: as they share it on PostgreSQL.
        await using var nowhere = Database.Sqlite("");
        using var buckets = new GuessingBuckets(nowhere, null!, null!, _clock);
        var sites = Enumerable.Range(0, instances)
            .Select(_ => new CodeTries(null!, buckets, _clock, NullLogger<CodeTries>.Instance)).ToList();
        var minutes = new int[(Seconds / 60) + 1];
        var tried = 0;
        for (var second = 0; second < Seconds; second++)
        {
            var minute = second / 60;
            var shared = minutes[Math.Max(0, minute - 10)..(minute + 1)].Max();
            foreach (var site in sites)
            {
                var step = site.StepOf(shared);
                foreach (var address in addresses)
                {
                    if (await site.TakeAsync(address, step, Stop) == TimeSpan.Zero)
                    {
                        minutes[minute]++;
                        tried += second < Settled ? 0 : 1;
                    }
                }
            }

            _clock.Now += TimeSpan.FromSeconds(1);
        }

        return (double)tried / (Seconds - Settled);
    }

    private sealed class HeldTimers : TimeProvider
    {
        private Action? _tick;

        public DateTimeOffset Now { get; set; } = new(2026, 11, 22, 9, 30, 0, TimeSpan.Zero);

        public TimeSpan Period { get; private set; }

        public void Tick() => _tick!();

        public override DateTimeOffset GetUtcNow() => Now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            (_tick, Period) = (() => callback(state), period);
            return base.CreateTimer(static _ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
