using Microsoft.Extensions.DependencyInjection;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Members;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;
using Participatie.Tests.Definition.Life;
using Participatie.Tests.Storage;

namespace Participatie.Tests.Review;

/// <summary>Nothing opens without the council, and how the province goes on without it all the same.</summary>
public sealed class SignOffTests(PostgresCluster cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Opens_after_the_approval_of_a_member_of_the_council_for_this_very_version(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var review = await GivenReview.AskedAsync(storage);
        var (council, guest) = (await review.InviteAsync(account: "7"), await review.InviteAsync());
        await review.Life.RefusesAsync(LifeRefusal.NotSignedOff, review.ApproveUnseenAsync());
        await review.Life.RefusesAsync(LifeRefusal.NotFromHere, review.Life.OpenAsync());
        await review.RefusesAsync(ReviewRefusal.NotCouncil, () => review.ApproveAsync(guest));
        // The role was just taken away.
        await review.RefusesAsync(ReviewRefusal.NotCouncil, () => review.ApproveAsync(council, hasRole: false));
        await review.ApproveAsync(council);
        Assert.Equal((LifeState.Approved, SignOff.Council), (review.Life.Now.State, review.Life.Now.SignOff));
        await review.Life.OpenAsync();
        Assert.Null(review.Life.Now.Overrule);
        Assert.False(review.Life.Now.IsNotLookedAt);
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Somebody_who_cannot_go_on_blocks_also_after_the_approval_on_the_planned_day_and_in_a_next_version(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var review = await GivenReview.AskedAsync(storage);
        var council = await review.InviteAsync(account: "7");
        await review.ReportAsync(council, Severity.MuchEffort);
        await review.ApproveAsync(council);
        var number = await review.ReportAsync(council);
        await review.Life.RefusesAsync(LifeRefusal.SomebodyCannotGoOn, review.Life.OpenAsync());
        await review.Life.PlanAsync(GivenLife.Today.AddDays(1));
        storage.Clock.Now += TimeSpan.FromDays(1);
        await review.Life.RefusesAsync(LifeRefusal.SomebodyCannotGoOn, review.Life.ActAsync());

        // A next version has a round of its own, in which somebody says whether it is there still: then it blocks that too.
        await review.Life.SendBackAsync();
        await review.Life.SaveAsync(GivenLife.Document(GivenLife.Questions().WithYesNo("tweede")));
        await review.Life.AskAsync();
        await review.AskRoundAsync(2);
        var later = await review.InviteAsync(account: "7", round: 2);
        Assert.Equal([number], (await review.NowAsync()).LeftBefore(2).Select(one => one.Number));
        Assert.Empty((await review.NowAsync()).BlockingOf(2));
        // Nobody says so of an answer that is not there.
        await review.RefusesAsync(ReviewRefusal.NotNow, () => review.LookAgainAsync(later, number, isSolved: true));
        await review.LookAgainAsync(later, number, isSolved: false, "Nog steeds.");
        Assert.Equal([number], (await review.NowAsync()).BlockingOf(2).Select(one => one.Number));
        Assert.Empty((await review.NowAsync()).LeftBefore(2));
        await review.RefusesAsync(ReviewRefusal.NotNow, () => review.LookAgainAsync(later, number, isSolved: false, "Nog steeds."));
        await review.RefusesAsync(ReviewRefusal.FindingsOpen, () => review.ApproveAsync(later));
        await review.AnswerAsync(number, new FindingAnswer(AnswerKind.Solved, "Gedaan.", "Klaar.") { Revision = 2 });
        await review.RefusesAsync(ReviewRefusal.FindingsOpen, () => review.ApproveAsync(later));
        // By the link of the later round too: it is the same person.
        await review.LookAgainAsync(later, number, isSolved: true);
        await review.ApproveAsync(later);
        await review.Life.OpenAsync();
        Assert.Equal(LifeState.Open, review.Life.Now.State);
    }

    [Fact]
    public async Task An_approval_of_another_version_says_nothing_about_this_one()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        var review = await GivenReview.AskedAsync(storage);
        var council = await review.InviteAsync(account: "7");
        await review.ApproveAsync(council);
        await review.Life.SendBackAsync();
        Assert.Null(review.Life.Now.SignOff);
        await review.Life.SaveAsync(GivenLife.Document(GivenLife.Questions().WithYesNo("tweede")));
        await review.Life.AskAsync();
        await review.Life.RefusesAsync(LifeRefusal.NotSignedOff, review.ApproveUnseenAsync());
        // The link is that of the first round, and so is what it shows.
        await Assert.ThrowsAsync<LifeException>(() => review.ApproveAsync(council));
        Assert.Equal(LifeState.InReview, review.Life.Now.State);
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Other_words_keep_the_sign_off_and_anything_else_asks_a_round_for_that_very_correction(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var review = await GivenReview.AskedAsync(storage);
        await review.ApproveAsync(await review.InviteAsync(account: "7"));
        await review.Life.OpenAsync();
        await review.RefusesAsync(ReviewRefusal.NotInReview, () => review.AskRoundAsync(1));

        await review.Life.SaveAsync(GivenLife.Document(GivenLife.Questions().But(definition => definition with
        {
            About = GivenConsultation.Words("Anders gezegd."),
        })));
        await review.Life.CorrectAsync();
        Assert.Equal(SignOff.StillHolds, review.Life.Now.Events[^1].SignOff);
        Assert.Equal(SignOff.Council, review.Life.Now.SignOff);

        await review.Life.SaveAsync(GivenLife.Document(GivenLife.Questions().WithYesNo("tweede")));
        await review.Life.RefusesAsync(LifeRefusal.NotSignedOff, review.Life.CorrectAsync());
        // Its kinds of questions were signed off before.
        await review.AskRoundAsync(3, days: ReviewRound.ShortDays);
        var council = await review.InviteAsync(account: "7", round: 2);
        await review.Life.RefusesAsync(LifeRefusal.NotSignedOff, review.Life.CorrectAsync());
        var number = await review.ReportAsync(council);
        await review.Life.RefusesAsync(LifeRefusal.SomebodyCannotGoOn, review.Life.CorrectAsync());
        await review.AnswerAsync(number, GivenReview.Not());
        await review.LookAgainAsync(council, number, isSolved: true);
        // It changed once more while the round ran.
        await review.Life.SaveAsync(GivenLife.Document(GivenLife.Questions().WithYesNo("tweede").WithYesNo("derde")));
        await Assert.ThrowsAsync<LifeException>(() => review.ApproveAsync(council));
        await review.AskRoundAsync(4, days: ReviewRound.ShortDays);
        await review.ApproveAsync(await review.InviteAsync(account: "7", round: 3));
        Assert.Equal(LifeState.Open, review.Life.Now.State);
        await review.Life.CorrectAsync();
        Assert.Equal(SignOff.Council, review.Life.Now.Events[^1].SignOff);
    }

    [Fact]
    public async Task What_opened_without_the_council_is_corrected_without_it()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        var life = await GivenLife.OpenedAsync(storage);
        await life.SaveAsync(GivenLife.Document(GivenLife.Questions().WithYesNo("tweede")));
        await life.CorrectAsync();
        Assert.Null(life.Now.Events[^1].SignOff);
    }

    [Fact]
    public async Task As_long_as_nobody_was_reached_no_term_is_over()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        var review = await GivenReview.AskedAsync(storage);
        await review.InviteAsync();
        storage.Clock.Now += TimeSpan.FromDays(20);
        await review.Life.RefusesAsync(LifeRefusal.NotSignedOff, review.ApproveUnseenAsync());
    }

    [Fact]
    public async Task A_round_that_nobody_joined_may_open_after_its_last_day()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        var review = await GivenReview.AskedAsync(storage);
        await review.DoAsync<RecordCall>((verb, scope) => verb.RecordAsync(scope, review.Life.Id, 1, GivenReview.Bas, "Niemand kan."));
        var due = (await review.RoundAsync()).DueOn!.Value;
        storage.Clock.Now = Amsterdam.EndOf(due).AddMinutes(-1);
        await review.Life.RefusesAsync(LifeRefusal.NotSignedOff, review.ApproveUnseenAsync());
        storage.Clock.Now = Amsterdam.EndOf(due);
        await review.ApproveUnseenAsync();
        Assert.False(review.Life.Now.IsNotLookedAt);
        // Who looks after all, and cannot go on, blocks it.
        var token = await review.InviteAsync();
        var number = await review.ReportAsync(token);
        await review.Life.RefusesAsync(LifeRefusal.SomebodyCannotGoOn, review.Life.OpenAsync());
        await review.AnswerAsync(number, GivenReview.Not());
        await review.LookAgainAsync(token, number, isSolved: true);
        await review.Life.OpenAsync();
        Assert.True(review.Life.Now.IsNotLookedAt);
        Assert.Null(review.Life.Now.Overrule);
    }

    [Fact]
    public async Task An_administrators_overrule_opens_with_name_and_reason()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        var review = await GivenReview.AskedAsync(storage);
        await review.ReportAsync(await review.InviteAsync());
        await review.Life.ApproveAsync("Er is haast.");
        await review.Life.OpenAsync();
        Assert.Equal(new Overrule(GivenLife.Today, "Er is haast.") { Name = "Anne" }, review.Life.Now.Overrule);
    }

    /// <summary>As the release before wrote it: a reason, and nothing about a council.</summary>
    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task What_an_administrator_signed_before_there_were_rounds_may_open_and_names_nobody(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var life = await GivenLife.ApprovedAsync(storage);
        await storage.The<GroupedWriter>().WriteAsync(scope => scope.ExecuteAsync("UPDATE life_events SET sign_off = NULL"), Stop);
        await storage.The<Catalogue>().RefreshAsync(Stop);
        await life.OpenAsync();
        Assert.Equal(new Overrule(GivenLife.Today, "Dat mag."), life.Now.Overrule);
    }

    /// <summary>Two instances on one database: the one blocks while the other opens, and one of them is told.</summary>
    [Fact]
    public async Task A_finding_and_an_opening_at_one_moment_wait_for_each_other()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Postgres, cluster);
        var review = await GivenReview.AskedAsync(storage);
        var council = await review.InviteAsync(account: "7");
        await review.ApproveAsync(council);
        var reported = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        var report = storage.The<GroupedWriter>().WriteAsync(
            async scope =>
            {
                var number = await storage.The<ReportFinding>().ByLinkAsync(
                    scope, council, new NewFinding("", "Ik kom niet verder.", Severity.CannotGoOn, FindingSubject.Questions));
                reported.TrySetResult();
                await goOn.Task;
                return number;
            },
            Stop);
        await reported.Task;
        var open = review.Life.RefusesAsync(LifeRefusal.SomebodyCannotGoOn, review.Life.OpenAsync());
        await Task.Delay(TimeSpan.FromMilliseconds(200), Stop);
        Assert.False(open.IsCompleted);
        goOn.SetResult();
        await report;
        await open;
    }

    /// <summary>Whoever writes an opening into the life does it in one place.</summary>
    [Fact]
    public void One_verb_alone_opens()
    {
        var places = Directory.EnumerateFiles(Repository.Path("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => File.ReadAllText(file).Contains("new TakenStep(LifeStep.Opened)", StringComparison.Ordinal))
            .Select(Path.GetFileName);
        Assert.Equal(["OpenConsultation.cs"], places);
    }
}
