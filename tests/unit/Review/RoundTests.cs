using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Members;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;
using Participatie.Tests.Definition.Life;
using Participatie.Tests.Storage;

namespace Participatie.Tests.Review;

/// <summary>A round of the council: who looks, until when, and what is kept of whom.</summary>
public sealed class RoundTests(PostgresCluster cluster)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task The_term_begins_when_a_member_comes_in_and_not_with_the_invitation(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var review = await GivenReview.AskedAsync(storage);
        var token = await review.InviteAsync();
        storage.Clock.Now += TimeSpan.FromDays(30);
        Assert.Null((await review.RoundAsync()).DueOn);
        Assert.False((await review.RoundAsync()).IsMissed(new DateOnly(2027, 3, 1)));

        var came = await review.ComeInAsync(token, WayOfReading.ScreenReader, WayOfReading.Phone);
        Assert.Equal(("Cor", 1, 1), (came.Member.Name, came.Member.Number, came.Member.Round));
        // From Tuesday 22 December: without Christmas, New Year's Day and the weekends.
        Assert.Equal(new DateOnly(2027, 1, 7), (await review.RoundAsync()).DueOn);
        Assert.False((await review.RoundAsync()).IsLookedAt);
        Assert.Empty((await review.RoundAsync()).Lookers);
        Assert.False((await review.RoundAsync()).IsMissed(new DateOnly(2027, 1, 7)));
        Assert.True((await review.RoundAsync()).IsMissed(new DateOnly(2027, 1, 8)));

        await review.DoAsync<KeepLook>((verb, scope) => verb.KeepAsync(scope, token, came.VisitId, new LookedAt("eerst", "nl", "groot")));
        await review.DoAsync<KeepLook>((verb, scope) => verb.KeepAsync(scope, token, came.VisitId, new LookedAt("eerst", "nl-simple", "")));
        Assert.Equal([1], (await review.RoundAsync()).Lookers);
        Assert.False((await review.RoundAsync()).IsMissed(new DateOnly(2027, 2, 1)));
        var visits = await storage.The<ReadVisits>().OfAsync(review.Life.Id, 1, Stop);
        Assert.Equal([WayOfReading.ScreenReader, WayOfReading.Phone], visits.Ways.Keys.Order());
        Assert.Equal(["eerst"], visits.Pages.Keys);
        Assert.Equal(["nl", "nl-simple"], visits.Languages.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_call_begins_the_term_too_and_fewer_days_need_consent()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        var life = await GivenLife.BegunAsync(storage);
        var review = new GivenReview(storage, life);
        await review.RefusesAsync(ReviewRefusal.NotInReview, () => review.AskRoundAsync(1));
        await life.AskAsync();
        await review.RefusesAsync(ReviewRefusal.NoConsent, () => review.AskRoundAsync(1, days: 3));
        await review.RefusesAsync(ReviewRefusal.NoConsent, () => review.AskRoundAsync(1, days: 11, consent: "Mag van Cor."));
        await review.RefusesAsync(ReviewRefusal.ChangedMeanwhile, () => review.AskRoundAsync(2));
        await review.RefusesAsync(ReviewRefusal.NoText, () => review.AskRoundAsync(1, lookAt: " \u200b"));
        await review.AskRoundAsync(1, days: 3, consent: "Mag van Cor, op 20 november.");
        await review.RefusesAsync(ReviewRefusal.AlreadyAsked, () => review.AskRoundAsync(1));
        await review.DoAsync<RecordCall>((verb, scope) => verb.RecordAsync(scope, life.Id, 1, GivenReview.Bas, "Cor belde."));
        // Asked on a Sunday.
        Assert.Equal(new DateOnly(2026, 11, 25), (await review.RoundAsync()).DueOn);
        Assert.Equal("Mag van Cor, op 20 november.", (await review.RoundAsync()).Asked.Consent);
        await review.RefusesAsync(
            ReviewRefusal.Unknown,
            () => review.DoAsync<RecordCall>((verb, scope) => verb.RecordAsync(scope, life.Id, 2, GivenReview.Bas, "Wie?")));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task A_link_that_was_replaced_or_guessed_opens_nothing(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var review = await GivenReview.AskedAsync(storage);
        var first = await review.InviteAsync();
        string? second = null;
        await review.DoAsync<RenewLink>(async (verb, scope) => second = await verb.RenewAsync(scope, review.Life.Id, 1, 1, isEnded: false));
        await review.RefusesAsync(ReviewRefusal.LinkEnded, () => review.ComeInAsync(first));
        await review.RefusesAsync(ReviewRefusal.LinkEnded, () => review.ReportAsync(first));
        Assert.NotNull(await storage.The<FindMember>().ByTokenAsync(second!, Stop));
        foreach (var guess in new[] { "", "0", new string('a', 33), first[..^1] + "x", "0" + new string('0', 32) })
        {
            Assert.Null(await storage.The<FindMember>().ByTokenAsync(guess, Stop));
        }

        // Two with one link: each comes in, and it is one member who did.
        await review.ComeInAsync(second!);
        await review.ComeInAsync(second!);
        Assert.Equal([1, 1], (await review.NowAsync()).Events.Where(one => one.Step == ReviewStep.CameIn).Select(one => one.Member!.Value));
        await review.DoAsync<RenewLink>(async (verb, scope) => await verb.RenewAsync(scope, review.Life.Id, 1, 1, isEnded: true));
        await review.RefusesAsync(ReviewRefusal.LinkEnded, () => review.ComeInAsync(second!));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task How_somebody_reads_stands_apart_from_names_and_both_go_on_their_day(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var review = await GivenReview.AskedAsync(storage);
        var token = await review.InviteAsync(account: "7");
        await review.ComeInAsync(token, WayOfReading.Braille);
        await review.ReportAsync(token);

        await using (var context = storage.The<Database>().NewContext())
        {
            Assert.Equal("Braille", (await context.ReviewVisits.SingleAsync(Stop)).Ways);
            Assert.DoesNotContain(
                context.Model.FindEntityType(typeof(ReviewVisitEntry))!.GetProperties(),
                property => property.Name is "Member" or "Name" or "Account" or "At" or "TokenHash");
            Assert.DoesNotContain(
                context.Model.FindEntityType(typeof(ReviewEvent))!.GetProperties(), property => property.Name is "Ways" or "Name" or "VisitId");
        }

        await storage.The<ForgetMembers>().RunAsync(Stop);
        Assert.Single((await storage.The<ReadVisits>().OfAsync(review.Life.Id, 1, Stop)).Ways);
        // Not before that day, which they were told, and on it.
        storage.Clock.Now += TimeSpan.FromDays(ComeIn.DaysUntilDeleted - 1);
        await storage.The<ForgetMembers>().RunAsync(Stop);
        Assert.Single((await storage.The<ReadVisits>().OfAsync(review.Life.Id, 1, Stop)).Ways);
        storage.Clock.Now += TimeSpan.FromDays(1);
        await storage.The<ForgetMembers>().RunAsync(Stop);
        Assert.Empty((await storage.The<ReadVisits>().OfAsync(review.Life.Id, 1, Stop)).Ways);
        Assert.NotNull(await storage.The<FindMember>().ByTokenAsync(token, Stop));
        storage.Clock.Now += TimeSpan.FromDays(InviteMember.DaysUntilForgotten);
        await storage.The<ForgetMembers>().RunAsync(Stop);
        Assert.Null(await storage.The<FindMember>().ByTokenAsync(token, Stop));
        Assert.Equal(("", "", null), Assert.Single(
            await storage.The<FindMember>().ListAsync(review.Life.Id, 1, Stop)) is var left ? (left.Name, left.Mail, left.Account) : default);
        await review.RefusesAsync(
            ReviewRefusal.LinkEnded,
            () => review.DoAsync<RenewLink>(async (verb, scope) => await verb.RenewAsync(scope, review.Life.Id, 1, 1, isEnded: false)));
        // What was written stays, by number.
        Assert.Equal(1, Assert.Single((await review.NowAsync()).Findings).Report.Member);
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task More_links_work_beside_the_first_and_end_with_it(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var review = await GivenReview.AskedAsync(storage);
        var first = await review.InviteAsync();
        var member = (await storage.The<FindMember>().ByTokenAsync(first, Stop))!;
        var more = new List<string>();
        for (var number = 0; number <= AddLink.Most; number++)
        {
            storage.Clock.Now += TimeSpan.FromSeconds(1);
            await review.DoAsync<AddLink>(async (verb, scope) => more.Add(await verb.AddAsync(scope, member)));
        }

        Assert.Equal("Cor", (await storage.The<FindMember>().ByTokenAsync(first, Stop))!.Name);
        Assert.Null(await storage.The<FindMember>().ByTokenAsync(more[0], Stop));
        foreach (var token in more.Skip(1))
        {
            Assert.Equal(1, (await storage.The<FindMember>().ByTokenAsync(token, Stop))!.Number);
        }

        await review.ReportAsync(more[^1]);
        Assert.Single(await storage.The<FindRounds>().ByMailAsync(" COR@raad.example", Stop));
        Assert.Empty(await storage.The<FindRounds>().ByMailAsync("dia@raad.example", Stop));
        Assert.Empty(await storage.The<FindRounds>().ByMailAsync("", Stop));

        storage.Clock.Now += TimeSpan.FromDays(AddLink.DaysUntilEnded);
        await storage.The<ForgetMembers>().RunAsync(Stop);
        Assert.Null(await storage.The<FindMember>().ByTokenAsync(more[^1], Stop));
        // Also when staff only replace the first, and the member is not out.
        await review.DoAsync<AddLink>(async (verb, scope) => more.Add(await verb.AddAsync(scope, member)));
        await review.DoAsync<RenewLink>(async (verb, scope) => await verb.RenewAsync(scope, review.Life.Id, 1, 1, isEnded: false));
        Assert.Null(await storage.The<FindMember>().ByTokenAsync(more[^1], Stop));
        await review.DoAsync<AddLink>(async (verb, scope) => more.Add(await verb.AddAsync(scope, member)));
        await review.DoAsync<RenewLink>(async (verb, scope) => await verb.RenewAsync(scope, review.Life.Id, 1, 1, isEnded: true));
        Assert.Null(await storage.The<FindMember>().ByTokenAsync(more[^1], Stop));
        Assert.Empty(await storage.The<FindRounds>().ByMailAsync("cor@raad.example", Stop));
        await review.RefusesAsync(
            ReviewRefusal.LinkEnded, () => review.DoAsync<AddLink>(async (verb, scope) => await verb.AddAsync(scope, member)));
    }

    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task What_is_half_written_is_kept_for_each_page_until_it_is_reported_or_too_old(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var review = await GivenReview.AskedAsync(storage);
        var (cor, dia) = (await review.InviteAsync(), await review.InviteAsync(name: "Dia"));
        await WriteAsync(cor, "Ik hoor", "/vraag/eerst");
        await WriteAsync(cor, "Ik hoor niets.\0", "/vraag/eerst", Severity.MuchEffort);
        await WriteAsync(cor, "Alles is klein.", "");
        await WriteAsync(dia, "Van Dia.", "");
        Assert.Equal([("", "Alles is klein."), ("/vraag/eerst", "Ik hoor niets.")], await OfAsync(cor));
        await WriteAsync(dia, " ", "");
        Assert.Empty(await OfAsync(dia));
        await review.RefusesAsync(ReviewRefusal.TextTooLong, () => WriteAsync(cor, new string('a', HalfWritten.LongestKept + 1), ""));
        Assert.Empty((await review.NowAsync()).Findings);

        await review.ReportAsync(cor, page: "/vraag/eerst");
        Assert.Equal([("", "Alles is klein.")], await OfAsync(cor));
        var seen = (await review.NowAsync()).LastNumber - 1;
        // What was on its way while it was sent is nothing; what somebody asks to keep is kept.
        await WriteAsync(cor, "Ik hoor", "/vraag/eerst", seen: seen);
        Assert.Equal([("", "Alles is klein.")], await OfAsync(cor));
        await WriteAsync(cor, "Alles is klein en", "", seen: seen);
        await WriteAsync(cor, "Nog iets", "/vraag/eerst", seen: seen + 1);
        await WriteAsync(cor, "Ik hoor", "/vraag/eerst");
        Assert.Equal([("", "Alles is klein en"), ("/vraag/eerst", "Ik hoor")], await OfAsync(cor));

        // A second look, and advice, in the same way.
        var finding = (await review.NowAsync()).Findings[0].Number;
        var again = HalfWrittenPlace.OfFinding(finding);
        await review.AnswerAsync(finding, GivenReview.Not());
        await WriteAsync(cor, "Nog", again);
        await WriteAsync(dia, "Van Dia.", again);
        await WriteAsync(cor, "Vraag minder", HalfWrittenPlace.Advice);
        var known = (await review.NowAsync()).LastNumber;
        await review.LookAgainAsync(cor, finding, isSolved: false, "Nog steeds.");
        await WriteAsync(cor, "Nog st", again, seen: known);
        Assert.Equal(["", "/vraag/eerst", HalfWrittenPlace.Advice], (await OfAsync(cor)).Select(one => one.Place));
        Assert.Equal([(again, "Van Dia.")], await OfAsync(dia));
        await review.AnswerAsync(finding, GivenReview.Not());
        storage.Clock.Now += TimeSpan.FromDays(30);
        var chair = await review.InviteAsync(account: "7", name: "Eva");
        await WriteAsync(chair, "Niemand", again);
        known = (await review.NowAsync()).Finding(finding)!.LastNumber;
        await review.DoAsync<CloseFinding>((verb, scope) =>
            verb.CloseAsync(scope, chair, finding, known, "Niemand keek.", static (_, _) => ValueTask.FromResult(true)));
        Assert.Empty(await OfAsync(chair));
        Assert.Equal((finding, null, null), (
            HalfWrittenPlace.FindingIn(again), HalfWrittenPlace.FindingIn("/punt/1"), HalfWrittenPlace.FindingIn("punt/x")));

        storage.Clock.Now += TimeSpan.FromDays(ComeIn.DaysUntilDeleted);
        await storage.The<ForgetMembers>().RunAsync(Stop);
        Assert.Empty(await OfAsync(cor));

        Task WriteAsync(string token, string words, string place, Severity? severity = null, int? seen = null) =>
            review.DoAsync<KeepHalfWritten>(
                (verb, scope) => verb.KeepAsync(scope, token, new HalfWritten(place, words, severity, null), seen));

        async Task<IEnumerable<(string Place, string Words)>> OfAsync(string token) =>
            (await storage.The<ReadHalfWritten>().OfAsync((await storage.The<FindMember>().ByTokenAsync(token, Stop))!, Stop))
                .Select(one => (one.Place, one.Words)).Order();
    }

    [Fact]
    public async Task Whoever_did_not_look_is_reminded_halfway_once()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        var review = await GivenReview.AskedAsync(storage);
        var cor = await review.InviteAsync();
        await review.InviteAsync(name: "Dia");
        Assert.Empty(await RemindAsync());
        await review.ReportAsync(cor);
        await review.DoAsync<RecordCall>((verb, scope) => verb.RecordAsync(scope, review.Life.Id, 1, GivenReview.Bas, "Cor belde."));
        var half = (await review.RoundAsync()).RemindOn!.Value;
        // Five working days after Sunday 22 November.
        Assert.Equal(new DateOnly(2026, 11, 27), half);
        storage.Clock.Now = Amsterdam.StartOf(half).AddMinutes(-1);
        Assert.Empty(await RemindAsync());
        storage.Clock.Now = Amsterdam.StartOf(half);
        Assert.Equal(["Dia"], await RemindAsync());
        Assert.Empty(await RemindAsync());

        async Task<IEnumerable<string>> RemindAsync()
        {
            var told = (IReadOnlyList<ReviewMember>)[];
            await review.DoAsync<RemindRound>(async (verb, scope) => told = await verb.RemindAsync(scope, review.Life.Id, 1));
            return told.Select(one => one.Name);
        }
    }

    [Fact]
    public async Task Nobody_is_reminded_before_half_of_the_term_after_it_when_it_is_done_or_when_the_link_was_ended()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        var review = await GivenReview.AskedAsync(storage);
        await review.InviteAsync();
        await review.InviteAsync(name: "Dia");
        await review.DoAsync<RenewLink>(async (verb, scope) => await verb.RenewAsync(scope, review.Life.Id, 1, 2, isEnded: true));
        await review.DoAsync<RecordCall>((verb, scope) => verb.RecordAsync(scope, review.Life.Id, 1, GivenReview.Bas, "Cor belde."));
        var round = await review.RoundAsync();
        var (half, due) = (round.RemindOn!.Value, round.DueOn!.Value);
        Assert.Equal(
            [false, true, true, false],
            new[] { half.AddDays(-1), half, due, due.AddDays(1) }.Select(round.WantsReminder));
        Assert.False((round with { Events = [.. round.Events, round.Asked with { Step = ReviewStep.Approved }] }).WantsReminder(half));
        storage.Clock.Now = Amsterdam.StartOf(half);
        var told = (IReadOnlyList<ReviewMember>)[];
        await review.DoAsync<RemindRound>(async (verb, scope) => told = await verb.RemindAsync(scope, review.Life.Id, 1));
        Assert.Equal(["Cor"], told.Select(one => one.Name));
    }

    [Fact]
    public async Task What_the_council_signed_off_before_needs_half_the_days()
    {
        await using var storage = await GivenStorage.OnAsync(Provider.Sqlite, cluster);
        var review = await GivenReview.AskedAsync(storage);
        var forms = storage.The<SignedOffForms>();
        var words = InterfaceWords.For(Languages.Dutch, Audience.Council);
        Assert.Equal(
            ["een vraag met ja of nee", "de taal Nederlands", "de taal Nederlands, makkelijk lezen", "de taal English"],
            await NewInAsync(GivenLife.Questions()));
        Assert.Equal(
            "De ronde duurt 10 werkdagen. Dit is nieuw voor de raad:\n- een vraag met ja of nee",
            string.Join('\n', (await LengthAsync()).Mail(words).Split('\n')[..2]));
        storage.Clock.Now += TimeSpan.FromMinutes(1);
        await review.ApproveAsync(await review.InviteAsync(account: "7"));
        Assert.Empty(await NewInAsync(GivenLife.Questions().WithYesNo("anders")));
        Assert.Null(await forms.NewInAsync("{", Stop));
        // Of a kind that is new only the kind is told, of one that is known its layout.
        Assert.Equal(
            ["een vraag met ja of nee, die u niet over kunt slaan", "een vraag waarbij u zelf schrijft", "een code uit een brief"],
            await NewInAsync(GivenLife.Questions().Where(one => one with { Required = true }).WithOpen("eigen")
                .But(definition => definition with { Invitation = InvitationRule.Optional })));
        foreach (var form in (await forms.NewInAsync(GivenLife.Document(GivenConsultation.WithEveryKind()), Stop))!)
        {
            Assert.NotEmpty(new RoundLength(ReviewRound.UsualDays, IsAgreed: false, [form]).NewIn(words));
        }

        // What was new to the round that approved it stays new to that round.
        Assert.Contains("een vraag met ja of nee", (await LengthAsync()).NewIn(words));

        await review.Life.SendBackAsync();
        await review.Life.SaveAsync(GivenLife.Document(GivenLife.Questions().WithYesNo("tweede")));
        await review.Life.AskAsync();
        storage.Clock.Now += TimeSpan.FromMinutes(1);
        await review.RefusesAsync(ReviewRefusal.NoConsent, () => review.AskRoundAsync(2, days: ReviewRound.ShortDays - 1));
        await review.AskRoundAsync(2, days: ReviewRound.ShortDays);
        Assert.Equal(
            "De ronde duurt 5 werkdagen. Dat is korter dan anders. De raad zag alle soorten vragen al eens en vond ze goed.",
            (await LengthAsync()).Mail(words));
        Assert.Equal(
            "De ronde duurt 1 werkdag. Dat is korter dan anders. De raad vond dat goed.",
            ((await LengthAsync()) with { Days = 1, IsAgreed = true, New = [new PageForm("open", "")] }).Mail(words));

        async Task<RoundLength> LengthAsync() => await forms.OfAsync(review.Life.Id, await review.RoundAsync(), Stop);
        async Task<IReadOnlyList<string>> NewInAsync(GivenConsultation given) =>
            RoundLength.For(await forms.NewInAsync(GivenLife.Document(given), Stop)).NewIn(words);
    }

    /// <summary>Never who, never how, and how many only where nobody is known by it.</summary>
    [Theory]
    [MemberData(nameof(OnBoth.Databases), MemberType = typeof(OnBoth))]
    public async Task Everybody_may_know_which_rounds_were_held_when_and_by_how_many(Provider provider)
    {
        await using var storage = await GivenStorage.OnAsync(provider, cluster);
        var review = await GivenReview.AskedAsync(storage);
        var council = await review.InviteAsync(account: "7");
        await review.ComeInAsync(council);
        await review.DoAsync<RecordCall>((verb, scope) => verb.RecordAsync(scope, review.Life.Id, 1, GivenReview.Bas, "Cor belde."));
        Assert.Empty(await HeldAsync());
        storage.Clock.Now += TimeSpan.FromDays(1);
        for (var looker = 1; looker < HeldRound.FewestTold; looker++)
        {
            var guest = await review.InviteAsync();
            await review.ReportAsync(guest, Severity.Annoying);
            await review.ReportAsync(guest, Severity.Annoying, "Nog iets.");
        }

        var first = GivenLife.Today.AddDays(1);
        Assert.Equal([new HeldRound(review.Life.Id, first, first, Lookers: null)], await HeldAsync());
        storage.Clock.Now += TimeSpan.FromDays(3);
        await review.ApproveAsync(council);
        Assert.Equal([new HeldRound(review.Life.Id, first, first.AddDays(3), HeldRound.FewestTold)], await HeldAsync());
        Task<IReadOnlyList<HeldRound>> HeldAsync() => storage.The<ReadHeldRounds>().AllAsync(Stop);
    }

    [Theory]
    [InlineData("2026-11-23", 1, "2026-11-24")]
    [InlineData("2026-11-20", 1, "2026-11-23")]
    [InlineData("2027-03-26", 1, "2027-03-30")]
    [InlineData("2027-05-05", 1, "2027-05-07")]
    [InlineData("2027-05-14", 1, "2027-05-18")]
    [InlineData("2025-05-02", 1, "2025-05-06")]
    [InlineData("2025-04-25", 1, "2025-04-28")]
    [InlineData("2026-04-24", 1, "2026-04-28")]
    [InlineData("2026-12-24", 1, "2026-12-28")]
    [InlineData("2026-12-31", 1, "2027-01-04")]
    public void Working_days_leave_out_weekends_and_the_holidays_of_the_country(string from, int days, string last) =>
        Assert.Equal(Day(last), WorkingDays.After(Day(from), days));

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
