using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Analysis.Following;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;
using Participatie.Tests.Storage;

namespace Participatie.Tests.Analysis.Following;

public sealed class StoreProgressTests(PostgresCluster cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Several_processes_add_to_the_same_numbers(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(new GivenConsultation().WithYesNo("mee").WithYesNo("nog").Build());
        var processes = Enumerable.Range(0, 3).Select(_ => new ProgressCounters()).ToList();
        for (var round = 0; round < 4; round++)
        {
            await Task.WhenAll(processes.Select(async counters =>
            {
                for (var time = 0; time < 5; time++)
                    Walk(counters, version);
                await new StoreProgress(storage.The<GroupedWriter>(), counters).RunAsync(Stop);
            }));
        }

        Assert.Equal(
            [("mee", ProgressMeasure.Seen, 60L), ("mee", ProgressMeasure.Answered, 60L), ("nog", ProgressMeasure.Seen, 60L)],
            await StoredAsync(storage));
        var shown = await storage.The<ReadProgress>().OfAsync(version.ConsultationId, Stop);
        Assert.Equal((60L, 50L), (shown["mee"][ShownProgress.Seen], shown["mee"][ShownProgress.Answered]));
        Assert.Equal((60L, 50L), (shown["nog"][ShownProgress.Seen], shown["nog"][ShownProgress.Left]));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task What_cannot_be_written_stays_counted_and_what_is_gone_stops_nobody(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(new GivenConsultation().WithYesNo("mee").Build());
        var counters = new ProgressCounters();
        var store = new StoreProgress(storage.The<GroupedWriter>(), counters);
        Walk(counters, version);
        Walk(counters, version with { ConsultationId = 99 });
        await ChangeAsync(storage, "ALTER TABLE question_progress RENAME TO away");
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => store.RunAsync(Stop));
        await ChangeAsync(storage, "ALTER TABLE away RENAME TO question_progress");

        Assert.NotEqual(0, await store.RunAsync(Stop));

        Assert.Equal([("mee", ProgressMeasure.Seen, 1L), ("mee", ProgressMeasure.Answered, 1L)], await StoredAsync(storage));
        Assert.Equal(0, await store.RunAsync(Stop));
    }

    /// <summary>From the first question to the next.</summary>
    private static void Walk(ProgressCounters counters, PublishedVersion version)
    {
        var question = version.Definition.Questions[0];
        var after = Answers.None.With(question, new Chosen("ja"));
        counters.Seen(version, question);
        counters.Saved(
            version,
            question,
            Journey.Of(version.Definition, Answers.None),
            Journey.Of(version.Definition, after),
            (Answers.None, after),
            look: null);
    }

    private static Task<int> ChangeAsync(GivenStorage storage, string sql) =>
        storage.The<GroupedWriter>().WriteAsync(scope => scope.ExecuteAsync(sql), Stop);

    private static async Task<List<(string, ProgressMeasure, long)>> StoredAsync(GivenStorage storage)
    {
        await using var context = storage.The<Database>().NewContext();
        return
        [
            .. (await context.QuestionProgress.OrderBy(entry => entry.QuestionId).ThenBy(entry => entry.Measure).ToListAsync(Stop))
                .Select(entry => (entry.QuestionId, (ProgressMeasure)entry.Measure, entry.Number)),
        ];
    }
}
