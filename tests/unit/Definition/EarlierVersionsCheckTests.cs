using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;
using Participatie.Tests.Storage;

namespace Participatie.Tests.Definition;

public sealed class EarlierVersionsCheckTests(PostgresCluster cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task An_id_that_any_earlier_version_used_for_another_kind_is_refused_at_its_question(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        await storage.PublishAsync(Open().WithYesNo("eerst").WithYesNo("vraag").Build());
        await storage.PublishAsync(Open().WithYesNo("eerst").Build());

        var problem = Assert.Single(await PublishAsync(storage, Open().WithYesNo("eerst").WithOpen("vraag").Build()));

        Assert.Equal("/questions/1", problem.At);
        Assert.Equal(
            "In versie 1 was 'vraag' een andere soort vraag. Maak haar weer zo, of geef deze vraag een nieuwe id.", problem.Message);
        Assert.Equal(2, storage.The<Catalogue>().Latest("open")!.Number);
        Assert.Empty(await PublishAsync(storage, Open().WithYesNo("eerst").WithOpen("vraag-2").Build()));
    }

    [Fact]
    public async Task What_another_process_published_counts_as_well()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        await storage.PublishAsync(Open().WithYesNo("vraag").Build());
        // Its own catalogue knows nothing of what comes now: the check reads inside the transaction.
        await storage.The<GroupedWriter>().WriteAsync(
            scope => scope.ExecuteAsync(
                """
                INSERT INTO versions (consultation_id, number, document, published_at)
                SELECT consultation_id, 2, REPLACE(document, '"yesno"', '"feeling"'), published_at FROM versions
                """),
            Stop);

        Assert.Contains("In versie 2", Assert.Single(await PublishAsync(storage, Open().WithYesNo("vraag").Build())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_question_offered_stays_and_more_may_come()
    {
        string[] two = ["a", "b"], three = ["a", "b", "c"], other = ["a", "c"];
        foreach (var with in new Func<GivenConsultation, string[], GivenConsultation>[]
        {
            (given, ids) => given.WithChoice("vraag", ids),
            (given, ids) => given.WithChoices("vraag", ids),
            (given, ids) => given.WithRanking("vraag", ids),
            (given, ids) => given.WithBudget("vraag", 10, 1, ids),
            (given, ids) => given.WithStatements("vraag", ids),
        })
        {
            Assert.Empty(Check(with(Open(), three), with(Open(), two)));
            var problem = Assert.Single(Check(with(Open(), other), with(Open(), two)));
            Assert.Equal("/questions/0", problem.At);
            Assert.Contains("ontbreekt uit versie 1: b.", problem.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_went_before_there_was_such_a_rule_need_not_come_back() => Assert.Empty(Check(
        Open().WithChoice("vraag", "a", "b"), Open().WithChoice("vraag", "a", "b", "c"), Open().WithChoice("vraag", "a", "b")));

    [Fact]
    public void A_question_may_go_and_come_back() => Assert.Empty(Check(
        Open().WithYesNo("een"), Open().WithYesNo("een"), Open().WithYesNo("twee")));

    private static GivenConsultation Open() => new GivenConsultation().WithSlug("open").ClosingOn(new DateOnly(2026, 12, 24));

    private static Task<IReadOnlyList<Problem>> PublishAsync(GivenStorage storage, Consultation definition) =>
        storage.Rooms.PublishAsync(definition, Stop);

    private static IEnumerable<Problem> Check(GivenConsultation next, params GivenConsultation[] earlier) => EarlierVersionsCheck.Run(
        next.Build(), [.. earlier.Select((given, place) => new PublishedVersion(1, place + 1, given.Build(), DateTimeOffset.UnixEpoch))]);
}
