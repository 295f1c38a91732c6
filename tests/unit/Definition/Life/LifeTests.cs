using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Storage;
using Participatie.Tests.Storage;

namespace Participatie.Tests.Definition.Life;

/// <summary>The steps of a consultation, each with what it asks for.</summary>
public sealed class LifeTests(PostgresCluster cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task From_a_document_to_an_opening_and_its_end(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var life = await GivenLife.BegunAsync(storage);
        Assert.Equal(LifeState.Concept, life.Now.State);
        Assert.Null(storage.The<Catalogue>().Latest("proef"));
        await life.AskAsync();
        await life.SendBackAsync();
        await life.SaveAsync(GivenLife.Document(GivenLife.Questions().WithYesNo("tweede")));
        await life.AskAsync();
        await life.ApproveAsync("De raad vergadert pas in maart.");
        Assert.Equal(2, life.Now.ApprovedRevision);
        Assert.Empty(storage.The<Catalogue>().All);
        await life.OpenAsync();

        var version = storage.The<Catalogue>().Latest("proef")!;
        Assert.Equal(2, version.Definition.Questions.Count);
        Assert.Equal(OpenState.Open, storage.The<Catalogue>().StateOf(version, storage.Clock.Now));
        Assert.Equal(new Overrule(GivenLife.Today, "De raad vergadert pas in maart.") { Name = "Anne" }, life.Now.Overrule);

        storage.Clock.Now += TimeSpan.FromHours(1);
        await life.CloseAsync("Iedereen is gehoord.");
        Assert.Equal(OpenState.ClosedForNew, storage.The<Catalogue>().StateOf(version, storage.Clock.Now));
        Assert.Equal(OpenState.Closed, storage.The<Catalogue>().StateOf(version, storage.Clock.Now + Opening.Grace));
        await life.TakeAsync<ReportResults>((verb, scope) => verb.ReportAsync(scope, life.Request()));
        await life.TakeAsync<RecordDecision>((verb, scope) => verb.RecordAsync(scope, life.Request("De weg komt er.")));
        await life.TakeAsync<ArchiveConsultation>((verb, scope) => verb.ArchiveAsync(scope, life.Request()));
        await life.TakeAsync<RestoreConsultation>((verb, scope) => verb.RestoreAsync(scope, life.Request()));
        Assert.Equal(LifeState.Reported, life.Now.State);
        Assert.Equal(
            [LifeStep.Opened, LifeStep.Closed, LifeStep.Reported, LifeStep.Decided], life.Now.PublicEvents.Select(one => one.Step));
        Assert.Equal(Enumerable.Range(1, 11), life.Now.Events.Select(one => one.Number));
        Assert.All(life.Now.Events, one => Assert.Contains("Anne", one.Who, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_document_needs_a_name_that_nobody_has_and_may_have_any_other_problem()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        var life = await GivenLife.BegunAsync(storage, """{ "slug": "proef", "title": 3, "nonsense": [] }""");
        foreach (var nameless in new[] { "", "[]", "no JSON", "{}", """{ "slug": "Geen Naam" }""", "{ \"slug\": \"\\ud800\" }" })
        {
            Assert.Equal(
                LifeRefusal.NoSlug, (await Assert.ThrowsAsync<LifeException>(() => GivenLife.BegunAsync(storage, nameless))).Refusal);
        }

        Assert.Equal(LifeRefusal.SlugTaken, (await Assert.ThrowsAsync<LifeException>(() => GivenLife.BegunAsync(storage))).Refusal);
        await life.SaveAsync("this is \0 no JSON", basedOn: 1);
        Assert.Equal("this is  no JSON", (await storage.The<WorkingCopies>().NewestAsync(life.Id, Stop))!.Document);
        Assert.Equal([2, 1], (await storage.The<WorkingCopies>().ListAsync(life.Id, Stop)).Select(line => line.Revision));
        await life.RefusesAsync(LifeRefusal.TooLarge, life.SaveAsync(new string('é', DefinitionReader.LargestDocument - 1)));
        await life.AskAsync();
        await life.RefusesAsync(LifeRefusal.HasProblems, life.ApproveAsync());
    }

    [Fact]
    public async Task An_administrator_signs_with_a_reason_that_says_something()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        var life = await GivenLife.BegunAsync(storage);
        await life.RefusesAsync(LifeRefusal.NotFromHere, life.ApproveAsync());
        await life.AskAsync();
        await life.RefusesAsync(LifeRefusal.NoReason, life.ApproveAsync(" \u200b "));
        await life.RefusesAsync(LifeRefusal.ReasonTooLong, life.ApproveAsync(new string('a', StepRequest.LongestReason + 1)));
        await life.RefusesAsync(LifeRefusal.NotFromHere, life.OpenAsync());
    }

    [Fact]
    public async Task What_lies_with_somebody_else_is_frozen_and_two_authors_do_not_overwrite_each_other()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        var life = await GivenLife.BegunAsync(storage);
        await life.SaveAsync("{}", basedOn: 1);
        await life.RefusesAsync(LifeRefusal.ChangedMeanwhile, life.SaveAsync("{}", basedOn: 1));
        await life.SaveAsync(GivenLife.Document(GivenLife.Questions()), basedOn: 2);
        await life.AskAsync();
        await life.RefusesAsync(LifeRefusal.Frozen, life.SaveAsync("{}"));
        await life.ApproveAsync();
        await life.RefusesAsync(LifeRefusal.Frozen, life.SaveAsync("{}"));
        await life.PlanAsync(GivenLife.Today.AddDays(3));
        await life.RefusesAsync(LifeRefusal.Frozen, life.SaveAsync("{}"));
        await life.SendBackAsync();
        await life.SaveAsync("{}");
        Assert.Null(life.Now.ApprovedRevision);
    }

    [Fact]
    public async Task A_form_of_before_another_change_is_not_taken()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        var life = await GivenLife.ApprovedAsync(storage);
        var seen = life.Now.LastNumber;
        await life.PlanAsync(GivenLife.Today.AddDays(3));
        await life.RefusesAsync(LifeRefusal.ChangedMeanwhile, life.OpenAsync(seen));
        await life.RefusesAsync(
            LifeRefusal.ChangedMeanwhile, life.WithdrawAsync(AnswersOnWithdrawal.Deleted, seen: seen));
        Assert.Equal(LifeState.Planned, life.Now.State);
    }

    [Fact]
    public async Task A_document_that_says_another_name_or_closes_today_does_not_open()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        var life = await GivenLife.BegunAsync(storage);
        await life.SaveAsync(GivenLife.Document(GivenLife.Questions().WithSlug("anders")));
        await life.AskAsync();
        var problem = Assert.Single((await Assert.ThrowsAsync<LifeException>(() => life.ApproveAsync())).Problems);
        Assert.Equal("/slug", problem.At);
        await life.SendBackAsync();
        await life.SaveAsync(GivenLife.Document(GivenLife.Questions().ClosingOn(GivenLife.Today)));
        await life.AskAsync();
        await life.ApproveAsync();
        problem = Assert.Single((await Assert.ThrowsAsync<LifeException>(() => life.OpenAsync())).Problems);
        Assert.Equal("/charter/closesOn", problem.At);
        await life.RefusesAsync(LifeRefusal.DayTooLate, life.PlanAsync(GivenLife.Today.AddDays(1)));
        await life.RefusesAsync(LifeRefusal.DayTooEarly, life.PlanAsync(GivenLife.Today));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_correction_makes_a_version_with_a_public_line_also_on_the_last_day(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var life = await GivenLife.OpenedAsync(storage);
        await life.RefusesAsync(LifeRefusal.NothingChanged, life.CorrectAsync());
        await life.SaveAsync("{ not yet");
        await life.RefusesAsync(LifeRefusal.HasProblems, life.CorrectAsync());
        await life.SaveAsync(GivenLife.Document(GivenLife.Questions().WithYesNo("tweede")));
        await life.RefusesAsync(LifeRefusal.NoReason, life.CorrectAsync(""));
        storage.Clock.Now = Amsterdam.EndOf(GivenLife.LastDay).AddSeconds(-1);
        await life.CorrectAsync("Vraag 2 is nieuw.");
        Assert.Equal(2, storage.The<Catalogue>().Latest("proef")!.Number);
        var line = life.Now.PublicEvents.Last();
        Assert.Equal((LifeStep.Corrected, 2, "Vraag 2 is nieuw."), (line.Step, line.Version, line.Reason));

        await life.SaveAsync(GivenLife.Document(GivenLife.Questions().WithYesNo("tweede").WithYesNo("derde")));
        storage.Clock.Now += TimeSpan.FromSeconds(1);
        await life.RefusesAsync(LifeRefusal.AlreadyClosed, life.CorrectAsync());
    }

    [Fact]
    public async Task A_correction_keeps_kinds_choices_and_promised_days()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        var life = await GivenLife.OpenedAsync(storage);
        await life.SaveAsync(GivenLife.Document(
            new GivenConsultation().WithSlug("proef").WithOpen("eerst").ClosingOn(GivenLife.LastDay.AddDays(1))));
        Assert.Equal(
            ["/questions/0", "/charter/closesOn", "/charter/resultsBy", "/charter/decisionBy", "/charter/keepUntil"],
            (await Assert.ThrowsAsync<LifeException>(() => life.CorrectAsync())).Problems.Select(problem => problem.At));
    }

    [Fact]
    public async Task More_days_come_after_the_last_day_and_before_the_results()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        var life = await GivenLife.OpenedAsync(storage);
        var results = storage.The<Catalogue>().Latest("proef")!.Definition.Charter.ResultsBy;
        await life.RefusesAsync(LifeRefusal.DayTooEarly, life.ExtendAsync(GivenLife.LastDay));
        await life.RefusesAsync(LifeRefusal.DayTooLate, life.ExtendAsync(results));
        await life.RefusesAsync(LifeRefusal.NoReason, life.ExtendAsync(GivenLife.LastDay.AddDays(1), ""));
        await life.ExtendAsync(GivenLife.LastDay.AddDays(1));
        await life.RefusesAsync(LifeRefusal.DayTooEarly, life.ExtendAsync(GivenLife.LastDay.AddDays(1)));
        await life.ExtendAsync(results.AddDays(-1));

        var version = storage.The<Catalogue>().Latest("proef")!;
        Assert.Equal(results.AddDays(-1), storage.The<Catalogue>().ClosesOn(version));
        Assert.Equal(GivenLife.LastDay, version.Definition.Charter.ClosesOn);
        Assert.Equal(
            OpenState.Open, storage.The<Catalogue>().StateOf(version, Amsterdam.StartOf(results).AddSeconds(-1)));
        Assert.Equal(OpenState.ClosedForNew, storage.The<Catalogue>().StateOf(version, Amsterdam.StartOf(results)));
    }

    [Fact]
    public async Task Closing_early_and_withdrawing_ask_for_a_public_reason()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        var life = await GivenLife.OpenedAsync(storage);
        await life.RefusesAsync(LifeRefusal.NoReason, life.CloseAsync());
        await life.RefusesAsync(LifeRefusal.NoReason, life.WithdrawAsync(AnswersOnWithdrawal.Counted, ""));
        await life.WithdrawAsync(AnswersOnWithdrawal.Counted);
        Assert.Equal(OpenState.Closed, storage.The<Catalogue>().StateOf(storage.The<Catalogue>().Latest("proef")!, storage.Clock.Now));
        Assert.Equal(AnswersOnWithdrawal.Counted, life.Now.Withdrawal!.Answers);
        await life.RefusesAsync(LifeRefusal.NotFromHere, life.WithdrawAsync(AnswersOnWithdrawal.Deleted));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Of_two_who_open_and_withdraw_at_the_same_moment_one_wins_and_the_other_is_told(Provider provider)
    {
        for (var turn = 0; turn < 5; turn++)
        {
            await using var storage = await GivenStorage.OnAsync(provider, cluster);
            var life = await GivenLife.ApprovedAsync(storage);
            var seen = life.Now.LastNumber;
            var both = new[] { life.OpenAsync(seen), life.WithdrawAsync(AnswersOnWithdrawal.Counted, seen: seen) };
            await Task.WhenAll(both.Select(step => step.ContinueWith(_ => { }, TaskScheduler.Default)));

            var lost = Assert.Single(both, step => step.IsFaulted);
            Assert.Equal(LifeRefusal.ChangedMeanwhile, Assert.IsType<LifeException>(lost.Exception!.InnerException).Refusal);
            Assert.Equal(seen + 1, life.Now.LastNumber);
            Assert.Equal(
                life.Now.State == LifeState.Open ? 1 : 0, storage.The<Catalogue>().VersionsOf(life.Id).Count);
        }
    }

    [Fact]
    public async Task Importing_makes_a_concept_or_the_next_working_copy_and_opens_nothing()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        var document = GivenLife.Document(GivenLife.Questions());
        Assert.Equal((1, 1), await ImportAsync());
        Assert.Equal((1, 2), await ImportAsync());
        await storage.The<Catalogue>().RefreshAsync(Stop);
        Assert.Equal(LifeState.Concept, storage.The<Catalogue>().LifeOf(1)!.State);
        Assert.Empty(storage.The<Catalogue>().All);

        Task<(int, int)> ImportAsync() => storage.The<GroupedWriter>().WriteAsync(
            scope => storage.The<ImportDocument>().ImportAsync(scope, document, "command line"), Stop);
    }
}
