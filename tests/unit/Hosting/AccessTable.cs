using System.Net;
using Staff = Participatie.Web.Access.Staff;
using static System.Net.HttpStatusCode;
using static Participatie.Web.Addresses;

namespace Participatie.Tests.Hosting;

/// <summary>
/// Every address of the site: who may use it, what proves that a POST was meant, how often one visitor may ask, and what the answer is. An
/// address that is not in this table does not exist: adding one here is the moment to think about it.
/// </summary>
internal static class AccessTable
{
    public static readonly IReadOnlyList<Access> Rows =
    [
        new("GET", Home),
        new("GET", Themes),
        new("GET", Patterns.Theme),
        new("GET", Help),
        new("GET", Volunteers),
        new("GET", Privacy),
        new("GET", Accessibility),
        new("GET", Report),
        // Without a word.
        new("POST", Report, Proof.Origin, New: UnprocessableEntity),
        new("GET", ReportFollow),
        new("POST", ReportFollow, Proof.Token, Limit.CodeEntry, New: UnprocessableEntity),
        new("GET", Promises),
        new("GET", Settings),
        new("POST", Settings, Proof.Origin),
        new("GET", Patterns.Consultation),
        new("POST", Patterns.Consultation, Proof.Token),
        new("GET", Patterns.Charter),
        new("GET", Patterns.Invitation),
        new("POST", Patterns.Invitation, Proof.Token, Limit.CodeEntry, New: UnprocessableEntity),
        new("GET", Patterns.Organisation, Begun: SeeOther),
        new("POST", Patterns.Organisation, Proof.Token),
        new("GET", Patterns.Together, Begun: SeeOther),
        new("POST", Patterns.Together, Proof.Token),
        new("GET", Patterns.Helped, Begun: SeeOther),
        new("POST", Patterns.Helped, Proof.Token),
        new("GET", Patterns.Shared, Begun: SeeOther),
        new("POST", Patterns.Shared, Proof.Token),
        new("GET", Patterns.Question),
        new("POST", Patterns.Question, Proof.TokenOrAskAgain),
        new("GET", Patterns.QuestionStep, New: SeeOther),
        new("POST", Patterns.QuestionStep, Proof.TokenOrAskAgain),
        new("GET", Patterns.Check, New: SeeOther),
        new("POST", Patterns.Check, Proof.Token),
        new("GET", Patterns.Stop),
        new("POST", Patterns.Stop, Proof.Token),
        new("GET", Patterns.Wipe, New: SeeOther, Begun: OK),
        new("POST", Patterns.Wipe, Proof.Token),
        new("GET", Patterns.TakeBack, New: SeeOther),
        new("POST", Patterns.TakeBack, Proof.Token),
        new("GET", Patterns.Thanks, New: SeeOther),
        new("GET", Patterns.Forget, New: SeeOther),
        new("POST", Patterns.Forget, Proof.Token),
        new("GET", Patterns.Results),
        new("GET", Patterns.Offline),
        new("GET", Patterns.Paper),
        new("GET", Patterns.PaperLarge),
        // Of a consultation that nobody answered yet.
        new("GET", Patterns.ResultsOfInvited, New: NotFound),
        new("GET", Patterns.ResultsOfOrganisations),
        new("GET", Patterns.ResultsPeople, New: NotFound),
        new("GET", Patterns.ResultsByGroup, New: NotFound),
        new("GET", Patterns.OpenData),
        new("GET", Patterns.OpenDataFile, New: NotFound),
        new("GET", OpenCatalogue),
        new("GET", OpenCatalogueFile),
        // Nobody made one yet.
        new("GET", Patterns.Summary, New: NotFound),
        new("GET", Patterns.SummaryOf, New: NotFound),
        new("GET", Patterns.SummaryEasy, New: NotFound),
        new("GET", Patterns.SummaryFile, New: NotFound),
        // The same pages behind a link: what is kept there is of that link alone, so a resident's draft is none here.
        new("GET", OfPreview(Patterns.Consultation)),
        new("POST", OfPreview(Patterns.Consultation), Proof.Token),
        new("GET", OfPreview(Patterns.Charter)),
        new("GET", OfPreview(Patterns.Invitation)),
        new("POST", OfPreview(Patterns.Invitation), Proof.Token, Limit.CodeEntry, New: UnprocessableEntity),
        new("GET", OfPreview(Patterns.Organisation)),
        new("POST", OfPreview(Patterns.Organisation), Proof.Token),
        new("GET", OfPreview(Patterns.Together)),
        new("POST", OfPreview(Patterns.Together), Proof.Token),
        new("GET", OfPreview(Patterns.Helped)),
        new("POST", OfPreview(Patterns.Helped), Proof.Token),
        new("GET", OfPreview(Patterns.Shared)),
        new("POST", OfPreview(Patterns.Shared), Proof.Token),
        new("GET", OfPreview(Patterns.Question)),
        new("POST", OfPreview(Patterns.Question), Proof.TokenOrAskAgain),
        new("GET", OfPreview(Patterns.QuestionStep), New: SeeOther),
        new("POST", OfPreview(Patterns.QuestionStep), Proof.TokenOrAskAgain),
        new("GET", OfPreview(Patterns.Check), New: SeeOther),
        new("POST", OfPreview(Patterns.Check), Proof.Token),
        new("GET", OfPreview(Patterns.Stop)),
        new("POST", OfPreview(Patterns.Stop), Proof.Token),
        new("GET", OfPreview(Patterns.Wipe), New: SeeOther),
        new("POST", OfPreview(Patterns.Wipe), Proof.Token),
        new("GET", OfPreview(Patterns.TakeBack), New: SeeOther),
        new("POST", OfPreview(Patterns.TakeBack), Proof.Token),
        new("GET", OfPreview(Patterns.Thanks)),
        new("GET", OfPreview(Patterns.Forget), New: SeeOther),
        new("POST", OfPreview(Patterns.Forget), Proof.Token),
        new("GET", OfPreview(Patterns.Offline)),
        new("GET", OfPreview(Patterns.Paper)),
        new("GET", OfPreview(Patterns.PaperLarge)),
        new("GET", Patterns.PreviewSettings),
        new("POST", Patterns.PreviewSettings, Proof.Origin),
        new("GET", Patterns.PreviewPages),
        new("GET", Resume),
        new("POST", Resume, Proof.Token, Limit.CodeEntry, New: UnprocessableEntity),
        new("GET", MyAnswer),
        new("POST", MyAnswer, Proof.Token, Limit.CodeEntry, New: UnprocessableEntity),
        new("GET", Schema),
        new("GET", Patterns.Recording, New: NotFound),
        new("GET", SecurityText, Limit: Limit.None),
        new("GET", Desk, Who: Access.SignedIn),
        new("GET", Patterns.Decisions, Who: Staff.OnConsultation),
        new("GET", Patterns.DecisionOnAll, Who: Staff.Author),
        new("POST", Patterns.DecisionOnAll, Proof.Token, Who: Staff.Author, New: UnprocessableEntity),
        // Of what is no question.
        new("GET", Patterns.Decision, Who: Staff.Author, New: NotFound),
        new("POST", Patterns.Decision, Proof.Token, Who: Staff.Author, New: NotFound),
        new("GET", Patterns.Files, Who: Staff.OnConsultation),
        // Without a purpose.
        new("POST", Patterns.Files, Proof.Token, Who: Staff.OnConsultation, New: UnprocessableEntity),
        new("GET", Patterns.Follow, Who: Staff.OnConsultation),
        new("POST", Patterns.Follow, Proof.Token, Who: Staff.OnConsultation),
        new("GET", Inhabitants, Who: Staff.NewConsultations),
        new("POST", Inhabitants, Proof.Token, Who: Staff.NewConsultations, New: UnprocessableEntity),
        new("GET", Patterns.DeskSummaries, Who: Staff.OnConsultation),
        // Of a consultation that nobody answered yet.
        new("POST", Patterns.DeskSummaries, Proof.Token, Who: Staff.OnConsultation, New: UnprocessableEntity),
        new("GET", Patterns.DeskSummary, Who: Staff.OnConsultation, New: NotFound),
        new("POST", Patterns.DeskSummary, Proof.Token, Who: Staff.Author, New: NotFound),
        new("GET", Patterns.DeskSummaryFile, Who: Staff.OnConsultation, New: NotFound),
        new("GET", Patterns.OpenAnswers, Who: Staff.Analyst),
        // Of a question that the sample has.
        new("GET", Patterns.OpenAnswersOf, Who: Staff.Analyst, New: NotFound),
        new("POST", Patterns.OpenAnswersOf, Proof.Token, Who: Staff.Analyst, New: NotFound),
        new("GET", Patterns.DeskPreview, Who: Staff.OnConsultation),
        new("POST", Patterns.DeskPreview, Proof.Token, Who: Staff.OnConsultation, New: UnprocessableEntity),
        // Of a link that nobody made.
        new("GET", Patterns.Setup, New: Gone),
        new("POST", Patterns.Setup, Proof.Token, Limit.CodeEntry, New: Gone),
        new("GET", SignIn, StaffGet: SeeOther),
        new("POST", SignIn, Proof.Token, Limit.CodeEntry, New: UnprocessableEntity),
        // Without single sign-on in the settings.
        new("GET", SingleSignOn, Limit: Limit.CodeEntry, New: NotFound),
        new("GET", SingleSignOnReturn, Limit: Limit.CodeEntry, New: NotFound),
        new("GET", SingleSignOnRefused, New: NotFound),
        new("GET", SecondStep, New: SeeOther),
        new("POST", SecondStep, Proof.Token, Limit.CodeEntry),
        new("GET", SetUpSecondStep, New: SeeOther),
        new("POST", SetUpSecondStep, Proof.Token, Limit.CodeEntry),
        new("GET", OwnAccount, Who: Access.SignedIn),
        new("POST", OwnAccount, Proof.Token, Limit.CodeEntry, Access.SignedIn, New: UnprocessableEntity),
        new("GET", Patterns.Invited, New: Gone),
        new("POST", Patterns.Invited, Proof.Token, Limit.CodeEntry, New: Gone),
        new("GET", Patterns.NewSecondStep, New: Gone),
        new("POST", Patterns.NewSecondStep, Proof.Token, Limit.CodeEntry, New: Gone),
        // Without mail an administrator makes the link.
        new("GET", ForgotPassword),
        new("POST", ForgotPassword, Proof.Token, Limit.CodeEntry),
        new("GET", Patterns.NewPassword, New: Gone),
        new("POST", Patterns.NewPassword, Proof.Token, Limit.CodeEntry, New: Gone),
        new("GET", SignInWithPasskey),
        new("POST", SignInWithPasskey, Proof.Token, Limit.CodeEntry, New: UnprocessableEntity),
        new("GET", OwnPasskeys, Who: Access.SignedIn),
        new("POST", OwnPasskeys, Proof.Token, Limit.CodeEntry, Access.SignedIn, New: UnprocessableEntity),
        new("GET", OwnPassword, Who: Access.SignedIn),
        new("POST", OwnPassword, Proof.Token, Limit.CodeEntry, Access.SignedIn, New: UnprocessableEntity),
        new("GET", OwnApp, Who: Access.SignedIn),
        // Without the key that the page seals.
        new("POST", OwnApp, Proof.Token, Limit.CodeEntry, Access.SignedIn),
        new("GET", Rights, Who: Staff.Administrator),
        new("POST", Rights, Proof.Token, Who: Staff.Administrator, New: BadRequest),
        new("GET", Accounts, Who: Staff.Administrator),
        new("GET", InviteAccount, Who: Staff.Administrator),
        new("POST", InviteAccount, Proof.Token, Who: Staff.Administrator, New: UnprocessableEntity),
        new("GET", Patterns.Account, Who: Staff.Administrator),
        new("POST", Patterns.Account, Proof.Token, Who: Staff.Administrator, New: UnprocessableEntity),
        new("GET", Patterns.RemoveAccount, Who: Staff.Administrator),
        // The only one there is.
        new("POST", Patterns.RemoveAccount, Proof.Token, Who: Staff.Administrator, New: Conflict),
        new("GET", DeskSettings, Who: Staff.Administrator),
        new("POST", DeskSettings, Proof.Token, Limit.CodeEntry, Staff.Administrator),
        new("GET", Queue, Who: Staff.Administrator),
        new("POST", Queue, Proof.Token, Who: Staff.Administrator, New: UnprocessableEntity),
        new("GET", AccessibilityDesk, Who: Staff.Administrator),
        new("GET", ProductPoints, Who: Staff.Administrator),
        new("GET", Criteria, Who: Staff.Administrator),
        new("GET", StatementDesk, Who: Staff.Administrator),
        // Without the revision that was seen.
        new("POST", StatementDesk, Proof.Token, Who: Staff.Administrator, New: UnprocessableEntity),
        new("GET", StatementFields, Who: Staff.Administrator),
        new("GET", Patterns.StatementFault, Who: Staff.Administrator),
        new("POST", Patterns.StatementFault, Proof.Token, Who: Staff.Administrator, New: UnprocessableEntity),
        new("GET", NewStudy, Who: Staff.Administrator),
        new("POST", NewStudy, Proof.Token, Who: Staff.Administrator, New: UnprocessableEntity),
        // Of a study that nobody made.
        new("GET", Patterns.DeskStudy, Who: Staff.Administrator, New: NotFound),
        new("POST", Patterns.DeskStudy, Proof.Token, Who: Staff.Administrator, New: NotFound),
        new("GET", Patterns.StudyDetails, Who: Staff.Administrator, New: NotFound),
        new("POST", Patterns.StudyDetails, Proof.Token, Who: Staff.Administrator, New: NotFound),
        new("GET", Patterns.StudySample, Who: Staff.Administrator, New: NotFound),
        new("POST", Patterns.StudySample, Proof.Token, Who: Staff.Administrator, New: NotFound),
        new("GET", Patterns.StudyCriterion, Who: Staff.Administrator, New: NotFound),
        new("POST", Patterns.StudyCriterion, Proof.Token, Who: Staff.Administrator, New: NotFound),
        new("GET", Patterns.StudyDraft, Who: Staff.Administrator, New: NotFound),
        new("GET", Patterns.StudyRevisionFile, Who: Staff.Administrator, New: NotFound),
        new("GET", Patterns.Study, New: NotFound),
        new("GET", Patterns.StudyFile, New: NotFound),
        new("GET", Advice),
        new("GET", Meeting, Who: Staff.Administrator),
        new("POST", Meeting, Proof.Token, Who: Staff.Administrator, New: UnprocessableEntity),
        new("GET", MeetingFile, Who: Staff.Administrator),
        new("GET", DeskAdvices, Who: Staff.Administrator),
        new("POST", DeskAdvices, Proof.Token, Who: Staff.Administrator, New: UnprocessableEntity),
        // That nobody gave.
        new("GET", Patterns.DeskAdvice, Who: Staff.Administrator, New: NotFound),
        new("POST", Patterns.DeskAdvice, Proof.Token, Who: Staff.Administrator, New: NotFound),
        new("GET", DeskReports, Who: Staff.Administrator),
        // Of what nobody reported.
        new("GET", Patterns.DeskReport, Who: Staff.Administrator, New: NotFound),
        new("POST", Patterns.DeskReport, Proof.Token, Who: Staff.Administrator, New: NotFound),
        new("GET", Patterns.ConsultationReports, Who: Staff.Author),
        // Which nobody wrote.
        new("GET", Patterns.ConsultationReport, Who: Staff.Author, New: NotFound),
        new("POST", Patterns.ConsultationReport, Proof.Token, Who: Staff.Author, New: NotFound),
        new("GET", Trials, Who: Staff.Administrator),
        new("POST", Trials, Proof.Token, Who: Staff.Administrator, New: UnprocessableEntity),
        // Of a consultation that is no trial.
        new("GET", Patterns.RemoveTrial, Who: Staff.Administrator, New: NotFound),
        new("POST", Patterns.RemoveTrial, Proof.Token, Who: Staff.Administrator, New: NotFound),
        new("GET", AuditLog, Who: Staff.Administrator),
        new("GET", AuditLogFile, Who: Staff.Administrator),
        new("GET", NewConsultation, Who: Staff.NewConsultations),
        new("POST", NewConsultation, Proof.Token, Who: Staff.NewConsultations, New: UnprocessableEntity),
        new("GET", Patterns.DeskConsultation, Who: Staff.OnConsultation),
        new("GET", Patterns.WorkingCopy, Who: Staff.Author),
        new("POST", Patterns.WorkingCopy, Proof.Token, Who: Staff.Author, New: UnprocessableEntity),
        new("GET", Patterns.Revisions, Who: Staff.OnConsultation),
        new("GET", Patterns.RevisionFile, Who: Staff.OnConsultation),
        // Of two that are not named.
        new("GET", Patterns.Comparison, Who: Staff.OnConsultation, New: UnprocessableEntity),
        new("GET", CouncilStart),
        // Where no mail is sent.
        new("POST", CouncilStart, Proof.Token, Limit.CodeEntry),
        new("GET", CouncilSignIn),
        new("POST", CouncilSignIn, Proof.Token, Limit.CodeEntry, New: UnprocessableEntity),
        // The link of a preview is none of a member.
        new("GET", Patterns.Member, New: Gone),
        new("POST", Patterns.Member, Proof.Token, New: Gone),
        new("GET", Patterns.MemberRound, New: Gone),
        new("POST", Patterns.MemberRound, Proof.Token, New: Gone),
        new("GET", Patterns.MemberReport, New: Gone),
        new("POST", Patterns.MemberReport, Proof.Token, New: Gone),
        new("GET", Patterns.MemberGoesWell, New: Gone),
        new("POST", Patterns.MemberGoesWell, Proof.Token, New: Gone),
        new("GET", Patterns.MemberMeeting, New: Gone),
        new("GET", Patterns.MemberMeetingFile, New: Gone),
        new("GET", Patterns.MemberAdvice, New: Gone),
        new("POST", Patterns.MemberAdvice, Proof.Token, New: Gone),
        new("GET", Patterns.MemberKey, New: Gone),
        new("POST", Patterns.MemberKey, Proof.Token, Limit.CodeEntry, New: Gone),
        new("GET", Patterns.MemberFinding, New: Gone),
        new("POST", Patterns.MemberFinding, Proof.Token, New: Gone),
        new("GET", Patterns.Rounds, Who: Staff.OnConsultation),
        new("POST", Patterns.Rounds, Proof.Token, Who: Staff.Author, New: UnprocessableEntity),
        // Nobody asked for one.
        new("GET", Patterns.Round, Who: Staff.OnConsultation, New: NotFound),
        new("POST", Patterns.Round, Proof.Token, Who: Staff.Author, New: NotFound),
        new("GET", Patterns.WriteDown, Who: Staff.Author, New: NotFound),
        new("POST", Patterns.WriteDown, Proof.Token, Who: Staff.Author, New: NotFound),
        new("GET", Patterns.DeskFinding, Who: Staff.OnConsultation, New: NotFound),
        new("POST", Patterns.DeskFinding, Proof.Token, Who: Staff.Author, New: NotFound),
        new("GET", Patterns.MachineCheck, Who: Staff.OnConsultation),
        // Without a file.
        new("POST", Patterns.MachineCheck, Proof.Token, Who: Staff.Author, New: UnprocessableEntity),
        // Of a consultation that is open.
        .. Step("nakijken", Conflict),
        .. Step("tekenen", Conflict, Staff.Administrator),
        .. Step("terugsturen", Conflict),
        .. Step("plannen", Conflict),
        .. Step("openen", Conflict),
        .. Step("plan-weghalen", Conflict),
        .. Step("verbeteren", OK),
        .. Step("verlengen", OK),
        .. Step("sluiten", OK),
        .. Step("verslag", Conflict),
        .. Step("besluit", Conflict),
        .. Step("archiveren", Conflict),
        .. Step("terugzetten", Conflict),
        .. Step("intrekken", OK),
        // The health checks of the framework answer every method and look at nothing that was sent.
        new("*", Live, Proof.Token, Limit.None),
        new("*", Ready, Proof.Token, Limit.None),
        new("*", HealthStatus, Proof.Token, Limit.None),
    ];

    private static string OfPreview(string pattern) => Patterns.Preview + Patterns.Behind(pattern);
    /// <summary>The page of a step, and its form without anything filled in.</summary>
    private static Access[] Step(string name, HttpStatusCode get, string who = Staff.Author) =>
    [
        new("GET", LifeStep(Patterns.DeskSlug, name), Who: who, New: get),
        new("POST", LifeStep(Patterns.DeskSlug, name), Proof.Token, Who: who, New: UnprocessableEntity),
    ];
}

/// <param name="Method">GET, POST, or * for any.</param>
/// <param name="Pattern">The route.</param>
/// <param name="Proof">What a request that changes something must bring.</param>
/// <param name="Limit">How often one address may ask.</param>
/// <param name="Who">Everyone, or the policy that staff or council must meet.</param>
/// <param name="New">The answer to who may use it and has no draft: of a GET 200, of a POST 303, unless the table says otherwise.</param>
/// <param name="Begun">The same for a resident who answered the first question.</param>
/// <param name="StaffGet">The same for who is signed in.</param>
internal sealed record Access(
    string Method,
    string Pattern,
    Proof Proof = Proof.None,
    Limit Limit = Limit.Pages,
    string Who = Access.Everyone,
    HttpStatusCode? New = null,
    HttpStatusCode? Begun = null,
    HttpStatusCode? StaffGet = null)
{
    public const string Everyone = "everyone";

    /// <summary>Whoever signed in.</summary>
    public const string SignedIn = "signed in";

    public HttpStatusCode AnswerTo(Role role) => Who switch
    {
        Everyone when role >= Role.Council && StaffGet is { } staff => staff,
        Everyone => role == Role.Resident ? Begun ?? New ?? Usual : New ?? Usual,
        _ when role is Role.Nobody or Role.Resident => Unauthorized,
        SignedIn => New ?? Usual,
        _ => Meets(role) ? New ?? Usual : Forbidden,
    };

    /// <summary>What the endpoint itself says.</summary>
    public Access Declared => this with { New = null, Begun = null, StaffGet = null };

    private bool Meets(Role role) => Who switch
    {
        Staff.Administrator => role is Role.Administrator,
        Staff.CouncilMember => role is Role.Council,
        Staff.NewConsultations => role is Role.Administrator or Role.Beginner,
        Staff.Author => role is Role.Administrator or Role.Author,
        Staff.Analyst => role is Role.Analyst,
        Staff.OnConsultation => role is Role.Administrator or Role.Author or Role.Analyst,
        _ => throw new InvalidOperationException($"No such policy: {Who}"),
    };

    private HttpStatusCode Usual => Method == "POST" ? SeeOther : OK;
}

internal enum Role
{
    /// <summary>Not signed in, and never here before.</summary>
    Nobody,

    /// <summary>Not signed in, with a draft.</summary>
    Resident,

    Council,

    /// <summary>Of the consultation in the address.</summary>
    Analyst,

    /// <summary>The same.</summary>
    Author,

    /// <summary>Author and analyst of another consultation.</summary>
    Elsewhere,

    /// <summary>May begin new consultations.</summary>
    Beginner,

    /// <summary>Without any other role.</summary>
    Administrator,
}

internal enum Proof
{
    None,
    Origin,
    Token,
    TokenOrAskAgain,
}

internal enum Limit
{
    None,
    Pages,
    CodeEntry,
}
