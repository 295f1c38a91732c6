using System.Security.Cryptography;
using System.Text;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.OpenAnswers;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Intake.Queue;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting.Results;
using Participatie.Surveys.Storage;
using Participatie.Tests.Storage;
using Participatie.Tests.Analysis.OpenAnswers;

namespace Participatie.Tests.Analysis;

public sealed class StoredTalliesTests(PostgresCluster cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task After_counting_and_withdrawing_a_recount_finds_no_difference(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(GivenConsultation.WithEveryKind().Build());
        var ids = await HandInAsync(storage, version, GivenResponse.Many(version.Definition, new Dice(21), 450));
        await CountAsync(storage);
        await WithdrawAsync(storage, version, ids.Take(70));
        await CountAsync(storage);
        // Withdrawn, and still in the tallies until the worker comes by.
        await WithdrawAsync(storage, version, ids.Skip(70).Take(5));

        var report = await storage.The<Recount>().RunAsync(version.ConsultationId, Stop);

        Assert.Equal(380, report.Responses);
        Assert.Empty(report.Differences);
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_recount_names_each_count_that_differs(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(new GivenConsultation().WithYesNo("mee").Build());
        await HandInAsync(storage, version, Responses("""{"mee":"ja"}""", 3));
        await CountAsync(storage);
        await ChangeAsync(storage, "UPDATE tallies SET counts = replace(counts, '3 0', '4 0') WHERE question_id = 'mee'");
        await ChangeAsync(storage, "DELETE FROM tallies WHERE question_id = '$responses'");

        var report = await storage.The<Recount>().RunAsync(version.ConsultationId, Stop);

        Assert.Contains("version 1, Open: mee/*/$seen: stored 4, recounted 3", report.Differences);
        Assert.Contains("version 1, Open: $responses/*/open: stored 0, recounted 3", report.Differences);
    }

    [Theory]
    [InlineData(Provider.Sqlite, """{"mee":"misschien"}""")]
    [InlineData(Provider.Postgres, """{"mee":"misschien"}""")]
    [InlineData(Provider.Sqlite, """{"mee":"j""")]
    [InlineData(Provider.Sqlite, "")]
    public async Task A_recount_names_what_is_damaged_and_counts_the_others(Provider provider, string damaged)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(new GivenConsultation().WithYesNo("mee").Build());
        await HandInAsync(storage, version, Responses("""{"mee":"ja"}""", 3));
        await CountAsync(storage);
        await ChangeAsync(
            storage, $"UPDATE responses SET document = '{damaged}' WHERE id = (SELECT id FROM responses ORDER BY id LIMIT 1)");

        var report = await storage.The<Recount>().RunAsync(version.ConsultationId, Stop);

        Assert.Contains("damaged: 1 of the responses cannot be read, and were not recounted", report.Differences);
        Assert.Contains("version 1, Open: mee/*/ja: stored 3, recounted 2", report.Differences);
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_recount_refuses_when_the_responses_are_gone(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(new GivenConsultation().WithYesNo("mee").Build());
        await ChangeAsync(storage, "UPDATE consultations SET finalised_at = 1");

        await Assert.ThrowsAsync<InvalidOperationException>(() => storage.The<Recount>().RunAsync(version.ConsultationId, Stop));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_damaged_response_is_set_apart_and_the_others_are_counted(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(new GivenConsultation().WithYesNo("mee").Build());
        await HandInAsync(storage, version, [.. Responses("""{"mee":"ja"}""", 4), .. Responses("""{"mee":"misschien"}""", 1)]);

        await storage.The<CountResponses>().CountBatchAsync(Stop);

        Assert.Equal(4, (await storage.The<Recount>().RunAsync(version.ConsultationId, Stop)).Responses);
        Assert.Equal(1, await storage.The<IResponseQueue>().CountWaitingAsync(Stop));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Two_workers_at_the_same_time_lose_no_count(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(GivenConsultation.WithEveryKind().Build());
        await HandInAsync(storage, version, GivenResponse.Many(version.Definition, new Dice(22), 1200));

        await Task.WhenAll(CountAsync(storage), CountAsync(storage), CountAsync(storage));

        var report = await storage.The<Recount>().RunAsync(version.ConsultationId, Stop);
        Assert.Equal((1200, 0), (report.Responses, report.Differences.Count));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task The_result_page_tells_back_what_was_counted_once_everything_is(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(new GivenConsultation().WithYesNo("mee").WithOpen("idee").Build());
        var ids = await HandInAsync(storage, version, [
            .. Responses("""{"mee":"ja","idee":{"text":"Meer \"bomen\"","lang":"nl"}}""", 40),
            .. Responses("""{"mee":"nee","idee":"$skipped"}""", 20),
            .. Responses("""{"mee":"$skipped","idee":"$skipped"}""", 10)]);
        Assert.Null(await PageAsync(storage, version));

        storage.Clock.Now = Amsterdam.EndOf(version.Definition.Charter.ClosesOn) + Opening.Grace;
        await storage.Rooms.CloseOnItsDayAsync(version.ConsultationId, Stop);
        Assert.Equal(0, await storage.The<PublishResults>().PublishAsync(version, Stop));
        await CountAsync(storage);
        Assert.NotEqual(0, await storage.The<PublishResults>().PublishAsync(version, Stop));
        Assert.Equal(0, await storage.The<PublishResults>().PublishAsync(version, Stop));
        await storage.The<GroupedWriter>().ReleaseAsync(version, ids[0], "idee");

        var page = (await PageAsync(storage, version))!;
        Assert.Equal("‘Ja’ is het vaakst gekozen: door 40 van de 70 mensen.", page.Questions[0].Sentence);
        Assert.Equal([new Passage("Meer \"bomen\"", "nl")], page.Questions[1].Released);

        await WithdrawAsync(storage, version, ids.Take(1));
        Assert.Empty((await PageAsync(storage, version))!.Questions[1].Released);
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Staff_read_open_answers_a_page_at_a_time_and_release_some(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(new GivenConsultation().WithOpen("idee").Build());
        await HandInAsync(
            storage,
            version,
            [.. Responses("""{"idee":{"text":"Een bankje","lang":"nl"}}""", 7), .. Responses("""{"idee":"$skipped"}""", 5)]);
        await CountAsync(storage);
        var list = storage.The<ListOpenAnswers>();
        var release = storage.The<GroupedWriter>();

        var first = await list.FirstAsync(version, "idee", 4);
        Assert.True(await release.ReleaseAsync(version, first[1].ResponseId, "idee"));
        Assert.True(await release.ReleaseAsync(version, first[1].ResponseId, "idee"));
        Assert.False(await release.ReleaseAsync(version, new byte[16], "idee"));
        var second = await list.FirstAsync(version, "idee", 4, first[^1].ResponseId);

        Assert.Equal((4, 3), (first.Count, second.Count));
        Assert.All(first, answer => Assert.Equal(("Een bankje", false), (answer.Text, answer.IsReleased)));
        Assert.True((await list.FirstAsync(version, "idee", 4))[1].IsReleased);
        Assert.True(await release.TakeBackAsync(version, first[1].ResponseId, "idee"));
        Assert.False((await list.FirstAsync(version, "idee", 4))[1].IsReleased);
    }

    private static Task<ResultPage?> PageAsync(GivenStorage storage, PublishedVersion version) =>
        storage.The<ReadResultPage>().ReadAsync(version.ConsultationId, Languages.Dutch, whose: null, Stop);

    private static IEnumerable<GivenResponse> Responses(string document, int times) =>
        Enumerable.Repeat(new GivenResponse(Encoding.UTF8.GetBytes(document), Population.Open, ResponseChannel.OpenLink), times);

    private static async Task CountAsync(GivenStorage storage)
    {
        while (await storage.The<CountResponses>().CountBatchAsync(Stop) > 0)
        {
        }
    }

    private static async Task<List<byte[]>> HandInAsync(
        GivenStorage storage, PublishedVersion version, IEnumerable<GivenResponse> responses)
    {
        var ids = new List<byte[]>();
        await storage.The<GroupedWriter>().WriteAsync(
            async scope =>
            {
                foreach (var response in responses)
                {
                    var id = RandomNumberGenerator.GetBytes(16);
                    ids.Add(id);
                    scope.Context.Responses.Add(new Response
                    {
                        ConsultationId = version.ConsultationId,
                        Id = id,
                        Version = version.Number,
                        Channel = response.Channel,
                        Organisation = response.Population == Population.Organisation,
                        Language = Languages.Dutch,
                        Hour = 480_000,
                        Rotation = 0,
                        State = ResponseState.Queued,
                        KeyNumber = 1,
                        ReceiptHash = id,
                        DraftProof = id,
                        ReceiptAttempt = 0,
                        Document = Encoding.UTF8.GetString(response.Document),
                    });
                }

                await scope.Context.SaveChangesAsync();
                foreach (var id in ids)
                {
                    await DatabaseQueue.SendAsync(scope, version.ConsultationId, id, storage.Clock.Now);
                }
            },
            Stop);
        return ids;
    }

    private static Task WithdrawAsync(GivenStorage storage, PublishedVersion version, IEnumerable<byte[]> ids) =>
        storage.The<GroupedWriter>().WriteAsync(
        async scope =>
        {
            foreach (var id in ids)
            {
                await scope.ExecuteAsync(
                    "UPDATE responses SET state = @withdrawing WHERE id = @id",
                    ("@withdrawing", (short)ResponseState.Withdrawing),
                    ("@id", id));
                await DatabaseQueue.SendAsync(scope, version.ConsultationId, id, storage.Clock.Now);
            }
        },
        Stop);

    private static Task<int> ChangeAsync(GivenStorage storage, string sql) =>
        storage.The<GroupedWriter>().WriteAsync(scope => scope.ExecuteAsync(sql), Stop);
}
