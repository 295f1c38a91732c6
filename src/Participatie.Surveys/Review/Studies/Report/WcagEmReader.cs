using System.Globalization;
using System.Text;
using System.Text.Json;
using Participatie.Surveys.Review.Criteria;

namespace Participatie.Surveys.Review.Studies.Report;

/// <summary>Why a file is no study.</summary>
public enum WcagEmFault
{
    TooLarge,
    NoJson,

    /// <summary>It is JSON of something else.</summary>
    OtherShape,
}

/// <param name="Study">What it says; null when it could not be read.</param>
/// <param name="Fault">Why.</param>
/// <param name="Skipped">Verdicts on criteria that nobody here asks, such as those of level AAA.</param>
public sealed record WcagEmReading(Study? Study, WcagEmFault? Fault, int Skipped);

/// <summary>Reads the JSON-LD of W3C's WCAG-EM Report Tool, ours or another one's. All texts are taken as texts.</summary>
public static class WcagEmReader
{
    /// <summary>Of the file: a hundred pages with a text on each criterion take less.</summary>
    public const int MostBytes = 2 * 1024 * 1024;

    private const int MostLeftOut = 100;
    private const int LongestName = 100;

    private static readonly char[] BeforeLastPart = [':', '#', '/'];

    /// <param name="file">As it came.</param>
    /// <param name="now">For verdicts that do not say when.</param>
    public static WcagEmReading Read(byte[] file, DateTimeOffset now)
    {
        if (file.Length > MostBytes)
            return new WcagEmReading(null, WcagEmFault.TooLarge, 0);
        try
        {
            using var document = JsonDocument.Parse(file.AsMemory(file is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0));
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("defineScope", out var scope) && scope.ValueKind == JsonValueKind.Object
                && root.TryGetProperty("auditSample", out var audit) && audit.ValueKind == JsonValueKind.Array
                ? Read(root, now)
                : new WcagEmReading(null, WcagEmFault.OtherShape, 0);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // The second is half a character.
            return new WcagEmReading(null, WcagEmFault.NoJson, 0);
        }
    }

    internal static string LastPart(string id) => id[(id.LastIndexOfAny(BeforeLastPart) + 1)..];

    private static WcagEmReading Read(JsonElement root, DateTimeOffset now)
    {
        var (scope, explored, report) = (In(root, "defineScope"), In(root, "exploreTarget"), In(root, "reportFindings"));
        var sample = new Sample();
        foreach (var (list, isRandom) in new[] { ("structuredSample", false), ("randomSample", true) })
        {
            foreach (var page in Each(In(In(root, "selectSample"), list)))
                sample.Add(page, isRandom);
        }

        var judgements = new Dictionary<(string, int?), Judgement>();
        var skipped = 0;
        var leftOut = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var assertion in Each(In(root, "auditSample")))
        {
            var result = In(assertion, "result");
            var outcome = Outcome.Find(IdOf(In(result, "outcome")));
            if (outcome is null || SuccessCriteria.Find(LastPart(IdOf(In(assertion, "test")))) is not { } criterion)
            {
                skipped++;
                if (leftOut.Count < MostLeftOut && Plain(LastPart(IdOf(In(assertion, "test")))) is { Length: > 0 and <= LongestName } name)
                    leftOut.Add(name);
                continue;
            }

            foreach (var subject in Each(In(assertion, "subject")))
            {
                var page = sample.NumberOf(subject);
                judgements[(criterion.Id, page)] = new Judgement(
                    criterion.Id, page, outcome.Verdict, Words(In(result, "description")), MomentOf(assertion, result, now));
            }
        }

        var specifics = WcagEmSpecifics.Read(Words(In(report, "evaluationSpecifics")));
        var study = new Study
        {
            Title = Line(In(report, "title")) is { Length: > 0 } title ? title : Line(In(In(scope, "scope"), "title")),
            Client = Line(In(report, "commissioner")),
            Researcher = Line(In(report, "evaluator")),
            On = DateOnly.TryParseExact(
                Words(In(report, "date")).Split('T')[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day
                : null,
            Kind = WcagEmSpecifics.KindOf(specifics.GetValueOrDefault(WcagEmSpecifics.Kind, "")),
            Norm = specifics.GetValueOrDefault(WcagEmSpecifics.Norm, ""),
            Version = specifics.GetValueOrDefault(WcagEmSpecifics.Version, ""),
            Method = specifics.GetValueOrDefault(WcagEmSpecifics.Method, ""),
            Browsers = specifics.GetValueOrDefault(WcagEmSpecifics.Browsers, ""),
            Site = Line(In(In(scope, "scope"), "title")),
            Scope = Words(In(In(scope, "scope"), "description")),
            Baseline = Words(In(scope, "accessibilitySupportBaseline")),
            Requirements = Words(In(scope, "additionalEvaluationRequirements")),
            Technologies = string.Join('\n', Each(In(explored, "technologiesReliedUpon")).Select(one => Line(In(one, "title")))),
            Functionality = Words(In(explored, "essentialFunctionality")),
            PageTypes = Words(In(explored, "pageTypeVariety")),
            Summary = Words(In(report, "summary")),
            Sample = sample.Pages,
            Judgements = [.. judgements.Values],
            LeftOut = [.. leftOut],
        };
        return new WcagEmReading(study, null, skipped);
    }

    private static DateTimeOffset MomentOf(JsonElement assertion, JsonElement result, DateTimeOffset now) =>
        new[] { Words(In(result, "date")), Words(In(assertion, "date")) }
            .Select(text => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
                ? moment.ToUniversalTime()
                : (DateTimeOffset?)null)
            .FirstOrDefault(moment => moment is not null) ?? now;

    private static JsonElement In(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var found) ? found : default;

    /// <summary>Of one thing, that thing: JSON-LD leaves the brackets out.</summary>
    private static IEnumerable<JsonElement> Each(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray(),
        JsonValueKind.Undefined or JsonValueKind.Null => [],
        _ => [element],
    };

    private static string IdOf(JsonElement element) => element.ValueKind == JsonValueKind.String
        ? element.GetString()!
        : Words(In(element, "id")) is { Length: > 0 } id ? id : Words(In(element, "@id"));

    /// <summary>A text, also where it stands as a value with its type or language. Without signs that a database refuses.</summary>
    private static string Words(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Plain(element.GetString()!),
        JsonValueKind.Number => element.GetRawText(),
        JsonValueKind.Object => Words(In(element, "@value")),
        JsonValueKind.Array => string.Join('\n', element.EnumerateArray().Select(Words)),
        _ => "",
    };

    private static string Line(JsonElement element) => Words(element).ReplaceLineEndings(" ").Trim();

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var sign in text.ReplaceLineEndings("\n").Where(sign => sign is '\n' or '\t' || !char.IsControl(sign)))
            plain.Append(sign);
        return plain.ToString().Trim();
    }

    /// <summary>The pages of the file, found again by how its verdicts name them.</summary>
    private sealed class Sample
    {
        private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);
        private readonly List<SamplePage> _pages = [];

        public IReadOnlyList<SamplePage> Pages => _pages;

        public int Add(JsonElement page, bool isRandom)
        {
            var id = IdOf(page);
            var place = Line(In(page, "description"));
            var number = _pages.Count + 1;
            _pages.Add(new SamplePage(
                number,
                Line(In(page, "title")) is { Length: > 0 } title ? title : place.Length > 0 ? place : id,
                place.Length > 0 ? place : id,
                SampleKind.Public,
                isRandom));
            _byId.TryAdd(id, number);
            return number;
        }

        /// <returns>Null: all that was studied. A page that stands in no sample is added, so that no verdict is lost.</returns>
        public int? NumberOf(JsonElement subject) =>
            Each(In(subject, "type")).Any(type => LastPart(Words(type)) == "Website") ? null
            : _byId.TryGetValue(IdOf(subject), out var number) ? number
            : subject.ValueKind == JsonValueKind.Object && Line(In(subject, "title")).Length > 0 ? Add(subject, isRandom: false)
            : null;
    }
}
