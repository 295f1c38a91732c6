using AngleSharp.Html.Dom;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Members;
using Participatie.Surveys.Review.Rounds;
using Participatie.Surveys.Storage;
using Participatie.Tests.Pages.Desk;
using Participatie.Web;
using Participatie.Web.Hosting;
using Participatie.Web.Pages.Review.Members;

namespace Participatie.Tests.Pages;

/// <summary>A consultation that lies with the council on a running site, with members who have a link, as staff would have made them.</summary>
internal sealed record GivenRound(Site Site, int Id, string Slug)
{
    private const string Who = "Anna <anna@voorbeeld.nl>";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<GivenRound> AskedAsync(Site site, string slug)
    {
        var id = await site.The<GroupedWriter>().WriteAsync(
            async scope =>
            {
                var begun = await site.The<BeginConsultation>().BeginAsync(scope, site.Document(slug: slug), Who);
                await site.The<AskForReview>().AskAsync(scope, new StepRequest { ConsultationId = begun, Who = Who });
                await site.The<AskRound>().AskAsync(scope, Request(begun, 1));
                return begun;
            },
            Stop);
        await site.The<Catalogue>().RefreshAsync(Stop);
        return new GivenRound(site, id, slug);
    }

    /// <summary>Somebody with a link, on a device of their own; not come in yet.</summary>
    public async Task<GivenMember> InviteAsync(string name, Guid? account = null, int round = 1)
    {
        var (member, token) = await Site.The<GroupedWriter>().WriteAsync(
            scope => Site.The<InviteMember>().InviteAsync(
                scope, Id, round, new Invitee(name, $"{name.ToLowerInvariant()}@raad.example", account?.ToString()), Who),
            Stop);
        return new GivenMember(Site.NewResident(), Addresses.Member(token), member.Number);
    }

    /// <summary>By that member, and answered by staff: somebody is asked to look again.</summary>
    public async Task<int> AnsweredAsync(GivenMember member, string text = "Ik hoor niets.")
    {
        var number = await ReportAsync(member, text);
        await AnswerAsync(number);
        return number;
    }

    public Task<int> ReportAsync(GivenMember member, string text, string page = "", Severity severity = Severity.Annoying) =>
        Site.The<GroupedWriter>().WriteAsync(
            scope => Site.The<ReportFinding>().ByLinkAsync(
                scope, member.Token, new NewFinding(page, text, severity, FindingSubject.Questions)),
            Stop);

    /// <summary>Staff write down what that member says.</summary>
    public Task<int> ByPhoneAsync(GivenMember member, string text) => Site.The<GroupedWriter>().WriteAsync(
        scope => Site.The<ReportFinding>().ForMemberAsync(
            scope, Id, 1, member.Number, new NewFinding("", text, Severity.Annoying, FindingSubject.Questions), Who),
        Stop);

    public Task JoinAsync(int finding, int with) => Site.The<GroupedWriter>().WriteAsync(
        async scope =>
        {
            await Site.The<JoinFindings>().JoinAsync(scope, new FindingRequest(Id, finding, finding, Who), with);
            return with;
        },
        Stop);

    /// <summary>The province changes the questions, and asks for a round of that version.</summary>
    public async Task AskAgainAsync(Func<Consultation, Consultation> change)
    {
        await ChangeAsync(change);
        await Site.The<GroupedWriter>().WriteAsync(
            async scope =>
            {
                await Site.The<AskForReview>().AskAsync(scope, new StepRequest { ConsultationId = Id, Who = Who });
                return await Site.The<AskRound>().AskAsync(scope, Request(Id, 2));
            },
            Stop);
        await Site.The<Catalogue>().RefreshAsync(Stop);
    }

    /// <summary>The province takes the questions back and changes them.</summary>
    public async Task ChangeAsync(Func<Consultation, Consultation> change)
    {
        await Site.The<GroupedWriter>().WriteAsync(
            async scope =>
            {
                await Site.The<SendBack>().SendBackAsync(scope, new StepRequest { ConsultationId = Id, Who = Who, Reason = "Anders." });
                return await Site.The<WorkingCopies>().SaveAsync(scope, Id, 1, Site.Document(change, Slug), Who);
            },
            Stop);
        await Site.The<Catalogue>().RefreshAsync(Stop);
    }

    public Task AnswerAsync(int finding, FindingAnswer? answer = null) => Site.The<GroupedWriter>().WriteAsync(
        async scope =>
        {
            await Site.The<AnswerFinding>().AnswerAsync(
                scope,
                new FindingRequest(Id, finding, (await NowAsync()).Finding(finding)!.LastNumber, Who),
                answer ?? new FindingAnswer(AnswerKind.Not, "Dat kan niet.", "Dat gaat niet."));
            return finding;
        },
        Stop);

    /// <summary>The member's link opens nothing from now on.</summary>
    public Task EndLinkAsync(GivenMember member) => Site.The<GroupedWriter>().WriteAsync(
        scope => Site.The<RenewLink>().RenewAsync(scope, Id, 1, member.Number, isEnded: true), Stop);

    public Task<ConsultationReview> NowAsync() => Site.The<ReadReviews>().OfAsync(Id, Stop);

    public async Task<FindingState> StateAsync(int finding) => (await NowAsync()).Finding(finding)!.State;

    private static RoundRequest Request(int consultation, int revision) => new()
    {
        ConsultationId = consultation,
        Who = Who,
        Revision = revision,
        LookAt = "De eerste vraag.",
        Days = ReviewRound.UsualDays,
    };
}

/// <summary>A member of a round with a browser.</summary>
/// <param name="Browser">Without JavaScript.</param>
/// <param name="Link">The path of the personal link.</param>
/// <param name="Number">Within the round.</param>
internal sealed record GivenMember(Resident Browser, string Link, int Number)
{
    public string Token => Link.Split('/')[^1];

    public string Finding(int number) => $"{Link}/punt/{number}";

    public async Task ComeInAsync()
    {
        await Browser.OpenAsync(Link);
        await Browser.PressAsync("Kom binnen");
        Assert.Equal(Link + "/ronde", Browser.Address);
    }

    /// <summary>Sends a form that the page on the screen does not have, or not any more.</summary>
    public async Task SendAsync(string address, params (string Name, string Value)[] fields)
    {
        await Browser.OpenAsync(Link);
        await SendFromHereAsync(address, fields);
    }

    /// <summary>The same with the proof of the page on the screen: nothing is asked for in between.</summary>
    public Task SendFromHereAsync(string address, params (string Name, string Value)[] fields) => SendFromAsync(Browser.Page, address, fields);

    /// <summary>The same from a page that was on the screen before.</summary>
    public Task SendFromAsync(IHtmlDocument page, string address, params (string Name, string Value)[] fields)
    {
        var proof = page.QuerySelector($"input[name={AntiforgeryByScheme.FieldName}]")!.GetAttribute("value")!;
        return Browser.PostAsync(
            address,
            [KeyValuePair.Create(AntiforgeryByScheme.FieldName, proof), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]);
    }

    /// <summary>The buttons of a finding, pressed on a page that was made when it stood at that number.</summary>
    public Task LookAgainAsync(int finding, string way, string words, int seen) => SendAsync(
        Finding(finding), (MemberEndpoints.Way, way), (MemberEndpoints.Words, words), (MemberEndpoints.Seen, $"{seen}"));
}
