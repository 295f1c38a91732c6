using Participatie.Surveys.Codes;

namespace Participatie.Web;

/// <summary>Every address of the site. They are printed in letters and kept in bookmarks: they never change.</summary>
public static class Addresses
{
    public const string Home = "/";
    public const string Themes = "/themas";
    public const string Resume = "/verder";
    public const string MyAnswer = "/mijn-antwoord";
    public const string Settings = "/instellingen";
    public const string Accessibility = "/toegankelijkheid";
    public const string Privacy = "/privacy";
    public const string Help = "/hulp";
    public const string Volunteers = "/hulp/vrijwilligers";
    public const string Report = "/melding";

    /// <summary>What was promised in all consultations and how that stands.</summary>
    public const string Promises = "/afspraken";

    /// <summary>All figures for everybody: for people, and for portals that harvest them.</summary>
    public const string OpenCatalogue = "/gegevens";
    public const string OpenCatalogueFile = OpenCatalogue + "/catalogus.jsonld";

    /// <summary>Every page of a consultation begins like this.</summary>
    public const string Consultations = "/raadpleging/";

    /// <summary>The same pages for who looks at what is not open yet, or not yet changed. What stands behind it is a secret.</summary>
    public const string Preview = "/voorbeeld/";

    /// <summary>Every page of a member of the council begins like this. What stands behind it is a secret.</summary>
    public const string Council = "/adviesraad/";

    /// <summary>Behind the address of a summary.</summary>
    private const string SummaryFileName = "/samenvatting.docx";

    public const string Schema = "/schema/raadpleging.json";
    /// <summary>Every page for the platform begins like this.</summary>
    public const string Health = "/health";
    public const string Live = Health + "/live";
    public const string Ready = Health + "/ready";
    public const string HealthStatus = Health + "/status";
    public const string SecurityText = "/.well-known/security.txt";

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
    public const string Criteria = AccessibilityDesk + "/criteria";
    public const string StatementDesk = AccessibilityDesk + "/verklaring";

    /// <summary>All fields of the form of the government, in its order.</summary>
    public const string StatementFields = StatementDesk + "/velden";
    public const string NewStudy = AccessibilityDesk + StudyPath + "nieuw";

    /// <summary>A study, for everybody once it is published and for administrators before that.</summary>
    private const string StudyPath = "/onderzoek/";

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

    /// <summary>What a member of the council sees. Whoever has the address comes in: it is a secret.</summary>
    public static string Member(string token) => Council + token;

    public static string MemberRound(string token) => $"{Member(token)}/ronde";

    /// <summary>Where a member writes down what hinders.</summary>
    public static string MemberReport(string token) => $"{Member(token)}/melden";

    public static string MemberReportFrom(string token, string page) =>
        $"{MemberReport(token)}?pagina={Uri.EscapeDataString(page)}";

    public static string MemberGoesWell(string token) => $"{Member(token)}/goed";

    public static string MemberFinding(string token, int number) => Numbered($"{Member(token)}/punt/", number);

    /// <summary>Links to share what is not open yet.</summary>
    public static string DeskPreview(string slug) => $"{DeskConsultations}{slug}/voorbeeld";

    public static string SingleSignOnFailed(int reason) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{SingleSignOnRefused}?reden={reason}");

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

    public static string RevisionFile(string slug, int revision) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Revisions(slug)}/{revision}.json");

    /// <summary>Without the two that are compared.</summary>
    public static string ComparisonForm(string slug) => $"{WorkingCopy(slug)}/vergelijken";

    public static string Comparison(string slug, string from, string to) => $"{ComparisonForm(slug)}?van={from}&naar={to}";

    /// <summary>The form of a step in its life.</summary>
    public static string LifeStep(string slug, string name) => $"{DeskConsultation(slug)}/{name}";

    /// <summary>The questions of a consultation that were answered in words, for analysts.</summary>
    public static string OpenAnswers(string slug) => $"{Desk}/raadpleging/{slug}/antwoorden";

    /// <summary>The answers as files, for analysts.</summary>
    public static string Files(string slug) => $"{Desk}/raadpleging/{slug}/bestanden";

    /// <summary>What could not be counted of one consultation.</summary>
    public static string QueueOf(string slug) => $"{Queue}?zoek={slug}";

    /// <summary>How it goes: who takes part, who is missing, where people stop.</summary>
    public static string Follow(string slug) => $"{DeskConsultation(slug)}/verloop";

    /// <summary>What is done with the answers, for staff.</summary>
    public static string Decisions(string slug) => $"{Desk}/raadpleging/{slug}/besluiten";

    public static string DecisionOnAll(string slug) => $"{Decisions(slug)}/geheel";

    public static string Decision(string slug, string id) => $"{Decisions(slug)}/vraag/{id}";

    /// <summary>The summaries that staff made, and a new one.</summary>
    public static string DeskSummaries(string slug) => $"{DeskConsultation(slug)}/samenvatting";

    public static string DeskSummary(string slug, int number) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{DeskSummaries(slug)}/{number}");

    public static string DeskSummaryFile(string slug, int number) => DeskSummary(slug, number) + SummaryFileName;

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
    public static string StudyCriterion(int number, string criterion, int page) => Numbered(StudyCriterion(number, criterion) + "?deel=", page);

    public static string StudyRevisionFile(int number, int revision) => Numbered(DeskStudy(number) + "/versie/", revision) + ".json";

    /// <summary>The report of a study, for everybody.</summary>
    public static string Study(int number) => Numbered(Accessibility + StudyPath, number);

    public static string StudyFile(int number) => Study(number) + "/wcag-em.json";

    /// <summary>What people wrote.</summary>
    public static string OpenAnswers(string slug, string id) => $"{OpenAnswers(slug)}/{id}";

    /// <summary>The same page in that language, from then on: the answer remembers it and leads to the page itself.</summary>
    public static string InLanguage(string address, string language) => $"{address}?taal={language}";

    public static string Theme(string slug) => $"{Themes}/{slug}";

    /// <summary>Of a preview its token stands where the name of a consultation stands otherwise, here and in every address below.</summary>
    public static string Consultation(string slug) => (PreviewToken.Fits(slug) ? Preview : Consultations) + slug;

    /// <summary>The reading settings: a preview has its own, because no other page learns its address to lead back to.</summary>
    public static string SettingsFrom(string slug) => PreviewToken.Fits(slug) ? Consultation(slug) + Settings : Settings;

    public static string Question(string slug, string id) => $"{Consultation(slug)}/vraag/{id}";

    /// <summary>One step of a question that has several: the places of a ranking, the statements. Steps count from 1.</summary>
    public static string Question(string slug, string id, int step) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Question(slug, id)}/{step}");

    /// <summary>The whole charter.</summary>
    public static string Charter(string slug) => $"{Consultation(slug)}/afspraken";

    /// <summary>Begin with the code from the letter.</summary>
    public static string Invitation(string slug) => $"{Consultation(slug)}/code";

    /// <summary>Begin on behalf of an organisation.</summary>
    public static string Organisation(string slug) => $"{Consultation(slug)}/organisatie";

    /// <summary>Advice for whoever helps somebody, then the start.</summary>
    public static string Together(string slug) => $"{Consultation(slug)}/samen";

    /// <summary>The same for whoever is helped.</summary>
    public static string Helped(string slug) => $"{Together(slug)}/geholpen";

    /// <summary>Begin on a computer that more people use.</summary>
    public static string Shared(string slug) => $"{Consultation(slug)}/gedeeld";

    /// <summary>Stop and wipe, or get a code to go on later.</summary>
    public static string Stop(string slug) => $"{Consultation(slug)}/stop";

    /// <summary>Asks once more before everything is wiped.</summary>
    public static string Wipe(string slug) => $"{Stop(slug)}/wissen";

    /// <summary>Where a device gets its draft back that was taken to another one.</summary>
    public static string TakeBack(string slug) => $"{Consultation(slug)}/terughalen";

    /// <summary>The audio of a text; the names say which.</summary>
    public static string Recording(string names) => $"/voorlezen/{names}.mp3";

    public static string Check(string slug) => $"{Consultation(slug)}/controleren";

    public static string Thanks(string slug) => $"{Consultation(slug)}/bedankt";

    /// <summary>Asks once more before a computer that more people use forgets the receipt.</summary>
    public static string Forget(string slug) => $"{Thanks(slug)}/wissen";

    public static string Results(string slug) => $"{Consultation(slug)}/resultaat";

    public static string ResultsOfInvited(string slug) => $"{Results(slug)}/brief";

    public static string ResultsOfOrganisations(string slug) => $"{Results(slug)}/organisaties";

    /// <summary>Where people live and how old they are.</summary>
    public static string ResultsPeople(string slug) => $"{Results(slug)}/wie";

    /// <summary>One question's results by municipality and by age.</summary>
    public static string ResultsByGroup(string slug, string question) => $"{Results(slug)}/vraag/{question}";

    /// <summary>The newest summary that was published.</summary>
    public static string Summary(string slug) => $"{Consultation(slug)}/samenvatting";

    /// <summary>One of those that were published, for ever.</summary>
    public static string Summary(string slug, int number) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Summary(slug)}/{number}");

    /// <summary>The same on one page in easy Dutch.</summary>
    public static string SummaryEasy(string slug, int number) => $"{Summary(slug, number)}/makkelijk";

    public static string SummaryFile(string slug, int number) => Summary(slug, number) + SummaryFileName;

    public static string Paper(string slug) => $"{Consultation(slug)}/papier";

    /// <summary>The paper form in large print.</summary>
    public static string PaperLarge(string slug) => $"{Paper(slug)}/groot";

    /// <summary>What a device shows by itself when there is no network.</summary>
    public static string Offline(string slug) => $"{Consultation(slug)}/geen-internet";

    public static string OpenData(string slug) => $"{Consultation(slug)}/gegevens";

    public static string OpenDataFile(string slug, string file) => $"{OpenData(slug)}/{file}";

    /// <summary>A page of the catalogue's file, from 1.</summary>
    public static string OpenCatalogueFileAt(int number) => number == 1
        ? OpenCatalogueFile
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{OpenCatalogueFile}?pagina={number}");

    private static string Numbered(string address, int number) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{address}{number}");

    /// <summary>The same addresses as route patterns. What does not look like a slug is no address of ours and gets a 404.</summary>
    public static class Patterns
    {
        public const string Setup = Desk + "/begin/{token}";
        public const string Invited = Desk + "/uitnodiging/{token}";
        public const string NewPassword = Desk + "/nieuw-wachtwoord/{token}";
        public const string NewSecondStep = Desk + "/nieuwe-tweede-stap/{token}";
        public const string Account = Accounts + "/{id:guid}";
        public const string RemoveAccount = Account + "/weghalen";
        public const string OpenAnswers = Desk + "/raadpleging/{slug:slug}/antwoorden";
        public const string Files = Desk + "/raadpleging/{slug:slug}/bestanden";
        public const string Decisions = Desk + "/raadpleging/{slug:slug}/besluiten";
        public const string DecisionOnAll = Decisions + "/geheel";
        public const string Decision = Decisions + "/vraag/{id:slug}";
        public const string DeskSummaries = DeskConsultation + "/samenvatting";
        public const string DeskSummary = DeskSummaries + "/{number:int:min(1)}";
        public const string DeskSummaryFile = DeskSummary + SummaryFileName;
        public const string DeskStudy = AccessibilityDesk + StudyPath + "{number:int:min(1)}";
        public const string StatementFault = StatementDesk + "/fout/{number:int:min(1)}";
        public const string StudyDetails = DeskStudy + "/gegevens";
        public const string StudySample = DeskStudy + "/steekproef";
        public const string StudyDraft = DeskStudy + "/verslag";
        public const string StudyCriterion = DeskStudy + "/criterium/{criterion}";
        public const string StudyRevisionFile = DeskStudy + "/versie/{revision:int:min(1)}.json";
        public const string Study = Accessibility + StudyPath + "{number:int:min(1)}";
        public const string StudyFile = Study + "/wcag-em.json";
        public const string OpenAnswersOf = OpenAnswers + "/{id:slug}";
        public const string RemoveTrial = Trials + "/{slug:slug}/weghalen";
        public const string DeskPreview = Desk + "/raadpleging/{slug:slug}/voorbeeld";
        public const string DeskSlug = "{slug:slug}";
        public const string DeskConsultation = DeskConsultations + DeskSlug;
        public const string Member = Council + "{member:preview}";
        public const string MemberRound = Member + "/ronde";
        public const string MemberReport = Member + "/melden";
        public const string MemberGoesWell = Member + "/goed";
        public const string MemberFinding = Member + "/punt/{number:int:min(1)}";
        public const string Rounds = DeskConsultation + "/adviesraad";
        public const string Round = Rounds + "/{number:int:min(1)}";
        public const string WriteDown = Round + "/opschrijven";
        public const string DeskFinding = Rounds + "/punt/{number:int:min(1)}";
        public const string Follow = DeskConsultation + "/verloop";
        public const string WorkingCopy = DeskConsultation + "/vragen";
        public const string Revisions = WorkingCopy + "/versies";
        public const string RevisionFile = Revisions + "/{revision:int:min(1)}.json";
        public const string Comparison = WorkingCopy + "/vergelijken";
        public const string Theme = Themes + "/{slug:slug}";
        public const string Consultation = "/raadpleging/{slug:slug}";
        public const string Preview = "/voorbeeld/{slug:preview}";
        public const string PreviewSettings = Preview + Settings;
        public const string Question = Consultation + "/vraag/{id:slug}";
        public const string QuestionStep = Question + "/{step:int:range(1,99)}";
        public const string Charter = Consultation + "/afspraken";
        public const string Invitation = Consultation + "/code";
        public const string Organisation = Consultation + "/organisatie";
        public const string Together = Consultation + "/samen";
        public const string Helped = Together + "/geholpen";
        public const string Shared = Consultation + "/gedeeld";
        public const string Stop = Consultation + "/stop";
        public const string Wipe = Stop + "/wissen";
        public const string TakeBack = Consultation + "/terughalen";
        public const string Check = Consultation + "/controleren";
        public const string Thanks = Consultation + "/bedankt";
        public const string Forget = Thanks + "/wissen";
        public const string Results = Consultation + "/resultaat";
        public const string ResultsOfInvited = Results + "/brief";
        public const string ResultsOfOrganisations = Results + "/organisaties";
        public const string ResultsPeople = Results + "/wie";
        public const string ResultsByGroup = Results + "/vraag/{id:slug}";
        public const string Summary = Consultation + "/samenvatting";
        public const string SummaryOf = Summary + "/{number:int:min(1)}";
        public const string SummaryEasy = SummaryOf + "/makkelijk";
        public const string SummaryFile = SummaryOf + SummaryFileName;
        public const string Paper = Consultation + "/papier";
        public const string PaperLarge = Paper + "/groot";
        public const string Offline = Consultation + "/geen-internet";
        public const string OpenData = Consultation + "/gegevens";
        public const string Recording = "/voorlezen/{names:regex(^[0-9a-f]+$)}.mp3";
        public const string OpenDataFile = OpenData + "/{file}";

        /// <summary>Of an address of a consultation: what stands behind it, there and in a preview.</summary>
        public static string Behind(string consultationPattern) => consultationPattern[Consultation.Length..];
    }
}
