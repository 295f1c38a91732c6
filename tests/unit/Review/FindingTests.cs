using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Rounds;
using Participatie.Tests.Definition.Life;
using Participatie.Tests.Storage;

namespace Participatie.Tests.Review;

/// <summary>A finding from the member's words to its end, with nothing lost on the way.</summary>
public sealed class FindingTests(PostgresCluster cluster)
{
    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task From_words_through_an_answer_and_a_second_look_to_its_end(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var review = await GivenReview.AskedAsync(storage);
        var token = await review.InviteAsync();
        var number = await review.ReportAsync(token, text: "  Ik hoor\nde knop <niet>\0.  ");
        var finding = (await review.NowAsync()).Finding(number)!;
        Assert.Equal("Ik hoor\nde knop <niet>.", finding.Report.Text);
        Assert.Equal((FindingState.Open, "eerst", 1), (finding.State, finding.Report.Page, finding.Report.Revision));

        await review.RefusesAsync(ReviewRefusal.NotNow, () => review.LookAgainAsync(token, number, isSolved: true));
        await review.RefusesAsync(
            ReviewRefusal.NoVersion,
            () => review.AnswerAsync(number, new FindingAnswer(AnswerKind.Solved, "Gedaan.", "Klaar.") { Revision = 1 }));
        await review.RefusesAsync(
            ReviewRefusal.NoDay,
            () => review.AnswerAsync(number, new FindingAnswer(AnswerKind.Later, "Later.", "Later.") { Day = GivenLife.Today.AddDays(-1) }));
        await review.RefusesAsync(
            ReviewRefusal.NoText, () => review.AnswerAsync(number, new FindingAnswer(AnswerKind.Not, "Nee.", " ")));
        await review.AnswerAsync(number, new FindingAnswer(AnswerKind.Later, "In mei.", "In mei.") { Day = GivenLife.Today });
        finding = (await review.NowAsync()).Finding(number)!;
        Assert.Equal(FindingState.Promised, finding.State);
        Assert.False(finding.IsLate(GivenLife.Today));
        Assert.True(finding.IsLate(GivenLife.Today.AddDays(1)));

        await review.Life.SendBackAsync();
        await review.Life.SaveAsync(GivenLife.Document(GivenLife.Questions().WithYesNo("tweede")));
        await review.AnswerAsync(number, new FindingAnswer(AnswerKind.Solved, "Gedaan.", "Klaar.") { Revision = 2 });
        Assert.Equal(FindingState.LookAgain, (await review.NowAsync()).Finding(number)!.State);
        await review.RefusesAsync(ReviewRefusal.NoText, () => review.LookAgainAsync(token, number, isSolved: false));
        await review.LookAgainAsync(token, number, isSolved: false, "Nog steeds niet.");
        finding = (await review.NowAsync()).Finding(number)!;
        Assert.Equal(FindingState.Open, finding.State);
        Assert.Null(finding.Answer);
        await review.AnswerAsync(number, new FindingAnswer(AnswerKind.Solved, "Nu wel.", "Nu wel.") { Revision = 2 });
        await review.LookAgainAsync(token, number, isSolved: true);
        finding = (await review.NowAsync()).Finding(number)!;
        Assert.Equal(FindingState.Closed, finding.State);
        Assert.Equal(
            [
                ReviewStep.Reported, ReviewStep.Answered, ReviewStep.Answered, ReviewStep.StillThere, ReviewStep.Answered,
                ReviewStep.Confirmed,
            ],
            finding.Events.Select(one => one.Step));
        await review.RefusesAsync(ReviewRefusal.NotNow, () => review.AnswerAsync(number, GivenReview.Not()));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Of_two_members_who_close_the_same_finding_one_is_told(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var review = await GivenReview.AskedAsync(storage);
        var (cor, dia) = (await review.InviteAsync(), await review.InviteAsync(name: "Dia"));
        var number = await review.ReportAsync(cor);
        await review.AnswerAsync(number, GivenReview.Not());
        storage.Clock.Now += TimeSpan.FromDays(30);
        var seen = (await review.NowAsync()).Finding(number)!.LastNumber;

        var refused = 0;
        await Task.WhenAll(new[] { cor, dia }.Select(async token =>
        {
            try
            {
                await review.LookAgainAsync(token, number, isSolved: true, seen: seen);
            }
            catch (ReviewException told) when (told.Refusal == ReviewRefusal.ChangedMeanwhile)
            {
                Interlocked.Increment(ref refused);
            }
        }));
        Assert.Equal(1, refused);
        Assert.Single((await review.NowAsync()).Events, one => one.Step == ReviewStep.Confirmed);
    }

    [Fact]
    public async Task Its_reporter_has_the_first_turn_then_any_member_and_the_chair()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        var review = await GivenReview.AskedAsync(storage);
        var (cor, dia) = (await review.InviteAsync(), await review.InviteAsync(account: "7", name: "Dia"));
        var (first, second) = (await review.ReportAsync(cor), await review.ReportAsync(cor));
        await review.AnswerAsync(first, GivenReview.Not());
        await review.AnswerAsync(second, GivenReview.Not());
        await review.RefusesAsync(ReviewRefusal.NotYours, () => review.LookAgainAsync(dia, first, isSolved: true));
        await review.RefusesAsync(ReviewRefusal.NotYours, () => CloseAsync(review, dia, second, "Niemand keek."));
        // Ten working days from Sunday 22 November.
        Assert.Equal(new DateOnly(2026, 12, 4), (await review.NowAsync()).Finding(first)!.LookAgainBy);
        storage.Clock.Now += TimeSpan.FromDays(21);
        await review.LookAgainAsync(dia, first, isSolved: true);
        await review.RefusesAsync(ReviewRefusal.NoText, () => CloseAsync(review, dia, second, ""));
        // Without an account nobody is the chair, and an account of the council is not enough.
        await review.RefusesAsync(ReviewRefusal.NotChair, () => CloseAsync(review, cor, second, "Mag ik?"));
        await review.RefusesAsync(ReviewRefusal.NotChair, () => CloseAsync(review, dia, second, "Mag ik?", isChair: false));
        await CloseAsync(review, dia, second, "Niemand keek.");
        Assert.Equal(
            (ReviewStep.ClosedByChair, "Niemand keek.", 2),
            (await review.NowAsync()).Finding(second)!.Events[^1] is var closed ? (closed.Step, closed.Text, closed.Member) : default);
        Assert.All((await review.NowAsync()).Findings, one => Assert.Equal(FindingState.Closed, one.State));
    }

    [Fact]
    public async Task The_same_ones_are_answered_once_each_keeps_its_words_and_they_come_apart_again()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        var review = await GivenReview.AskedAsync(storage);
        var (cor, dia) = (await review.InviteAsync(), await review.InviteAsync(name: "Dia"));
        var main = await review.ReportAsync(cor, Severity.Annoying, "Klein.");
        var same = await review.ReportAsync(dia, Severity.CannotGoOn, "Ik kom niet verder.");
        await JoinAsync(review, same, main);
        await review.RefusesAsync(ReviewRefusal.NotNow, () => JoinAsync(review, main, same));
        await review.RefusesAsync(ReviewRefusal.NotNow, () => JoinAsync(review, main, main));
        await review.RefusesAsync(ReviewRefusal.NotNow, () => review.AnswerAsync(same, GivenReview.Not()));
        // Joining takes no weight away.
        Assert.Equal([same], (await review.NowAsync()).BlockingOf(1).Select(one => one.Number));

        await review.AnswerAsync(main, GivenReview.Not());
        await review.LookAgainAsync(dia, main, isSolved: true);
        var now = await review.NowAsync();
        Assert.Empty(now.BlockingOf(1));
        Assert.Equal(FindingState.Closed, now.StateOf(now.Finding(same)!));
        Assert.Equal("Ik kom niet verder.", now.Finding(same)!.Report.Text);

        await review.DoAsync<TakeApart>((verb, scope) =>
            verb.TakeAsync(scope, new FindingRequest(review.Life.Id, same, now.Finding(same)!.LastNumber, GivenReview.Bas)));
        Assert.Equal([same], (await review.NowAsync()).BlockingOf(1).Select(one => one.Number));
    }

    [Fact]
    public async Task Who_calls_is_written_down_and_marked_so()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        var review = await GivenReview.AskedAsync(storage);
        await review.InviteAsync();
        var words = new NewFinding("", "De knop is te klein.", Severity.MuchEffort, FindingSubject.Product);
        await review.RefusesAsync(ReviewRefusal.Unknown, () => review.DoAsync<ReportFinding>(async (verb, scope) =>
            await verb.ForMemberAsync(scope, review.Life.Id, 1, 9, words, GivenReview.Bas)));
        await review.DoAsync<ReportFinding>(async (verb, scope) =>
            await verb.ForMemberAsync(scope, review.Life.Id, 1, 1, words, GivenReview.Bas));
        var finding = Assert.Single((await review.NowAsync()).Findings);
        Assert.Equal((1, GivenReview.Bas, FindingSubject.Product), (finding.Report.Member, finding.Report.Who, finding.Subject));
        Assert.NotNull((await review.RoundAsync()).StartedOn);
    }

    [Fact]
    public async Task Words_that_say_nothing_or_are_ten_megabytes_are_refused()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        var review = await GivenReview.AskedAsync(storage);
        var token = await review.InviteAsync();
        await review.RefusesAsync(ReviewRefusal.NoText, () => review.ReportAsync(token, text: "\u200b \n"));
        await review.RefusesAsync(ReviewRefusal.TextTooLong, () => review.ReportAsync(token, text: new string('a', 10_000_000)));
        await review.RefusesAsync(ReviewRefusal.NoPage, () => review.ReportAsync(token, page: new string('a', 201)));
    }

    private static async Task CloseAsync(GivenReview review, string token, int finding, string reason, bool isChair = true)
    {
        var seen = (await review.NowAsync()).Finding(finding)!.LastNumber;
        await review.DoAsync<CloseFinding>((verb, scope) =>
            verb.CloseAsync(scope, token, finding, seen, reason, (_, _) => ValueTask.FromResult(isChair)));
    }

    private static async Task JoinAsync(GivenReview review, int finding, int with)
    {
        var seen = (await review.NowAsync()).Finding(finding)!.LastNumber;
        await review.DoAsync<JoinFindings>((verb, scope) =>
            verb.JoinAsync(scope, new FindingRequest(review.Life.Id, finding, seen, GivenReview.Bas), with));
    }
}
