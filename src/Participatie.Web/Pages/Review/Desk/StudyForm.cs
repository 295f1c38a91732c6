using Participatie.Surveys.Definition;
using Participatie.Surveys.Review.Studies;

namespace Participatie.Web.Pages.Review.Desk;

/// <summary>The names of the fields of the pages of a study.</summary>
internal static class StudyForm
{
    public const string File = "bestand";
    public const string Name = "naam";
    public const string Seen = "gezien";
    public const string Way = "keuze";
    public const string Publish = "openbaar";
    public const string Add = "erbij";
    public const string Suggest = "voorstel";
    public const string On = "dag";
    public const string Kind = "soort";
    public const string Whole = "alles";
    public const string Place = "plek";
    public const string Random = "toeval";
    public const string Verdict = "oordeel";
    public const string Explanation = "uitleg";

    /// <summary>In the address: a page of the sample.</summary>
    public const string Part = "deel";

    /// <summary>Of a tick box.</summary>
    public const string Yes = "ja";

    /// <summary>With the number of a page of the sample behind it.</summary>
    public const string Remove = "weg-";

    public static readonly IReadOnlyList<FormField<Study>> Fields =
    [
        new(nameof(Study.Title), Name, "staff.study.name", study => study.Title, (study, text) => study with { Title = text }),
        new(nameof(Study.Researcher), "onderzoeker", "staff.study.researcher",
            study => study.Researcher, (study, text) => study with { Researcher = text }),
        new(nameof(Study.Client), "opdrachtgever", "staff.study.client", study => study.Client, (study, text) => study with { Client = text }),
        new(nameof(Study.Norm), "norm", "staff.study.norm", study => study.Norm, (study, text) => study with { Norm = text }),
        new(nameof(Study.Version), "versie", "staff.study.version", study => study.Version, (study, text) => study with { Version = text }),
        new(nameof(Study.Site), "site", "staff.study.site", study => study.Site, (study, text) => study with { Site = text }),
        new(nameof(Study.Method), "methode", "staff.study.method", study => study.Method, (study, text) => study with { Method = text }, true),
        new(nameof(Study.Scope), "bereik", "staff.study.scope", study => study.Scope, (study, text) => study with { Scope = text }, true),
        new(nameof(Study.Browsers), "browsers", "staff.study.browsers",
            study => study.Browsers, (study, text) => study with { Browsers = text }, true),
        new(nameof(Study.Baseline), "hulpmiddelen", "staff.study.baseline",
            study => study.Baseline, (study, text) => study with { Baseline = text }, true),
        new(nameof(Study.Technologies), "techniek", "staff.study.technologies",
            study => study.Technologies, (study, text) => study with { Technologies = text }, true),
        new(nameof(Study.Functionality), "taken", "staff.study.functionality",
            study => study.Functionality, (study, text) => study with { Functionality = text }, true, true),
        new(nameof(Study.PageTypes), "paginasoorten", "staff.study.pagetypes",
            study => study.PageTypes, (study, text) => study with { PageTypes = text }, true, true),
        new(nameof(Study.Requirements), "extra", "staff.study.requirements",
            study => study.Requirements, (study, text) => study with { Requirements = text }, true, true),
        new(nameof(Study.Summary), "samenvatting", "staff.study.summary",
            study => study.Summary, (study, text) => study with { Summary = text }, true, true),
    ];

    /// <summary>The same problem at the field of the page of details; what stands elsewhere is told without one.</summary>
    public static Problem AtField(Problem problem) => problem with
    {
        At = problem.At == nameof(Study.On) ? On : Fields.FirstOrDefault(field => field.Member == problem.At)?.Name ?? "",
    };

    public static string Words(IFormCollection form, string name) => form[name].ToString().ReplaceLineEndings("\n").Trim();
}
