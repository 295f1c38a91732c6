using Participatie.Surveys.Definition;
using Participatie.Surveys.Review.Statement;
using Participatie.Surveys.Review.Studies;
using Participatie.Surveys.Storage;
using Participatie.Tests.Storage;

namespace Participatie.Tests.Review;

/// <summary>The statement in the database, with the status that it gives.</summary>
public sealed class StoredStatementTests(PostgresCluster cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task It_is_signed_again_without_making_status_C_young_again_and_a_study_gives_A(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var (read, writer) = (storage.The<ReadCompliance>(), storage.The<GroupedWriter>());
        var begin = Amsterdam.DayOf(storage.Clock.Now);
        Assert.Equal(ComplianceRule.NothingPlanned, (await read.NowAsync(null, Stop)).Compliance.Rule);
        Assert.Equal(ComplianceStatus.C, (await read.NowAsync(begin.AddMonths(1), Stop)).Compliance.Status);
        await Assert.ThrowsAsync<StatementException>(() => SaveAsync(0, new StatementText(), StatementState.InForce));
        var text = Whole(begin) with { PlannedOn = begin.AddMonths(5) };
        await SaveAsync(0, text, StatementState.Draft);
        Assert.Null((await read.NowAsync(null, Stop)).InForce);
        await SaveAsync(1, text, StatementState.InForce);
        // From then on what was signed counts, and not what the operator set.
        Assert.Equal(begin.AddMonths(5), (await read.NowAsync(begin.AddMonths(1), Stop)).PlannedOn);
        Assert.True((await Assert.ThrowsAsync<StatementException>(() => SaveAsync(1, text, StatementState.Draft))).IsChangedMeanwhile);
        Assert.Equal(ComplianceStatus.C, (await read.NowAsync(null, Stop)).Compliance.Status);

        storage.Clock.Now = storage.Clock.Now.AddMonths(4);
        var later = Amsterdam.DayOf(storage.Clock.Now);
        await SaveAsync(2, text with { PlannedOn = begin.AddMonths(8), SignedOn = later }, StatementState.InForce);
        Assert.Equal(begin, (await read.NowAsync(null, Stop)).InForce!.Text.ClaimedSince);
        storage.Clock.Now = storage.Clock.Now.AddMonths(3);
        Assert.Equal(ComplianceRule.PlannedTooLong, (await read.NowAsync(null, Stop)).Compliance.Rule);

        var study = GivenStudy.Complete() with { On = later };
        var save = storage.The<SaveStudy>();
        var number = await writer.WriteAsync(scope => save.BeginAsync(scope, study, "Anna"), Stop);
        Assert.Equal(ComplianceStatus.D, (await read.NowAsync(null, Stop)).Compliance.Status);
        var seen = (await storage.The<ReadStudies>().OneAsync(number, Stop))!;
        await writer.WriteAsync(scope => save.SaveAsync(scope, seen, study, StudyState.Published, "Anna"), Stop);
        Assert.Equal(ComplianceStatus.A, (await read.NowAsync(null, Stop)).Compliance.Status);
        Assert.Equal([3, 2, 1], (await read.HistoryAsync(Stop)).Select(line => line.Revision));

        Task SaveAsync(int revision, StatementText saved, StatementState state) => writer.WriteAsync(
            scope => storage.The<SaveStatement>().SaveAsync(scope, revision, saved, state, "Anna"), Stop);
    }

    [Fact]
    public void What_keeps_it_from_being_saved_or_signed_is_told_at_its_field()
    {
        var today = new DateOnly(2026, 11, 28);
        var whole = Whole(today);
        Assert.Empty(StatementCheck.ForSigning(whole, today));
        Assert.Equal([nameof(StatementText.SignedOn)], At(whole with { SignedOn = today.AddDays(1) }));
        Assert.Equal([nameof(StatementText.Signer)], At(whole with { Signer = "" }));
        foreach (var link in new[] { "http://register.voorbeeld.nl", "register", "javascript:alert(1)" })
        {
            Assert.Equal([nameof(StatementText.RegisterLink)], At(whole with { RegisterLink = link }));
        }

        Assert.Equal([nameof(StatementText.Site)], At(whole with { Site = new string('a', StatementText.LongestLine + 1) }));
        var faults = Enumerable.Range(1, StatementText.MostFaults + 1)
            .Select(number => new Fault { Number = number, What = "Iets." }).ToList();
        Assert.Equal([nameof(StatementText.Faults)], At(whole with { Faults = faults }));
        Assert.Empty(At(whole with { Faults = faults[1..] }));
        var much = new Fault { Number = 1, What = new string('a', StatementText.LongestText + 1) };
        Assert.Equal([nameof(StatementText.Faults)], At(whole with { Faults = [much] }));
        // Each of the four is needed.
        var described = new Fault { Number = 1, Cause = "a", Consequence = "b", Measure = "c", PlannedOn = today };
        Assert.True(described.IsDescribed);
        Assert.False((described with { Cause = "" }).IsDescribed || (described with { Consequence = "" }).IsDescribed);
        Assert.False((described with { Measure = "" }).IsDescribed || (described with { PlannedOn = null }).IsDescribed);

        IEnumerable<string> At(StatementText text) => StatementCheck.ForSigning(text, today).Select(problem => problem.At);
    }

    private static StatementText Whole(DateOnly signed) => new()
    {
        Organisation = "Provincie",
        Site = "Participatie",
        Address = "https://voorbeeld.nl",
        Scope = "Alles",
        Mail = "post@voorbeeld.nl",
        Complaint = "Bel de ombudsman.",
        Signer = "D. Directeur",
        Function = "Directeur",
        SignedOn = signed,
    };
}
