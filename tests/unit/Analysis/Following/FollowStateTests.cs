using System.Security.Cryptography;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.Following;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Intake.Queue;
using Participatie.Surveys.Storage;
using Participatie.Tests.Storage;

namespace Participatie.Tests.Analysis.Following;

public sealed class FollowStateTests(PostgresCluster cluster)
{
    private static readonly string[] Places = ["assen", "emmen", "meppel", "$rathernot"];
    private static readonly string[] Languages = ["nl", "nl-simple", "en"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_colleague_who_watches_every_response_arrive_learns_nothing_about_a_few(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(new GivenConsultation().WithPlace().WithAge().Build());
        var (dice, colleague, naive) = (new Dice(31), new WatchingColleague(), new WatchingColleague());
        var exact = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var responses = 1; responses <= 70; responses++)
        {
            var place = dice.Lopsided(Places);
            await ArriveAsync(storage, version, Response(place, dice.Lopsided(Languages), (Helped)(dice.OneIn(4) ? 1 : 0)));
            var followed = await storage.The<ReadFollow>().OfAsync(version.ConsultationId, Stop);
            Assert.Equal(responses, followed.Responses.All);
            colleague.Look(responses, All(followed.State));
            exact[$"place={place}"] = exact.GetValueOrDefault($"place={place}") + 1;
            naive.Look(responses, exact.Where(group => group.Value >= 10));
        }

        Assert.Empty(colleague.Findings());
        Assert.NotEmpty(All((await storage.The<ReadFollow>().OfAsync(version.ConsultationId, Stop)).State));
        // The same colleague sees through exact counts that only leave small ones out.
        Assert.Contains(naive.Findings(), finding => finding.Contains("between two looks", StringComparison.Ordinal));
        Assert.Contains(naive.Findings(), finding => finding.StartsWith("moved after 1 ", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task What_is_counted_beside_answers_survives_withdrawal_and_a_recount_proves_it(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(new GivenConsultation().WithPlace().WithAge().Build());
        var dice = new Dice(32);
        var ids = new List<byte[]>();
        for (var batch = 0; batch < 3; batch++)
        {
            ids.AddRange(await ArriveAsync(storage, version, [.. Enumerable.Range(0, 20).SelectMany(_ => Response(
                dice.Lopsided(Places), dice.Lopsided(Languages), (Helped)dice.Below(3), organisation: dice.OneIn(9)))]));
        }

        await WithdrawAsync(storage, version, ids.Take(25));
        var report = await storage.The<Recount>().RunAsync(version.ConsultationId, Stop);
        Assert.Equal((35, 0), (report.Responses, report.Differences.Count));
        var state = (await storage.The<ReadFollow>().OfAsync(version.ConsultationId, Stop)).State;
        Assert.InRange(state.Responses, 35, 44);

        await storage.The<GroupedWriter>().WriteAsync(
            scope => scope.ExecuteAsync("UPDATE arrivals SET responses = responses + 1 WHERE value = 'nl-simple'"), Stop);
        Assert.Contains(
            (await storage.The<Recount>().RunAsync(version.ConsultationId, Stop)).Differences,
            difference => difference.StartsWith("Language/nl-simple: stored", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task What_was_counted_before_is_found_again_and_stays_when_the_responses_go(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(new GivenConsultation().WithPlace().Build());
        await ArriveAsync(storage, version, [.. Enumerable.Range(0, 40).SelectMany(_ => Response("assen", "nl", Helped.Unsaid))]);
        await storage.The<GroupedWriter>().WriteAsync(scope => scope.ExecuteAsync("DELETE FROM follow_states"), Stop);

        Assert.True(await storage.The<TakeFollowState>().RunAsync(version, Stop));
        Assert.False(await storage.The<TakeFollowState>().RunAsync(version, Stop));

        storage.Clock.Now = Amsterdam.EndOf(version.Definition.Charter.KeepUntil);
        Assert.True(await storage.The<DeleteExpiredResponses>().DeleteAsync(version, Stop));
        var followed = await storage.The<ReadFollow>().OfAsync(version.ConsultationId, Stop);
        Assert.Equal((40L, 40L, 30L), (followed.Responses.All, followed.State.Responses, followed.State.Of(FollowState.Place)["assen"]));
        Assert.Equal([new DayCount(new DateOnly(2024, 10, 4), 40)], followed.Days);
    }

    [Fact]
    public void What_is_stored_is_read_back()
    {
        var state = FollowState.None.Advance(80, new Dictionary<string, IReadOnlyDictionary<string, long>>(StringComparer.Ordinal)
        {
            [FollowState.Language] = new Dictionary<string, long>(StringComparer.Ordinal) { ["nl"] = 55, ["nl-simple"] = 25 },
            [FollowState.Age] = new Dictionary<string, long>(StringComparer.Ordinal) { ["75-plus"] = 80 },
        });

        var read = FollowState.Read(80, state.Write());

        Assert.Equal(All(state), All(read));
        Assert.Equal(3, All(read).Count);
    }

    private static List<KeyValuePair<string, long>> All(FollowState state) =>
    [
        .. state.Groups.SelectMany(dimension => dimension.Value.Select(group => KeyValuePair.Create(
            Breakdowns.Name(dimension.Key, group.Key), group.Value))).OrderBy(group => group.Key, StringComparer.Ordinal),
    ];

    private static Response[] Response(string place, string language, Helped helped, bool organisation = false) =>
    [
        new Response
        {
            ConsultationId = 0,
            Id = RandomNumberGenerator.GetBytes(16),
            Version = 1,
            Channel = ResponseChannel.OpenLink,
            Organisation = organisation,
            Helped = helped,
            Language = language,
            Hour = 480_000,
            Rotation = 0,
            State = ResponseState.Queued,
            KeyNumber = 1,
            ReceiptHash = RandomNumberGenerator.GetBytes(32),
            DraftProof = RandomNumberGenerator.GetBytes(32),
            ReceiptAttempt = 0,
            Document = $"{{\"gemeente\":\"{place}\"}}",
        },
    ];

    private static async Task<List<byte[]>> ArriveAsync(GivenStorage storage, PublishedVersion version, Response[] responses)
    {
        var asksAge = version.Definition.Questions.Count > 1;
        await storage.The<GroupedWriter>().WriteAsync(
            async scope =>
            {
                foreach (var response in responses)
                {
                    await scope.ExecuteAsync(
                        """
                        INSERT INTO responses (consultation_id, id, version, channel, organisation, helped, language, hour, rotation, state,
                            key_number, receipt_hash, draft_proof, receipt_attempt, document)
                        VALUES (@consultation, @id, 1, 0, @organisation, @helped, @language, @hour, 0, 0, 1, @receipt, @proof, 0, @document)
                        """,
                        ("@consultation", version.ConsultationId),
                        ("@id", response.Id),
                        ("@organisation", response.Organisation),
                        ("@helped", (short)response.Helped),
                        ("@language", response.Language),
                        ("@hour", response.Hour),
                        ("@receipt", response.ReceiptHash),
                        ("@proof", response.DraftProof),
                        ("@document", asksAge ? response.Document[..^1] + ",\"leeftijd\":\"30-44\"}" : response.Document));
                    await DatabaseQueue.SendAsync(scope, version.ConsultationId, response.Id, storage.Clock.Now);
                }
            },
            Stop);
        await CountAsync(storage);
        return [.. responses.Select(response => response.Id)];
    }

    private static async Task WithdrawAsync(GivenStorage storage, PublishedVersion version, IEnumerable<byte[]> ids)
    {
        await storage.The<GroupedWriter>().WriteAsync(
            async scope =>
            {
                foreach (var id in ids)
                {
                    await scope.ExecuteAsync("UPDATE responses SET state = 2 WHERE id = @id", ("@id", id));
                    await DatabaseQueue.SendAsync(scope, version.ConsultationId, id, storage.Clock.Now);
                }
            },
            Stop);
        await CountAsync(storage);
    }

    private static async Task CountAsync(GivenStorage storage)
    {
        while (await storage.The<CountResponses>().CountBatchAsync(Stop) > 0)
        {
        }
    }
}
