using Participatie.Surveys.Review.Advising;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Meetings;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;
using Participatie.Tests.Storage;

namespace Participatie.Tests.Review;

/// <summary>What the council advises, what the province answers, and what lies before a meeting.</summary>
public sealed class AdviceTests(PostgresCluster cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Only_the_council_advises_by_a_link_and_an_answer_is_given_to_what_was_seen(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var review = await GivenReview.AskedAsync(storage);
        var (guest, member) = (await review.InviteAsync(), await review.InviteAsync(account: "7", name: "Dia"));
        Assert.Equal(ReviewRefusal.NotCouncil, await RefusalAsync(() => ByLinkAsync(guest)));
        Assert.Equal(ReviewRefusal.NotCouncil, await RefusalAsync(() => ByLinkAsync(member, hasRole: false)));
        Assert.Equal(ReviewRefusal.NoText, await RefusalAsync(() => ByLinkAsync(member, " ")));
        Assert.Equal(ReviewRefusal.Unknown, await RefusalAsync(() => ForCouncilAsync("elders")));
        var one = await ByLinkAsync(member, "Minder vragen.");
        var other = await ForCouncilAsync("", "Grotere knoppen.");
        var read = storage.The<ReadAdvice>();
        var given = (await read.OneAsync(one, Stop))!;
        // Nothing of it leads to who gave it.
        Assert.Equal(("proef", false, "", "Minder vragen."), (given.Entry.Slug, given.Entry.IsAsked, given.Entry.Who, given.Entry.Text));
        // Six weeks of working days from Sunday 22 November, around Christmas and New Year.
        Assert.Equal(new DateOnly(2027, 1, 5), given.DueOn);
        Assert.False(given.IsLate(given.DueOn));
        Assert.True(given.IsLate(given.DueOn.AddDays(1)));
        Assert.Equal([other, one], (await read.AllAsync(Stop)).Select(advice => advice.Number));
        var onProduct = await WriteAsync(scope => storage.The<GiveAdvice>().ByLinkAsync(
            scope, member, new NewAdvice("", "Overal.", IsAsked: true), onProduct: true, (_, _) => ValueTask.FromResult(true)));
        Assert.True((await read.OneAsync(onProduct, Stop))!.IsOnProduct);

        var later = new FindingAnswer(AnswerKind.Later, "Dat doen wij.", "Doen wij.") { Day = new DateOnly(2027, 3, 1) };
        Assert.Equal(ReviewRefusal.NoDay, await RefusalAsync(() => AnswerAsync(one, 0, later with { Day = null })));
        Assert.Equal(ReviewRefusal.NoDay, await RefusalAsync(() => AnswerAsync(one, 0, later with { Day = new DateOnly(2026, 11, 21) })));
        Assert.Equal(ReviewRefusal.NoText, await RefusalAsync(() => AnswerAsync(one, 0, later with { EasyText = "" })));
        await AnswerAsync(one, 0, later);
        Assert.Equal(ReviewRefusal.ChangedMeanwhile, await RefusalAsync(() => AnswerAsync(one, 0, later)));
        Assert.Equal(ReviewRefusal.Unknown, await RefusalAsync(() => AnswerAsync(99, 0, later)));
        given = (await read.OneAsync(one, Stop))!;
        Assert.Equal((AdviceState.Promised, new DateOnly(2027, 3, 1)), (given.State, given.DueOn));
        await AnswerAsync(one, 1, new FindingAnswer(AnswerKind.Solved, "Het zijn er zeven.", "Nu zijn het er 7."));
        given = (await read.OneAsync(one, Stop))!;
        Assert.Equal((AdviceState.Answered, 2, "Nu zijn het er 7."), (given.State, given.Events.Count, given.Answer!.EasyText));

        Task<int> ByLinkAsync(string token, string text = "Iets.", bool hasRole = true) => WriteAsync(scope =>
            storage.The<GiveAdvice>().ByLinkAsync(
                scope, token, new NewAdvice("", text, IsAsked: false), onProduct: false, (_, _) => ValueTask.FromResult(hasRole)));
        Task<int> ForCouncilAsync(string slug, string text = "Iets.") => WriteAsync(scope =>
            storage.The<GiveAdvice>().ForCouncilAsync(scope, new NewAdvice(slug, text, IsAsked: true), GivenReview.Bas));
        Task<int> AnswerAsync(int number, int seen, FindingAnswer answer) => WriteAsync(async scope =>
        {
            await storage.The<AnswerAdvice>().AnswerAsync(scope, new AdviceRequest(number, seen, GivenReview.Bas), answer);
            return number;
        });
        Task<int> WriteAsync(Func<WriteScope, ValueTask<int>> work) => storage.The<GroupedWriter>().WriteAsync(work, Stop);
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_meeting_tells_what_happened_since_the_last_one_and_what_waits(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var review = await GivenReview.AskedAsync(storage);
        var member = await review.InviteAsync(account: "7", name: "Dia");
        await review.ComeInAsync(member);
        var first = await review.ReportAsync(member, text: "De knop is stuk.");
        await GiveAsync("Eerder gezegd.");
        storage.Clock.Now += TimeSpan.FromDays(10);
        Assert.True(await storage.The<GroupedWriter>().WriteAsync(
            scope => storage.The<RecordMeeting>().RecordAsync(scope, new DateOnly(2026, 12, 1), GivenReview.Bas), Stop));
        Assert.False(await storage.The<GroupedWriter>().WriteAsync(
            scope => storage.The<RecordMeeting>().RecordAsync(scope, new DateOnly(2036, 12, 1), GivenReview.Bas), Stop));
        await review.AnswerAsync(first, GivenReview.Not());
        var second = await review.ReportAsync(member, Severity.Annoying, "Te veel kleur.");
        await review.AnswerAsync(
            second, new FindingAnswer(AnswerKind.Later, "Minder kleur.", "Minder kleur.") { Day = new DateOnly(2026, 12, 20) });
        await GiveAsync("Nu gezegd.");

        var paper = await PaperAsync(new DateOnly(2026, 12, 3));
        Assert.Equal(new DateOnly(2026, 12, 1), paper.Since);
        Assert.Equal(["Nu gezegd."], paper.Advised.Select(one => one.Entry.Text));
        Assert.Equal(["Te veel kleur."], Texts(paper.Reported));
        Assert.Equal(["De knop is stuk."], Texts(paper.FoundDone));
        Assert.Equal(["Te veel kleur."], Texts(paper.FoundOpen));
        Assert.Empty(paper.FoundLate);
        Assert.Equal(["Nu gezegd.", "Eerder gezegd."], paper.AdviceOpen.Select(one => one.Entry.Text));

        paper = await PaperAsync(new DateOnly(2027, 1, 6));
        Assert.Equal(["Te veel kleur."], Texts(paper.FoundLate));
        Assert.Empty(paper.FoundOpen);
        Assert.Equal(["Eerder gezegd."], paper.AdviceLate.Select(one => one.Entry.Text));
        Assert.Equal(["Nu gezegd."], paper.AdviceOpen.Select(one => one.Entry.Text));

        // The day of a meeting belongs to the next one, and the same day is written down once.
        Assert.Equal(["Nu gezegd."], (await PaperAsync(new DateOnly(2026, 12, 3))).Advised.Select(one => one.Entry.Text));
        Assert.True(await storage.The<GroupedWriter>().WriteAsync(
            scope => storage.The<RecordMeeting>().RecordAsync(scope, new DateOnly(2026, 12, 1), GivenReview.Bas), Stop));
        Assert.Single((await storage.The<ReadMeetingMatters>().ReadAsync(Stop)).Meetings);
        // What was written down of a point since is no news of it; what is the same as another stands there once.
        storage.Clock.Now += TimeSpan.FromDays(5);
        var third = await review.ReportAsync(member, Severity.Annoying, "Ook te veel kleur.");
        await review.DoAsync<JoinFindings>(async (verb, scope) => await verb.JoinAsync(scope, await RequestAsync(third), second));
        await review.DoAsync<ClassifyFinding>(async (verb, scope) => await verb.ClassifyAsync(scope, await RequestAsync(first), "reflow"));
        Assert.Equal(["Te veel kleur."], Texts((await PaperAsync(new DateOnly(2026, 12, 9))).Reported));
        Assert.True(await storage.The<GroupedWriter>().WriteAsync(
            scope => storage.The<RecordMeeting>().RecordAsync(scope, new DateOnly(2026, 12, 4), GivenReview.Bas), Stop));
        Assert.Empty((await PaperAsync(new DateOnly(2026, 12, 9))).FoundDone);
        await storage.The<GroupedWriter>().WriteAsync(scope => RecordMeeting.RemoveAsync(scope, new DateOnly(2026, 12, 4)), Stop);

        // The meeting of today is what it is for; before the first one all is told.
        paper = await PaperAsync(new DateOnly(2026, 12, 1));
        Assert.Null(paper.Since);
        Assert.Equal(2, paper.Advised.Count);
        await storage.The<GroupedWriter>().WriteAsync(scope => RecordMeeting.RemoveAsync(scope, new DateOnly(2026, 12, 1)), Stop);
        Assert.Null((await PaperAsync(new DateOnly(2026, 12, 3))).Since);

        Task GiveAsync(string text) => storage.The<GroupedWriter>().WriteAsync(
            scope => storage.The<GiveAdvice>().ForCouncilAsync(scope, new NewAdvice("proef", text, IsAsked: true), GivenReview.Bas), Stop);
        async Task<MeetingPaper> PaperAsync(DateOnly today) =>
            MeetingPaper.Of(await storage.The<ReadMeetingMatters>().ReadAsync(Stop), today);
        async Task<FindingRequest> RequestAsync(int number) =>
            new(review.Life.Id, number, (await review.NowAsync()).Finding(number)!.LastNumber, GivenReview.Bas);
        static IEnumerable<string> Texts(IEnumerable<FoundThing> found) => found.Select(one => one.Finding.Report.Text);
    }

    private static async Task<ReviewRefusal> RefusalAsync(Func<Task> step) =>
        (await Assert.ThrowsAsync<ReviewException>(step)).Refusal;
}
