using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Participatie.Surveys.Review.Criteria;

namespace Participatie.Surveys.Review.Studies.Report;

/// <summary>
/// Writes a study as the JSON-LD that W3C's WCAG-EM Report Tool (version 3) opens with every result. Several details look odd and are each
/// needed, because the tool loses results silently without them; they are named where they stand.
/// </summary>
public static class WcagEmWriter
{
    private static readonly string[] DocumentedSteps = ["about", "defineScope", "exploreTarget", "selectSample"];

    /// <summary>Of all that was studied.</summary>
    internal const string WholeSite = "_:subject_1";

    /// <summary>
    /// Not declared in the context: a declared prefix would be expanded, and the tool matches what stands behind the last colon.
    /// </summary>
    internal const string CriterionPrefix = "WCAG22:";

    private const string ToolVersion = "3.0.3";

    private static readonly (string Term, string Meaning)[] Terms =
    [
        ("wcagem", "http://www.w3.org/TR/WCAG-EM/#"),
        ("Evaluation", "wcagem:procedure"),
        ("defineScope", "wcagem:step1"),
        ("scope", "wcagem:step1a"),
        ("conformanceTarget", "step1b"),
        ("accessibilitySupportBaseline", "wcagem:step1c"),
        ("additionalEvaluationRequirements", "wcagem:step1d"),
        ("exploreTarget", "wcagem:step2"),
        ("essentialFunctionality", "wcagem:step2b"),
        ("pageTypeVariety", "wcagem:step2c"),
        ("technologiesReliedUpon", "wcagem:step2d"),
        ("selectSample", "wcagem:step3"),
        ("structuredSample", "wcagem:step3a"),
        ("randomSample", "wcagem:step3b"),
        ("Website", "wcagem:website"),
        ("Webpage", "wcagem:webpage"),
        ("auditSample", "wcagem:step4"),
        ("reportFindings", "wcagem:step5"),
        ("documentSteps", "wcagem:step5a"),
        ("commissioner", "wcagem:commissioner"),
        ("evaluator", "wcagem:evaluator"),
        ("evaluationSpecifics", "wcagem:step5b"),
        ("WCAG20", "http://www.w3.org/TR/WCAG20/#"),
        ("WCAG21", "http://www.w3.org/TR/WCAG21/#"),
        ("WAI", "http://www.w3.org/WAI/"),
        ("A", "WAI:WCAG2A-Conformance"),
        ("AA", "WAI:WCAG2AA-Conformance"),
        ("AAA", "WAI:WCAG2AAA-Conformance"),
        ("wcagVersion", "WAI:standards-guidelines/wcag/#versions"),
        ("version", "wcagem:version"),
        ("earl", "http://www.w3.org/ns/earl#"),
        ("Assertion", "earl:Assertion"),
        ("TestSubject", "earl:TestSubject"),
        ("TestCriterion", "earl:TestCriterion"),
        ("TestRequirement", "earl:TestRequirement"),
        ("TestResult", "earl:TestResult"),
        ("OutcomeValue", "earl:OutcomeValue"),
        ("Pass", "earl:Pass"),
        ("Fail", "earl:Fail"),
        ("CannotTell", "earl:CannotTell"),
        ("NotApplicable", "earl:NotApplicable"),
        ("NotTested", "earl:NotTested"),
        ("assertedBy", "earl:assertedBy"),
        ("mode", "earl:mode"),
        ("result", "earl:result"),
        ("subject", "earl:subject"),
        ("test", "earl:test"),
        ("outcome", "earl:outcome"),
        ("dcterms", "http://purl.org/dc/terms/"),
        ("title", "dcterms:title"),
        ("description", "dcterms:description"),
        ("summary", "dcterms:summary"),
        ("date", "dcterms:date"),
        ("hasPart", "dcterms:hasPart"),
        ("isPartOf", "dcterms:isPartOf"),
        ("id", "@id"),
        ("type", "@type"),
        ("language", "@language"),
    ];

    /// <summary>Indented, as people look into it too.</summary>
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static byte[] Write(Study study)
    {
        var places = study.Sample.ToDictionary(page => page.Number, page => SubjectOf(study, page));
        var whole = new Subject(WholeSite, "Website", study.Site, study.Scope);
        var document = new JsonObject
        {
            ["@context"] = Context(),
            ["type"] = "Evaluation",
            ["language"] = "nl",
            ["version"] = ToolVersion,
            ["defineScope"] = new JsonObject
            {
                ["id"] = "_:defineScope",
                // With an id the tool would not find it again.
                ["scope"] = new JsonObject { ["title"] = study.Site, ["description"] = study.Scope },
                ["wcagVersion"] = SuccessCriteria.Newest,
                ["conformanceTarget"] = "AA",
                ["accessibilitySupportBaseline"] = study.Baseline,
                ["additionalEvaluationRequirements"] = study.Requirements,
            },
            ["exploreTarget"] = new JsonObject
            {
                ["id"] = "_:exploreTarget",
                ["technologiesReliedUpon"] = Technologies(study),
                ["essentialFunctionality"] = study.Functionality,
                ["pageTypeVariety"] = study.PageTypes,
            },
            ["selectSample"] = new JsonObject
            {
                ["id"] = "_:selectSample",
                ["structuredSample"] = Pages(study.Sample.Where(page => !page.IsRandom)),
                ["randomSample"] = Pages(study.Sample.Where(page => page.IsRandom)),
            },
            ["auditSample"] = new JsonArray(
                [.. study.Judgements.Select(one => Assertion(one, one.Page is { } page ? places[page] : whole, study.Researcher))]),
            ["reportFindings"] = new JsonObject
            {
                ["documentSteps"] = new JsonArray(
                    [.. DocumentedSteps.Select(step => (JsonNode)new JsonObject { ["id"] = "_:" + step })]),
                ["commissioner"] = study.Client,
                ["evaluator"] = study.Researcher,
                // A plain text comes out empty.
                ["date"] = new JsonObject
                {
                    ["type"] = "http://www.w3.org/TR/NOTE-datetime",
                    ["@value"] = study.On?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
                },
                ["evaluationSpecifics"] = Specifics(study),
                ["summary"] = study.Summary,
                ["title"] = study.Title,
            },
        };
        return Encoding.UTF8.GetBytes(document.ToJsonString(Indented));

        JsonArray Pages(IEnumerable<SamplePage> pages) => new([.. pages.Select(page => places[page.Number].ToJson())]);
    }

    private static JsonObject Context()
    {
        var context = new JsonObject { ["step1b"] = new JsonObject { ["@id"] = "wcagem:step1b", ["@type"] = "@id" } };
        foreach (var (term, meaning) in Terms)
            context[term] = meaning;
        return context;
    }

    private static JsonObject Assertion(Judgement judgement, Subject subject, string researcher)
    {
        var moment = judgement.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var outcome = Outcome.Of(judgement.Verdict);
        return new JsonObject
        {
            ["type"] = "Assertion",
            ["date"] = moment,
            ["assertedBy"] = new JsonObject { ["type"] = "earl:Assertor", ["@value"] = researcher },
            ["mode"] = new JsonObject { ["type"] = "earl:TestMode", ["@value"] = "earl:manual" },
            // All of it, each time: by its id alone the tool does not find the result's subject and drops the result.
            ["subject"] = subject.ToJson(),
            ["test"] = new JsonObject
            {
                ["id"] = CriterionPrefix + judgement.Criterion,
                ["type"] = new JsonArray("TestCriterion", "TestRequirement"),
            },
            ["result"] = new JsonObject
            {
                ["type"] = "TestResult",
                ["date"] = moment,
                ["description"] = judgement.Explanation,
                ["outcome"] = new JsonObject
                {
                    ["id"] = "earl:" + outcome.Id,
                    ["type"] = new JsonArray("OutcomeValue", outcome.Type),
                },
            },
        };
    }

    /// <summary>A page with an address has it as id and as description, the first one with that address.</summary>
    private static Subject SubjectOf(Study study, SamplePage page) =>
        page.HasAddress && study.Sample.First(other => other.Place == page.Place).Number == page.Number
            ? new Subject(page.Place, "Webpage", page.Title, page.Place)
            : new Subject(string.Create(CultureInfo.InvariantCulture, $"_:subject_{page.Number + 1}"), "Webpage", page.Title, page.Place);

    private static JsonArray Technologies(Study study) => new(
    [
        .. study.Technologies.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select((name, at) => (JsonNode)new JsonObject
            {
                ["id"] = string.Create(CultureInfo.InvariantCulture, $"_:technology_{at + 1}"),
                ["title"] = name,
            }),
    ]);

    /// <summary>What the tool has no place for.</summary>
    private static string Specifics(Study study) => string.Join(
        "\n",
        new (string Name, string Text)[]
        {
            (WcagEmSpecifics.Kind, WcagEmSpecifics.NameOf(study.Kind)),
            (WcagEmSpecifics.Norm, study.Norm),
            (WcagEmSpecifics.Version, study.Version),
            (WcagEmSpecifics.Method, study.Method),
            (WcagEmSpecifics.Browsers, study.Browsers),
        }.Where(part => part.Text.Length > 0).Select(part => $"{part.Name}: {part.Text}"));

    private sealed record Subject(string Id, string Type, string Title, string Description)
    {
        public JsonObject ToJson() => new()
        {
            ["id"] = Id,
            ["type"] = new JsonArray("TestSubject", Type),
            ["title"] = Title,
            ["description"] = Description,
        };
    }
}
