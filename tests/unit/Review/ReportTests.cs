using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Reports;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;
using Participatie.Tests.Storage;

namespace Participatie.Tests.Review;

/// <summary>What visitors report, in the database.</summary>
public sealed class ReportTests(PostgresCluster cluster)
{
    private const string Form = "0123456789abcdef0123456789abcdef";
    private const string Bas = "Bas <bas@provincie.example>";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_report_is_one_however_often_its_form_comes_and_is_answered_once_behind_its_code(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var both = await Task.WhenAll(MakeAsync(storage, "De knop doet niets."), MakeAsync(storage, "De knop doet niets."));
        var first = both[0]!;
        Assert.Equal(first, both[1]);
        // Sunday 22 November: the term is of working days.
        Assert.Equal(new DateOnly(2026, 12, 4), first.AnswerBy);
        var other = (await MakeAsync(storage, "De knop doet nu wel iets."))!;
        Assert.NotEqual(first.Code, other.Code);
        // Without a form of its own nobody gets the code of somebody with the same words.
        Assert.NotEqual(
            (await MakeAsync(storage, "Werkt niet.", form: ""))!.Code, (await MakeAsync(storage, "Werkt niet.", form: ""))!.Code);

        var reports = storage.The<ReadReports>();
        var report = (await reports.ByCodeAsync(first.Code, Stop))!;
        Assert.Equal((ReportState.Open, "De knop doet niets."), (report.State, report.Entry.Text));
        Assert.False(report.IsLate(first.AnswerBy));
        Assert.True(report.IsLate(first.AnswerBy.AddDays(1)));
        Assert.Equal((4, first.AnswerBy), (await reports.WaitingAsync(Stop))!.Value);

        Task AnswerAsync(int seen, FindingAnswer answer) => DoAsync<AnswerReport>(storage, (verb, scope) =>
            verb.AnswerAsync(scope, new ReportRequest(report.Number, seen, Bas), answer, FindingSubject.Questions));
        var later = new FindingAnswer(AnswerKind.Later, "Wij maken hem.", "Wij maken de knop.");
        await RefusesAsync(ReviewRefusal.NoDay, () => AnswerAsync(0, later));
        await RefusesAsync(ReviewRefusal.NoDay, () => AnswerAsync(0, later with { Day = new DateOnly(2026, 11, 21) }));
        await RefusesAsync(ReviewRefusal.NoText, () => AnswerAsync(0, later with { Day = new DateOnly(2027, 1, 8), EasyText = " " }));
        await AnswerAsync(0, later with { Day = new DateOnly(2027, 1, 8) });
        // Who waits longest stands first, and the day of the first one counts.
        Assert.Equal((4, first.AnswerBy), (await reports.WaitingAsync(Stop))!.Value);
        await using (var context = storage.The<Database>().NewContext())
        {
            Assert.Equal(report.Number, (await ReadReports.Matching(context, "", ReportsShown.Waiting).ToListAsync(Stop))[^1].Number);
        }

        // It was said to be about the questions.
        Assert.DoesNotContain(await reports.OpenOnProductAsync(Stop), one => one.Number == report.Number);
        Assert.Equal(3, (await reports.OpenOnProductAsync(Stop)).Count);
        await RefusesAsync(ReviewRefusal.ChangedMeanwhile, () => AnswerAsync(0, later with { Day = new DateOnly(2027, 1, 9) }));
        report = (await reports.ByCodeAsync(first.Code, Stop))!;
        Assert.Equal(
            (ReportState.Promised, FindingSubject.Questions, new DateOnly(2027, 1, 8), "Wij maken de knop."),
            (report.State, report.Subject, report.DueOn, report.Answer!.EasyText));
        await AnswerAsync(1, new FindingAnswer(AnswerKind.Solved, "Hij doet het.", "Hij doet het."));
        report = (await reports.OneAsync(report.Number, Stop))!;
        Assert.Equal((ReportState.Answered, 2), (report.State, report.Events.Count));
        Assert.False(report.IsLate(new DateOnly(2030, 1, 1)));
        Assert.Null(await reports.ByCodeAsync(Surveys.Codes.CodeKey.RandomCode(), Stop));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task What_is_no_report_comes_back_until_its_words_are_forgotten_with_who_wrote_them(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var spam = (await MakeAsync(storage, "Koop horloges", phone: "0612345678"))!;
        var real = (await MakeAsync(storage, "De letters zijn klein.", phone: "0687654321"))!;
        var reports = storage.The<ReadReports>();
        var number = (await reports.ByCodeAsync(spam.Code, Stop))!.Number;
        Task SetAsync(int seen, bool isReport) => DoAsync<SetReportAside>(storage, (verb, scope) =>
            verb.SetAsync(scope, new ReportRequest(number, seen, Bas), isReport));
        await RefusesAsync(ReviewRefusal.NotNow, () => SetAsync(0, isReport: true));
        await SetAsync(0, isReport: false);
        Assert.Equal(["De letters zijn klein."], await ListAsync("", ReportsShown.Waiting));
        Assert.Equal(["Koop horloges"], await ListAsync("HORLOGE", ReportsShown.All));
        Assert.Equal([], await ListAsync("horloge", ReportsShown.Waiting));
        Assert.Equal(["Koop horloges"], await ListAsync($"{number}", ReportsShown.All));
        Assert.Equal(2, (await ListAsync("/THEMAS", ReportsShown.All)).Count);
        await RefusesAsync(ReviewRefusal.NotNow, () => DoAsync<AnswerReport>(storage, (verb, scope) => verb.AnswerAsync(
            scope, new ReportRequest(number, 1, Bas), new FindingAnswer(AnswerKind.Not, "Nee.", "Nee."), FindingSubject.Product)));
        await SetAsync(1, isReport: true);
        await SetAsync(2, isReport: false);

        storage.Clock.Now += TimeSpan.FromDays(364);
        await storage.The<ForgetReporters>().RunAsync(Stop);
        Assert.Equal("0612345678", (await reports.OneAsync(number, Stop))!.Entry.Phone);
        storage.Clock.Now += TimeSpan.FromDays(1);
        await storage.The<ForgetReporters>().RunAsync(Stop);
        var forgotten = (await reports.OneAsync(number, Stop))!.Entry;
        Assert.Equal(("", ""), (forgotten.Phone, forgotten.Text));
        var kept = (await reports.ByCodeAsync(real.Code, Stop))!.Entry;
        Assert.Equal(("", "De letters zijn klein."), (kept.Phone, kept.Text));

        async Task<List<string>> ListAsync(string search, ReportsShown shown)
        {
            await using var context = storage.The<Database>().NewContext();
            return await ReadReports.Matching(context, search, shown).Select(one => one.Text).ToListAsync(Stop);
        }
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Whoever_reported_it_says_more_and_then_staff_have_to_answer_once_more(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var made = (await MakeAsync(storage, "De knop doet niets."))!;
        var reports = storage.The<ReadReports>();
        var number = (await reports.ByCodeAsync(made.Code, Stop))!.Number;
        await RefusesAsync(ReviewRefusal.NotNow, () => ReplyAsync("", isStillThere: true));
        await RefusesAsync(ReviewRefusal.NoText, () => ReplyAsync(" \u200B"));
        await RefusesAsync(ReviewRefusal.TextTooLong, () => ReplyAsync(new string('a', MakeReport.LongestText + 1)));
        // Who still waits for the first answer waits no longer for having said more, and pressing twice says it once.
        storage.Clock.Now += TimeSpan.FromDays(1);
        const string More = " Ook op\0 mijn telefoon. ";
        Assert.Equal([made.AnswerBy, made.AnswerBy], await Task.WhenAll(ReplyAsync(More), ReplyAsync(More)));
        Assert.Equal(["De knop doet niets.", "Ook op mijn telefoon."], (await reports.OneAsync(number, Stop))!.Words);
        await AnswerAsync(1, AnswerKind.Solved);
        storage.Clock.Now = new DateTimeOffset(2027, 1, 4, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal(new DateOnly(2027, 1, 18), await ReplyAsync("", isStillThere: true));
        var report = (await reports.ByCodeAsync(made.Code, Stop))!;
        Assert.Equal(
            (ReportState.Open, new DateOnly(2027, 1, 18), 3, ReportStep.StillThere),
            (report.State, report.DueOn, report.LastNumber, report.Events[^1].Step));
        Assert.Equal((1, report.DueOn), (await reports.WaitingAsync(Stop))!.Value);
        // A promise that is answered back waits for an answer too.
        await AnswerAsync(3, AnswerKind.Later);
        await ReplyAsync("Dat duurt te lang.");
        Assert.Equal(ReportState.Open, (await reports.OneAsync(number, Stop))!.State);

        for (var said = 3; said < ReplyToReport.Most; said++)
        {
            Assert.NotNull(await ReplyAsync($"Meer {said}"));
        }

        Assert.Null(await ReplyAsync("Te veel"));
        await DoAsync<SetReportAside>(storage, async (verb, scope) => await verb.SetAsync(
            scope, new ReportRequest(number, (await reports.OneAsync(number, Stop))!.LastNumber, Bas), isReport: false));
        await RefusesAsync(ReviewRefusal.NotNow, () => ReplyAsync("Toch wel."));
        storage.Clock.Now += TimeSpan.FromDays(365);
        await storage.The<ForgetReporters>().RunAsync(Stop);
        report = (await reports.OneAsync(number, Stop))!;
        Assert.All(report.Words, Assert.Empty);
        Assert.Contains(report.Events, one => one.Text == "Zo is het.");

        Task<DateOnly?> ReplyAsync(string text, bool isStillThere = false) => storage.The<GroupedWriter>().WriteAsync(
            scope => storage.The<ReplyToReport>().ReplyAsync(scope, new ReportReply(number, text, isStillThere)), Stop);
        Task AnswerAsync(int seen, AnswerKind kind) => DoAsync<AnswerReport>(storage, (verb, scope) => verb.AnswerAsync(
            scope,
            new ReportRequest(number, seen, Bas),
            new FindingAnswer(kind, "Zo is het.", "Zo is het.") { Day = new DateOnly(2027, 3, 1) },
            FindingSubject.Product));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_consultation_has_the_reports_about_its_own_pages(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        foreach (var page in new[]
        {
            "/raadpleging/proef", "/raadpleging/proef/vraag/a", "/raadpleging/proef-2", "/raadpleging/PROEF/vraag/a", "",
        })
        {
            await storage.The<GroupedWriter>().WriteAsync(
                scope => storage.The<MakeReport>().MakeAsync(scope, new NewReport($"Op {page}.", page, FindingSubject.Questions)), Stop);
        }

        await using var context = storage.The<Database>().NewContext();
        Assert.Equal(
            ["/raadpleging/proef", "/raadpleging/proef/vraag/a"],
            await ReadReports.Matching(context, "", ReportsShown.Waiting, "/raadpleging/proef").Select(one => one.Page).ToListAsync(Stop));
        Assert.Equal(5, await ReadReports.Matching(context, "", ReportsShown.All).CountAsync(Stop));
    }

    [Fact]
    public async Task A_report_about_the_page_of_a_consultation_keeps_nothing_from_opening()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        var review = await GivenReview.AskedAsync(storage);
        await storage.The<GroupedWriter>().WriteAsync(
            scope => storage.The<MakeReport>().MakeAsync(
                scope, new NewReport("Ik kan niet verder.", "/raadpleging/proef", FindingSubject.Questions)),
            Stop);
        Assert.Empty((await review.NowAsync()).BlockingOf(1));
        await review.ApproveAsync(await review.InviteAsync(account: "7"));
        Assert.Equal(Surveys.Definition.Life.SignOff.Council, review.Life.Now.SignOff);
    }

    [Fact]
    public async Task Nothing_and_too_much_are_no_report_and_one_day_takes_no_flood()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        await RefusesAsync(ReviewRefusal.NoText, () => MakeAsync(storage, " \u200B"));
        await RefusesAsync(ReviewRefusal.TextTooLong, () => MakeAsync(storage, new string('a', MakeReport.LongestText + 1)));
        await RefusesAsync(ReviewRefusal.TextTooLong, () => MakeAsync(storage, "a", phone: new string('1', 300)));
        foreach (var much in new[]
        {
            new NewReport("a", "/themas", FindingSubject.Product) { Mail = new string('1', MakeReport.LongestContact + 1) },
            new NewReport("a", "/" + new string('1', MakeReport.LongestPage), FindingSubject.Product),
        })
        {
            await RefusesAsync(ReviewRefusal.TextTooLong, () => storage.The<GroupedWriter>().WriteAsync(
                scope => storage.The<MakeReport>().MakeAsync(scope, much), Stop));
        }

        var last = (await MakeAsync(storage, "Nul"))!;
        await storage.The<GroupedWriter>().WriteAsync(
            async scope =>
            {
                var one = await scope.Context.VisitorReports.AsNoTracking().SingleAsync(Stop);
                scope.Context.VisitorReports.AddRange(Enumerable.Range(2, MakeReport.MostADay - 1).Select(number => new VisitorReportEntry
                {
                    Number = number,
                    CodeHash = BitConverter.GetBytes(number),
                    At = one.At,
                    Page = "",
                    Language = "nl",
                    Settings = "",
                    Text = "Vol",
                    Phone = "",
                    Mail = "",
                    Subject = one.Subject,
                    State = one.State,
                    DueOn = one.DueOn,
                    ForgetOn = one.ForgetOn,
                }));
                return await scope.Context.SaveChangesAsync(Stop);
            },
            Stop);
        Assert.Null(await MakeAsync(storage, "Nog een"));
        // What was taken in is, also now.
        Assert.Equal(last, await MakeAsync(storage, "Nul"));
        storage.Clock.Now += TimeSpan.FromDays(1);
        Assert.NotNull(await MakeAsync(storage, "Nog een"));
    }

    private static Task<MadeReport?> MakeAsync(GivenStorage storage, string text, string form = Form, string phone = "") =>
        storage.The<GroupedWriter>().WriteAsync(
            scope => storage.The<MakeReport>().MakeAsync(
                scope, new NewReport(text, "/themas", FindingSubject.Product) { Form = form, Phone = phone, Language = "nl" }),
            Stop);

    private static Task DoAsync<TVerb>(GivenStorage storage, Func<TVerb, WriteScope, ValueTask> step)
        where TVerb : notnull =>
        storage.The<GroupedWriter>().WriteAsync(scope => step(storage.The<TVerb>(), scope), Stop);

    private static async Task RefusesAsync(ReviewRefusal refusal, Func<Task> step) =>
        Assert.Equal(refusal, (await Assert.ThrowsAsync<ReviewException>(step)).Refusal);
}
