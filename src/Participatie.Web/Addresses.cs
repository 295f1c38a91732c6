using System.Globalization;
using Participatie.Surveys.Codes;

namespace Participatie.Web;

/// <summary>Every address of the site. They are printed in letters and kept in bookmarks: they never change.</summary>
public static partial class Addresses
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

    /// <summary>What became of a report, for who has its code.</summary>
    public const string ReportFollow = Report + "/volgen";

    /// <summary>What was promised in all consultations and how that stands.</summary>
    public const string Promises = "/afspraken";

    /// <summary>What the council advised and what is done with it, for everybody.</summary>
    public const string Advice = "/adviezen";

    /// <summary>All figures for everybody: for people, and for portals that harvest them.</summary>
    public const string OpenCatalogue = "/gegevens";
    public const string OpenCatalogueFile = OpenCatalogue + "/catalogus.jsonld";

    /// <summary>Every page of a consultation begins like this.</summary>
    public const string Consultations = "/raadpleging/";

    /// <summary>The same pages for who looks at what is not open yet, or not yet changed. What stands behind it is a secret.</summary>
    public const string Preview = "/voorbeeld/";

    /// <summary>Behind the address of a summary.</summary>
    private const string SummaryFileName = "/samenvatting.docx";
    public const string Schema = "/schema/raadpleging.json";

    /// <summary>Every page for the platform begins like this.</summary>
    public const string Health = "/health";
    public const string Live = Health + "/live";
    public const string Ready = Health + "/ready";
    public const string HealthStatus = Health + "/status";
    public const string SecurityText = "/.well-known/security.txt";

    /// <summary>A study, for everybody once it is published and for administrators before that.</summary>
    private const string StudyPath = "/onderzoek/";

    /// <summary>The report of a study, for everybody.</summary>
    public static string Study(int number) => Numbered(Accessibility + StudyPath, number);

    public static string StudyFile(int number) => Study(number) + "/wcag-em.json";

    /// <summary>The same page in that language, from then on: the answer remembers it and leads to the page itself.</summary>
    public static string InLanguage(string address, string language) => $"{address}?taal={language}";

    public static string Theme(string slug) => $"{Themes}/{slug}";

    /// <summary>Of a preview its token stands where the name of a consultation stands otherwise, here and in every address below.</summary>
    public static string Consultation(string slug) => (PreviewToken.Fits(slug) ? Preview : Consultations) + slug;

    /// <summary>The reading settings: a preview has its own, because no other page learns its address to lead back to.</summary>
    public static string SettingsFrom(string slug) => PreviewToken.Fits(slug) ? Consultation(slug) + Settings : Settings;

    public static string Question(string slug, string id) => $"{Consultation(slug)}/vraag/{id}";

    /// <summary>One step of a question that has several: the places of a ranking, the statements. Steps count from 1.</summary>
    public static string Question(string slug, string id, int step) => Numbered($"{Question(slug, id)}/", step);

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
    public static string Summary(string slug, int number) => Numbered($"{Summary(slug)}/", number);

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
        : Numbered($"{OpenCatalogueFile}?pagina=", number);

    private static string Numbered(string address, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{address}{number}");

    /// <summary>The same addresses as route patterns. What does not look like a slug is no address of ours and gets a 404.</summary>
    public static partial class Patterns
    {
        public const string Study = Accessibility + StudyPath + "{number:int:min(1)}";
        public const string StudyFile = Study + "/wcag-em.json";
        public const string Theme = Themes + "/{slug:slug}";
        public const string Consultation = "/raadpleging/{slug:slug}";
        public const string Preview = "/voorbeeld/{slug:preview}";
        public const string PreviewSettings = Preview + Settings;

        /// <summary>All pages behind the link, for a program that looks at them.</summary>
        public const string PreviewPages = Preview + "/paginas.json";
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
