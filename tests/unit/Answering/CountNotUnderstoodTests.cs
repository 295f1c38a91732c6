using Participatie.Surveys.Answering;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.Reporting;
using Participatie.Tests.Storage;

namespace Participatie.Tests.Answering;

public sealed class CountNotUnderstoodTests(PostgresCluster cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Counts_each_page_once_for_a_draft_and_each_variety_apart(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(Definition());
        var (one, _) = await storage.BeginAsync(version, Answers.None);
        var (two, _) = await storage.BeginAsync(version, Answers.None);
        var (three, _) = await storage.BeginAsync(version, Answers.None);

        Assert.True(await CountAsync(one, "een", 1, Languages.Dutch));
        Assert.False(await CountAsync(one, "een", 1, Languages.Dutch));
        // What the easy words did not make clear either is no second resident.
        Assert.False(await CountAsync(one, "een", 1, Languages.EasyDutch));
        Assert.True(await CountAsync(one, "een-b", 1, Languages.Dutch));
        Assert.True(await CountAsync(one, "stap", 1, Languages.Dutch));
        Assert.True(await CountAsync(one, "stap", 11, Languages.Dutch));
        Assert.True(await CountAsync(two, "een", 1, Languages.Dutch));
        Assert.True(await CountAsync(three, "een", 1, Languages.EasyDutch));
        Assert.False(await CountAsync(DraftToken.New(), "een", 1, Languages.Dutch));

        var listed = await storage.The<ListNotUnderstood>().ListAsync(version.ConsultationId, Stop);
        Assert.Equal(
            ["een 1 nl 2", "een 1 nl-simple 1", "een-b 1 nl 1", "stap 1 nl 1", "stap 11 nl 1"],
            listed.Select(page => FormattableString.Invariant($"{page.QuestionId} {page.Step} {page.Language} {page.Count}")));
        Assert.Empty(await storage.The<ListNotUnderstood>().ListAsync(version.ConsultationId + 1, Stop));

        Task<bool> CountAsync(DraftToken token, string question, int step, string language) => storage.The<CountNotUnderstood>()
            .CountAsync(token, version, version.Definition.Find(question)!, step, language, Stop);
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_crowd_is_counted_whole_and_a_double_click_is_one(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var version = await storage.PublishAsync(Definition());
        var tokens = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ => (await storage.BeginAsync(version, Answers.None)).Token));

        await Task.WhenAll(tokens.Concat(tokens).Select(token =>
            storage.The<CountNotUnderstood>().CountAsync(token, version, version.Definition.Questions[0], 1, Languages.Dutch, Stop)));

        Assert.Equal(20, Assert.Single(await storage.The<ListNotUnderstood>().ListAsync(version.ConsultationId, Stop)).Count);
    }

    private static Consultation Definition() => new GivenConsultation()
        .WithYesNo("een").WithYesNo("een-b").WithStatements("stap", "a", "b").ClosingOn(new DateOnly(2026, 12, 24)).Build();
}
