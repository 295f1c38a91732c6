using Participatie.Surveys.Review.Studies;
using Participatie.Surveys.Storage;
using Participatie.Tests.Storage;

namespace Participatie.Tests.Review;

/// <summary>Studies in the database: every revision stays, and of two people at one moment one wins.</summary>
public sealed class StoredStudiesTests(PostgresCluster cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Each_revision_stays_and_the_public_reads_the_last_one_that_was_published(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var (read, save) = (storage.The<ReadStudies>(), storage.The<SaveStudy>());
        var writer = storage.The<GroupedWriter>();
        var study = GivenStudy.WithEveryVerdict();
        var number = await writer.WriteAsync(scope => save.BeginAsync(scope, study, "Anna"), Stop);
        var other = await writer.WriteAsync(scope => save.BeginAsync(scope, study with { Title = "Ander" }, "Anna"), Stop);
        Assert.Equal((1, 2), (number, other));
        Assert.Empty(await read.PublicAsync(Stop));
        Assert.Equal(study.Write(), (await read.OneAsync(1, Stop))!.Study.Write());

        await ChangeAsync(study, StudyState.Published);
        await ChangeAsync(study with { Title = "Later" }, StudyState.Draft);
        Assert.Equal([3, 2, 1], (await read.HistoryAsync(1, Stop)).Select(line => line.Revision));
        Assert.Equal(("Later", study.Title), ((await read.OneAsync(1, Stop))!.Study.Title, (await read.PublicOneAsync(1, Stop))!.Study.Title));
        Assert.Equal(study.Title, (await read.OneAsync(1, 1, Stop))!.Study.Title);
        Assert.Equal(["Ander", "Later"], (await read.AllAsync(Stop)).Select(one => one.Study.Title));
        Assert.Equal([(1, 2)], (await read.PublicAsync(Stop)).Select(one => (one.Number, one.Revision)));
        Assert.Null(await read.PublicOneAsync(2, Stop));

        async Task ChangeAsync(Study changed, StudyState state) =>
            await writer.WriteAsync(
                async scope => await save.SaveAsync(scope, (await read.OneAsync(1, Stop))!, changed, state, "Bas"), Stop);
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task What_somebody_did_not_see_is_not_written_over_and_what_lacks_something_is_not_published(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var (read, save) = (storage.The<ReadStudies>(), storage.The<SaveStudy>());
        var writer = storage.The<GroupedWriter>();
        await writer.WriteAsync(scope => save.BeginAsync(scope, new Study { Title = "Begonnen" }, "Anna"), Stop);
        var seen = (await read.OneAsync(1, Stop))!;
        await SaveAsync(StudyState.Draft);
        Assert.Equal(StudyRefusal.ChangedMeanwhile, (await Assert.ThrowsAsync<StudyException>(() => SaveAsync(StudyState.Draft))).Refusal);
        seen = (await read.OneAsync(1, Stop))!;
        Assert.Equal(StudyRefusal.HasProblems, (await Assert.ThrowsAsync<StudyException>(() => SaveAsync(StudyState.Published))).Refusal);
        Assert.Equal(2, (await read.HistoryAsync(1, Stop)).Count);

        Task SaveAsync(StudyState state) => writer.WriteAsync(
            async scope => await save.SaveAsync(scope, seen, seen.Study with { Summary = "Meer" }, state, "Bas"), Stop);
    }
}
