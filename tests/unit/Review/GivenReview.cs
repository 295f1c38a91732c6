using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Review.Approvals;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Members;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;
using Participatie.Tests.Definition.Life;
using Participatie.Tests.Storage;

namespace Participatie.Tests.Review;

/// <summary>A consultation that lies with the council, and people who look at it.</summary>
internal sealed class GivenReview(GivenStorage storage, GivenLife life)
{
    public const string Bas = "Bas <bas@provincie.example>";

    public GivenLife Life => life;

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Asked for review, with a round of the first revision.</summary>
    public static async Task<GivenReview> AskedAsync(GivenStorage storage, int days = ReviewRound.UsualDays, string consent = "")
    {
        var life = await GivenLife.BegunAsync(storage);
        await life.AskAsync();
        var review = new GivenReview(storage, life);
        await review.AskRoundAsync(1, days, consent);
        return review;
    }

    public Task<ConsultationReview> NowAsync() => storage.The<ReadReviews>().OfAsync(life.Id, Stop);

    public async Task<ReviewRound> RoundAsync() => (await NowAsync()).Rounds[^1];

    public Task<int> AskRoundAsync(int revision, int days = ReviewRound.UsualDays, string consent = "", string lookAt = "De eerste vraag.") =>
        TakeAsync<AskRound, int>((verb, scope) => verb.AskAsync(scope, new RoundRequest
        {
            ConsultationId = life.Id,
            Who = Bas,
            Revision = revision,
            LookAt = lookAt,
            Days = days,
            Consent = consent,
        }));

    public async Task<string> InviteAsync(string? account = null, string name = "Cor", int round = 1) =>
        (await TakeAsync<InviteMember, (ReviewMember Member, string Token)>((verb, scope) =>
            verb.InviteAsync(scope, life.Id, round, new Invitee(name, "cor@raad.example", account), Bas))).Token;

    public Task<CameIn> ComeInAsync(string token, params WayOfReading[] ways) =>
        TakeAsync<ComeIn, CameIn>((verb, scope) => verb.ComeAsync(scope, token, ways));

    public Task<int> ReportAsync(
        string token, Severity severity = Severity.CannotGoOn, string text = "Ik hoor de knop niet.", string page = "eerst") =>
        TakeAsync<ReportFinding, int>((verb, scope) =>
            verb.ByLinkAsync(scope, token, new NewFinding(page, text, severity, FindingSubject.Questions)));

    public async Task AnswerAsync(int finding, FindingAnswer answer, int? seen = null)
    {
        var known = seen ?? (await NowAsync()).Finding(finding)!.LastNumber;
        await TakeAsync<AnswerFinding, int>(async (verb, scope) =>
        {
            await verb.AnswerAsync(scope, new FindingRequest(life.Id, finding, known, Bas), answer);
            return 0;
        });
    }

    public static FindingAnswer Not(string text = "Dat kan niet.") => new(AnswerKind.Not, text, "Dat gaat niet.");

    public async Task LookAgainAsync(string token, int finding, bool isSolved, string text = "", int? seen = null)
    {
        var known = seen ?? (await NowAsync()).Finding(finding)!.LastNumber;
        await TakeAsync<LookAgain, int>(async (verb, scope) =>
        {
            await verb.LookAsync(scope, token, finding, known, isSolved, text);
            return 0;
        });
    }

    public Task ApproveAsync(string token, bool hasRole = true) => TakeAsync<ApproveRound, int>(async (verb, scope) =>
    {
        await verb.ApproveAsync(scope, token, (_, _) => ValueTask.FromResult(hasRole));
        return 0;
    });

    public Task DoAsync<TVerb>(Func<TVerb, WriteScope, ValueTask> step)
        where TVerb : notnull => TakeAsync<TVerb, int>(async (verb, scope) =>
        {
            await step(verb, scope);
            return 0;
        });

    public Task ApproveUnseenAsync() => life.TakeAsync<ApproveConsultation>((verb, scope) => verb.ApproveAsync(scope, life.Request()));

    public async Task RefusesAsync(ReviewRefusal refusal, Func<Task> step)
    {
        var before = (await NowAsync()).LastNumber;
        Assert.Equal(refusal, (await Assert.ThrowsAsync<ReviewException>(step)).Refusal);
        Assert.Equal(before, (await NowAsync()).LastNumber);
    }

    private async Task<T> TakeAsync<TVerb, T>(Func<TVerb, WriteScope, ValueTask<T>> step)
        where TVerb : notnull
    {
        try
        {
            return await storage.The<GroupedWriter>().WriteAsync(scope => step(storage.The<TVerb>(), scope), Stop);
        }
        finally
        {
            await storage.The<Surveys.Definition.Catalogue>().RefreshAsync(Stop);
        }
    }
}
