using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Intake.Queue;
using Participatie.Surveys.Storage;
using Participatie.Tests.Storage;

namespace Participatie.Tests.Intake;

/// <summary>
/// A consultation ends when each of its responses is counted, withdrawn or gone: the responses say so, whatever became of their messages.
/// </summary>
public sealed class FinalityTests(PostgresCluster cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_response_that_was_set_apart_delays_the_last_result_and_counts_after_requeue(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await SendAsync(storage, 12);
        await SetOneApartAsync(storage);
        await CountAsync(storage);
        storage.Clock.Now = Amsterdam.EndOf(version.Definition.Charter.ClosesOn) + Opening.Grace;
        await storage.Rooms.CloseOnItsDayAsync(version.ConsultationId, Stop);

        Assert.Equal(0, await storage.The<PublishResults>().PublishAsync(version, Stop));
        await storage.The<IResponseQueue>().RequeueAsync(_ => true, Stop);
        await CountAsync(storage);
        Assert.NotEqual(0, await storage.The<PublishResults>().PublishAsync(version, Stop));
        Assert.Equal(12, (await storage.The<Recount>().RunAsync(version.ConsultationId, Stop)).Responses);
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task So_does_one_whose_message_is_lost(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await SendAsync(storage, 12);
        await storage.The<GroupedWriter>().WriteAsync(
            scope => scope.ExecuteAsync("DELETE FROM queue WHERE response_id IN (SELECT response_id FROM queue LIMIT 1)"), Stop);
        await CountAsync(storage);
        storage.Clock.Now = Amsterdam.EndOf(version.Definition.Charter.ClosesOn) + Opening.Grace;
        await storage.Rooms.CloseOnItsDayAsync(version.ConsultationId, Stop);

        Assert.Equal(0, await storage.The<PublishResults>().PublishAsync(version, Stop));
        Assert.True(await storage.The<UncountedResponses>().HasAnyAsync(version.ConsultationId, Stop));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task What_could_not_be_counted_is_kept_thirty_days_beyond_its_term_and_then_goes_too(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await SendAsync(storage, 3);
        await SetOneApartAsync(storage);
        await CountAsync(storage);
        var term = Amsterdam.EndOf(version.Definition.Charter.KeepUntil);

        storage.Clock.Now = term;
        Assert.True(await storage.The<DeleteExpiredResponses>().DeleteAsync(version, Stop));
        Assert.Equal([ResponseState.Queued], await StatesAsync(storage));
        Assert.Single(await storage.The<IResponseQueue>().ListDeadAsync(Stop));
        Assert.False(await storage.The<DeleteExpiredResponses>().DeleteAsync(version, Stop));

        storage.Clock.Now = term.AddDays(30).AddSeconds(-1);
        Assert.False(await storage.The<DeleteExpiredResponses>().DeleteAsync(version, Stop));
        storage.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.True(await storage.The<DeleteExpiredResponses>().DeleteAsync(version, Stop));
        Assert.Empty(await StatesAsync(storage));
        Assert.Empty(await storage.The<IResponseQueue>().ListDeadAsync(Stop));
        Assert.False(await storage.The<DeleteExpiredResponses>().DeleteAsync(version, Stop));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task What_is_counted_after_its_term_is_in_the_counts_and_then_goes(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await SendAsync(storage, 3);
        await SetOneApartAsync(storage);
        await CountAsync(storage);
        storage.Clock.Now = Amsterdam.EndOf(version.Definition.Charter.KeepUntil);
        Assert.True(await storage.The<DeleteExpiredResponses>().DeleteAsync(version, Stop));

        await storage.The<IResponseQueue>().RequeueAsync(_ => true, Stop);
        await CountAsync(storage);
        Assert.True(await storage.The<DeleteExpiredResponses>().DeleteAsync(version, Stop));

        Assert.Empty(await StatesAsync(storage));
        var counts = await storage.The<Database>().ReadAsync(
            "SELECT counts FROM tallies WHERE question_id = '$responses'", row => row.GetString(0), Stop);
        Assert.Contains("\n*|3 ", Assert.Single(counts), StringComparison.Ordinal);
    }

    private static async Task<PublishedVersion> SendAsync(GivenStorage storage, int count)
    {
        var version = await storage.PublishAsync(HandInAnswersTests.OneChoice());
        for (var sent = 0; sent < count; sent++)
        {
            var (token, _) = await storage.BeginAsync(version, GivenStorage.FirstChoice(version));
            Assert.Equal(HandInResult.Received, await storage.HandInAsync(token, version.ConsultationId, Stop));
        }

        return version;
    }

    private static async Task SetOneApartAsync(GivenStorage storage) => Assert.Equal(1, await storage.The<GroupedWriter>().WriteAsync(
        scope =>
            scope.ExecuteAsync(
                "UPDATE queue SET dead = @dead WHERE response_id IN (SELECT response_id FROM queue LIMIT 1)", ("@dead", true)),
            Stop));

    private static async Task CountAsync(GivenStorage storage)
    {
        while (await storage.The<CountResponses>().CountBatchAsync(Stop) > 0)
        {
            // Until nothing is due.
        }
    }

    private static async Task<List<ResponseState>> StatesAsync(GivenStorage storage) =>
        await storage.The<Database>().ReadAsync("SELECT state FROM responses", row => (ResponseState)row.GetInt16(0), Stop);
}
