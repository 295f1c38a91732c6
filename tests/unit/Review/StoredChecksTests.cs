using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Review.Checks;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Studies;
using Participatie.Surveys.Storage;
using Participatie.Tests.Definition.Life;
using Participatie.Tests.Storage;

namespace Participatie.Tests.Review;

/// <summary>A check is of one version: the one that lies there, or the one that is open.</summary>
public sealed class StoredChecksTests(PostgresCluster cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task It_is_taken_in_while_its_version_is_the_one_that_counts(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var life = await GivenLife.ApprovedAsync(storage);
        var (first, second) = (GivenLife.Questions().Build(), GivenLife.Questions().WithYesNo("tweede").Build());
        Assert.Equal(1, await ImportAsync(GivenCheck.Of(first)));
        await RefusedAsync(CheckRefusal.OtherVersion, GivenCheck.Of(second));
        await RefusedAsync(CheckRefusal.OtherConsultation, GivenCheck.Of(first) with { Slug = "elders" });

        await life.OpenAsync();
        Assert.Equal(2, await ImportAsync(GivenCheck.Of(first)));
        // The next correction lies there, and residents answer what is open: both can be looked at.
        await life.SaveAsync(GivenLife.Document(GivenLife.Questions().WithYesNo("tweede")));
        Assert.Equal(3, await ImportAsync(GivenCheck.Of(second)));
        Assert.Equal(4, await ImportAsync(GivenCheck.Of(first)));
        await RefusedAsync(CheckRefusal.OtherVersion, GivenCheck.Of(GivenCheck.Definition()));

        var checks = storage.The<ReadChecks>();
        Assert.Equal(4, (await checks.NewestAsync(life.Id, VersionHash.Of(first), Stop))!.Number);
        Assert.Equal(3, (await checks.NewestAsync(life.Id, VersionHash.Of(second), Stop))!.Number);
        Assert.Null(await checks.NewestAsync(life.Id, VersionHash.Of(GivenCheck.Definition()), Stop));
        Assert.Equal(4, await checks.CountAsync(life.Id, Stop));
        Assert.Equal([life.Id], await checks.ConsultationsAsync(Stop));

        Task<int> ImportAsync(CheckReport report) => storage.The<GroupedWriter>().WriteAsync(
            scope => storage.The<ImportCheck>().ImportAsync(scope, life.Id, report, "Bas"), Stop);

        async Task RefusedAsync(CheckRefusal refusal, CheckReport report) =>
            Assert.Equal(refusal, (await Assert.ThrowsAsync<CheckException>(() => ImportAsync(report))).Refusal);
    }

    /// <summary>What was wrong in an earlier version may be mended.</summary>
    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Only_a_check_of_the_version_that_is_studied_proposes_a_verdict(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var life = await GivenLife.ApprovedAsync(storage);
        var (first, second) = (GivenLife.Questions().Build(), GivenLife.Questions().WithYesNo("tweede").Build());
        await ImportAsync(first);
        Assert.Equal(new CheckedVersion(1, IsPublished: false, GivenLife.Today), Assert.Single(await ProposedAsync()).Version);
        await life.OpenAsync();
        Assert.Equal(new CheckedVersion(1, IsPublished: true, GivenLife.Today), Assert.Single(await ProposedAsync()).Version);
        // What is not open yet is not what people read.
        await life.SaveAsync(GivenLife.Document(GivenLife.Questions().WithYesNo("tweede")));
        await ImportAsync(second);
        Assert.Equal(1, Assert.Single(await ProposedAsync()).Version.Number);
        storage.Clock.Now += TimeSpan.FromDays(2);
        await life.CorrectAsync();
        Assert.Equal(2, Assert.Single(await ProposedAsync()).Version.Number);
        // A study of the day before is about the first version, and one of before the opening about nothing.
        Assert.Equal(1, Assert.Single(await ProposedAsync(GivenLife.Today.AddDays(1))).Version.Number);
        Assert.Empty(await ProposedAsync(GivenLife.Today.AddDays(-1)));
        // Of the newest version nobody made a check.
        await life.SaveAsync(GivenLife.Document(GivenLife.Questions().WithYesNo("tweede").WithYesNo("derde")));
        await life.CorrectAsync();
        Assert.Empty(await ProposedAsync());

        Task<int> ImportAsync(Surveys.Definition.Consultation definition) => storage.The<GroupedWriter>().WriteAsync(
            scope => storage.The<ImportCheck>().ImportAsync(scope, life.Id, GivenCheck.Of(definition), "Bas"), Stop);
        async Task<IReadOnlyList<ProposedByCheck>> ProposedAsync(DateOnly? on = null) =>
            (await storage.The<ReadProposals>().OfAsync(on, Stop)).GetValueOrDefault("contrast-minimum")?.Checks ?? [];
    }

    [Fact]
    public async Task What_a_member_closed_proposes_nothing_any_more()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        var review = await GivenReview.AskedAsync(storage);
        var token = await review.InviteAsync();
        var number = await review.ReportAsync(token);
        await review.DoAsync<ClassifyFinding>(async (verb, scope) => await verb.ClassifyAsync(
            scope, new FindingRequest(review.Life.Id, number, (await review.NowAsync()).LastNumber, GivenReview.Bas), "reflow"));
        Assert.Equal(number, Assert.Single((await ProposedAsync())!.Findings).Number);
        await review.AnswerAsync(number, GivenReview.Not());
        Assert.NotNull(await ProposedAsync());
        await review.LookAgainAsync(token, number, isSolved: true);
        Assert.Null(await ProposedAsync());

        async Task<Proposal?> ProposedAsync() => (await storage.The<ReadProposals>().OfAsync(null, Stop)).GetValueOrDefault("reflow");
    }

    [Fact]
    public async Task Before_it_can_be_shown_nothing_is_of_it()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        var life = await GivenLife.BegunAsync(storage);
        await life.SaveAsync("half");
        var refused = await Assert.ThrowsAsync<CheckException>(() => storage.The<GroupedWriter>().WriteAsync(
            scope => storage.The<ImportCheck>().ImportAsync(scope, life.Id, GivenCheck.Of(GivenLife.Questions().Build()), "Bas"), Stop));
        Assert.Equal(CheckRefusal.OtherVersion, refused.Refusal);
    }
}
