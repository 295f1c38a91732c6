using System.Text;
using Participatie.Surveys.Analysis;
using Participatie.Surveys.Analysis.Publishing;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Reporting.Results;
using Participatie.Surveys.Storage;
using Participatie.Tests.Storage;

namespace Participatie.Tests.Analysis;

public sealed class StoredLooksTests(PostgresCluster cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_look_is_shown_when_the_next_ten_have_come(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await PublishAsync(storage);

        await CountAsync(storage, version, 19);
        Assert.Null(await ShownAsync(storage, version));
        await CountAsync(storage, version, 1);
        Assert.Equal(10, await ShownAsync(storage, version));
        await CountAsync(storage, version, 30);
        Assert.Equal(40, await ShownAsync(storage, version));
        // A round in which nothing came publishes nothing.
        Assert.Equal(0, await storage.The<PublishResults>().PublishAsync(version, Stop));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_look_that_waits_is_forgotten_when_somebody_withdraws(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await PublishAsync(storage);
        await CountAsync(storage, version, 15);
        await CountAsync(storage, version, 1);
        Assert.NotEmpty(await LooksAsync(storage));

        await CountAsync(storage, version, 1, sign: -1);
        Assert.Empty(await LooksAsync(storage));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task What_the_release_before_published_stays_until_a_look_keeps_its_distance(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await PublishAsync(storage);
        await ChangeAsync(storage, """
            INSERT INTO published_results (consultation_id, question_id, position, document, basis, sequence, published_at)
            VALUES (1, '$responses', 0, '{"key":"$responses","populations":[{"population":"Open","sequence":3,"final":false,"seen":45,"cells":[{"id":"open","count":45}],"measures":[],"splits":[]}]}', '{"populations":[{"population":"Open","responses":45,"counts":"x"}]}', 3, 5)
            """);
        await ChangeAsync(
            storage,
            "INSERT INTO result_looks (consultation_id, version, population, responses, stage, counts) VALUES (1, 1, 0, 58, 2, '')");
        await CountAsync(storage, version, 48);

        Assert.Equal(45, await ShownAsync(storage, version));
        await CountAsync(storage, version, 29);
        Assert.Equal(45, await ShownAsync(storage, version));
        await CountAsync(storage, version, 1);
        Assert.Equal(68, await ShownAsync(storage, version));
    }

    private static async Task<PublishedVersion> PublishAsync(GivenStorage storage) =>
        await storage.PublishAsync(
            new GivenConsultation().WithYesNo("mee").But(frame => frame with { Results = ResultsMoment.WhileOpen }).Build());

    private static async Task CountAsync(GivenStorage storage, PublishedVersion version, int people, int sign = 1)
    {
        var changes = Enumerable.Range(0, people).Select(
            _ => new TallyChange(1, ResponseChannel.OpenLink, false, Encoding.UTF8.GetBytes("""{"mee":"ja"}"""), sign)).ToList();
        await storage.The<GroupedWriter>().WriteAsync(
            scope => storage.The<TallyBatch>().ApplyAsync(scope, version.ConsultationId, changes), Stop);
        await storage.The<PublishResults>().PublishAsync(version, Stop);
    }

    private static async Task<long?> ShownAsync(GivenStorage storage, PublishedVersion version) =>
        (
            await storage.The<ReadResultPage>().ReadPublishedAsync(version.ConsultationId, Stop)).Single(row =>
                row.Key == "$responses").Populations.Single().Seen;

    private static async Task<List<long>> LooksAsync(GivenStorage storage) =>
        await storage.The<Database>().ReadAsync("SELECT responses FROM result_looks", row => row.GetInt64(0), Stop);

    private static Task<int> ChangeAsync(GivenStorage storage, string sql) =>
        storage.The<GroupedWriter>().WriteAsync(scope => scope.ExecuteAsync(sql), Stop);
}
