namespace Participatie.Web;

/// <content>What staff see.</content>
public static partial class Addresses
{
    /// <summary>Every page of staff begins like this.</summary>
    public const string Desk = "/beheer";
    public const string SignIn = Desk + "/inloggen";

    /// <summary>The second step, behind the first one's address, whose cookie goes nowhere else.</summary>
    public const string SecondStep = SignIn + "/code";

    /// <summary>Where the second step is set up.</summary>
    public const string SetUpSecondStep = SignIn + "/instellen";
    public const string OwnAccount = Desk + "/account";
    public const string AuditLog = Desk + "/logboek";
    public const string AuditLogFile = AuditLog + "/logboek.csv";
    public const string Accounts = Desk + "/accounts";

    /// <summary>Copies of samples, filled with answers that are made up.</summary>
    public const string Trials = Desk + "/proef";

    /// <summary>Responses that wait to be counted, and those that could not be.</summary>
    public const string Queue = Desk + "/wachtrij";
    public const string InviteAccount = Accounts + "/uitnodigen";
    public const string Rights = Desk + "/rechten";
    public const string ForgotPassword = Desk + "/wachtwoord-vergeten";
    public const string OwnPassword = OwnAccount + "/wachtwoord";

    /// <summary>A new app for the second step, of who is signed in.</summary>
    public const string OwnApp = OwnAccount + "/app";
    public const string OwnPasskeys = OwnAccount + "/sleutels";

    /// <summary>Sign in with a passkey, behind the address of the first step.</summary>
    public const string SignInWithPasskey = SignIn + "/sleutel";

    /// <summary>How mail and single sign-on are set, for administrators.</summary>
    public const string DeskSettings = Desk + "/instellingen";

    /// <summary>Sign in with the account of the organisation: the way there, the way back and why it did not succeed.</summary>
    public const string SingleSignOn = SignIn + "/organisatie";
    public const string SingleSignOnReturn = SingleSignOn + "/terug";
    public const string SingleSignOnRefused = SingleSignOn + "/mislukt";

    /// <summary>With what came of it when somebody who is signed in tried it.</summary>
    public const string SingleSignOnTried = "inloggen";
    public const string SignInTarget = "naar";

    /// <summary>Every page about one consultation, for staff, begins like this.</summary>
    public const string DeskConsultations = Desk + "/raadpleging/";
    public const string NewConsultation = DeskConsultations + "nieuw";

    /// <summary>How many people live in each municipality: what who takes part is held against.</summary>
    public const string Inhabitants = Desk + "/inwoners";

    /// <summary>The accessibility of the whole site, for administrators: studies, the statement.</summary>
    public const string AccessibilityDesk = Desk + Accessibility;

    /// <summary>What is open about the product, whoever found it.</summary>
    public const string ProductPoints = AccessibilityDesk + "/punten";
    public const string Criteria = AccessibilityDesk + "/criteria";
    public const string StatementDesk = AccessibilityDesk + "/verklaring";

    /// <summary>All fields of the form of the government, in its order as far as that is known.</summary>
    public const string StatementFields = StatementDesk + "/velden";
    public const string NewStudy = AccessibilityDesk + StudyPath + "nieuw";

    /// <summary>What visitors report.</summary>
    public const string DeskReports = Desk + "/meldingen";

    /// <summary>What the council advised.</summary>
    public const string DeskAdvices = Desk + Advice;

    /// <summary>What lies before the council at its next meeting, and when it meets.</summary>
    public const string Meeting = Desk + MeetingPath;
    public const string MeetingFile = Meeting + MeetingFileName;

    private const string MeetingPath = "/vergadering";

    private const string MeetingFileName = "/voor-de-vergadering.docx";

    /// <summary>Sign in, and then go to that page.</summary>
    public static string SignInFor(string path) => path == Desk ? SignIn : $"{SignIn}?{SignInTarget}={path}";

    /// <summary>Asks once more before a trial is removed.</summary>
    public static string RemoveTrial(string slug) => $"{Trials}/{slug}/weghalen";

    /// <summary>The rounds of the council about one consultation, for staff.</summary>
    public static string Rounds(string slug) => $"{DeskConsultation(slug)}/adviesraad";

    public static string Round(string slug, int number) => Numbered($"{Rounds(slug)}/", number);

    /// <summary>Where staff write down what a member says by telephone.</summary>
    public static string WriteDown(string slug, int number) => Round(slug, number) + "/opschrijven";

    public static string DeskFinding(string slug, int number) => Numbered($"{Rounds(slug)}/punt/", number);

    /// <summary>What a program saw of all pages of the questions that lie there.</summary>
    public static string MachineCheck(string slug) => $"{DeskConsultation(slug)}/automatische-controle";

    /// <summary>What visitors report about the pages of one consultation.</summary>
    public static string ConsultationReports(string slug) => $"{DeskConsultation(slug)}/meldingen";

    public static string ConsultationReport(string slug, int number) => Numbered($"{ConsultationReports(slug)}/", number);

    /// <summary>Links to share what is not open yet.</summary>
    public static string DeskPreview(string slug) => $"{DeskConsultation(slug)}/voorbeeld";

    public static string SingleSignOnFailed(int reason) => Numbered($"{SingleSignOnRefused}?reden=", reason);

    /// <summary>Where the first administrator begins.</summary>
    public static string Setup(string token) => $"{Desk}/begin/{token}";

    /// <summary>Where somebody who was invited takes the account.</summary>
    public static string Invited(string token) => $"{Desk}/uitnodiging/{token}";

    /// <summary>Where somebody who forgot the password chooses a new one.</summary>
    public static string NewPassword(string token) => $"{Desk}/nieuw-wachtwoord/{token}";

    /// <summary>Where somebody whose second step was taken away sets up a new one.</summary>
    public static string NewSecondStep(string token) => $"{Desk}/nieuwe-tweede-stap/{token}";

    /// <summary>One account, for administrators.</summary>
    public static string Account(Guid id) => $"{Accounts}/{id}";

    /// <summary>Asks once more before an account is removed.</summary>
    public static string RemoveAccount(Guid id) => $"{Account(id)}/weghalen";

    /// <summary>Where it stands and what staff can do now.</summary>
    public static string DeskConsultation(string slug) => DeskConsultations + slug;

    /// <summary>The questions as an author works on them.</summary>
    public static string WorkingCopy(string slug) => $"{DeskConsultation(slug)}/vragen";

    public static string Revisions(string slug) => $"{WorkingCopy(slug)}/versies";

    public static string RevisionFile(string slug, int revision) => Numbered($"{Revisions(slug)}/", revision) + ".json";

    /// <summary>Without the two that are compared.</summary>
    public static string ComparisonForm(string slug) => $"{WorkingCopy(slug)}/vergelijken";

    public static string Comparison(string slug, string from, string to) => $"{ComparisonForm(slug)}?van={from}&naar={to}";

    /// <summary>The form of a step in its life.</summary>
    public static string LifeStep(string slug, string name) => $"{DeskConsultation(slug)}/{name}";

    /// <summary>The questions of a consultation that were answered in words, for analysts.</summary>
    public static string OpenAnswers(string slug) => $"{DeskConsultation(slug)}/antwoorden";

    /// <summary>The answers as files, for analysts.</summary>
    public static string Files(string slug) => $"{DeskConsultation(slug)}/bestanden";

    /// <summary>What could not be counted of one consultation.</summary>
    public static string QueueOf(string slug) => $"{Queue}?zoek={slug}";

    /// <summary>How it goes: who takes part, who is missing, where people stop.</summary>
    public static string Follow(string slug) => $"{DeskConsultation(slug)}/verloop";

    /// <summary>What is done with the answers, for staff.</summary>
    public static string Decisions(string slug) => $"{DeskConsultation(slug)}/besluiten";

    public static string DecisionOnAll(string slug) => $"{Decisions(slug)}/geheel";

    public static string Decision(string slug, string id) => $"{Decisions(slug)}/vraag/{id}";

    /// <summary>The summaries that staff made, and a new one.</summary>
    public static string DeskSummaries(string slug) => $"{DeskConsultation(slug)}/samenvatting";

    public static string DeskSummary(string slug, int number) => Numbered($"{DeskSummaries(slug)}/", number);

    public static string DeskSummaryFile(string slug, int number) => DeskSummary(slug, number) + SummaryFileName;

    /// <summary>One report of a visitor, with its answer.</summary>
    public static string DeskReport(int number) => Numbered(DeskReports + "/", number);

    /// <summary>One advice, with the answer of the province.</summary>
    public static string DeskAdvice(int number) => Numbered(DeskAdvices + "/", number);

    /// <summary>A study on the desk.</summary>
    public static string DeskStudy(int number) => Numbered(AccessibilityDesk + StudyPath, number);

    /// <summary>A fault in the statement; that of the next number is a new one.</summary>
    public static string StatementFault(int number) => Numbered(StatementDesk + "/fout/", number);

    public static string StudyDetails(int number) => $"{DeskStudy(number)}/gegevens";

    public static string StudySample(int number) => $"{DeskStudy(number)}/steekproef";

    /// <summary>The report as it would be if it were published now.</summary>
    public static string StudyDraft(int number) => $"{DeskStudy(number)}/verslag";

    public static string StudyCriterion(int number, string criterion) => $"{DeskStudy(number)}/criterium/{criterion}";

    /// <summary>The same criterion on one page of the sample.</summary>
    public static string StudyCriterion(int number, string criterion, int page) =>
        Numbered(StudyCriterion(number, criterion) + "?deel=", page);

    public static string StudyRevisionFile(int number, int revision) => Numbered(DeskStudy(number) + "/versie/", revision) + ".json";

    /// <summary>What people wrote.</summary>
    public static string OpenAnswers(string slug, string id) => $"{OpenAnswers(slug)}/{id}";

    public static partial class Patterns
    {
        public const string Setup = Desk + "/begin/{token}";
        public const string Invited = Desk + "/uitnodiging/{token}";
        public const string NewPassword = Desk + "/nieuw-wachtwoord/{token}";
        public const string NewSecondStep = Desk + "/nieuwe-tweede-stap/{token}";
        public const string Account = Accounts + "/{id:guid}";
        public const string RemoveAccount = Account + "/weghalen";
        public const string OpenAnswers = DeskConsultation + "/antwoorden";
        public const string Files = DeskConsultation + "/bestanden";
        public const string Decisions = DeskConsultation + "/besluiten";
        public const string DecisionOnAll = Decisions + "/geheel";
        public const string Decision = Decisions + "/vraag/{id:slug}";
        public const string DeskSummaries = DeskConsultation + "/samenvatting";
        public const string DeskSummary = DeskSummaries + "/{number:int:min(1)}";
        public const string DeskSummaryFile = DeskSummary + SummaryFileName;
        public const string DeskAdvice = DeskAdvices + "/{number:int:min(1)}";
        public const string DeskReport = DeskReports + "/{number:int:min(1)}";
        public const string ConsultationReports = DeskConsultation + "/meldingen";
        public const string ConsultationReport = ConsultationReports + "/{number:int:min(1)}";
        public const string DeskStudy = AccessibilityDesk + StudyPath + "{number:int:min(1)}";
        public const string StatementFault = StatementDesk + "/fout/{number:int:min(1)}";
        public const string StudyDetails = DeskStudy + "/gegevens";
        public const string StudySample = DeskStudy + "/steekproef";
        public const string StudyDraft = DeskStudy + "/verslag";
        public const string StudyCriterion = DeskStudy + "/criterium/{criterion}";
        public const string StudyRevisionFile = DeskStudy + "/versie/{revision:int:min(1)}.json";
        public const string OpenAnswersOf = OpenAnswers + "/{id:slug}";
        public const string RemoveTrial = Trials + "/{slug:slug}/weghalen";
        public const string DeskPreview = DeskConsultation + "/voorbeeld";
        public const string DeskSlug = "{slug:slug}";
        public const string DeskConsultation = DeskConsultations + DeskSlug;
        public const string Rounds = DeskConsultation + "/adviesraad";
        public const string Round = Rounds + "/{number:int:min(1)}";
        public const string WriteDown = Round + "/opschrijven";
        public const string DeskFinding = Rounds + "/punt/{number:int:min(1)}";
        public const string MachineCheck = DeskConsultation + "/automatische-controle";
        public const string Follow = DeskConsultation + "/verloop";
        public const string WorkingCopy = DeskConsultation + "/vragen";
        public const string Revisions = WorkingCopy + "/versies";
        public const string RevisionFile = Revisions + "/{revision:int:min(1)}.json";
        public const string Comparison = WorkingCopy + "/vergelijken";
    }
}
