using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.Review.Criteria;

namespace Participatie.Surveys.Review.Studies;

/// <summary>What keeps a study from being saved or published. Problems are named after the members of <see cref="Study"/>.</summary>
public static class StudyCheck
{
    /// <summary>A draft may be half finished; what cannot be stored or read is no draft either.</summary>
    public static IEnumerable<Problem> ForDraft(Study study)
    {
        if (PerceivedText.ShowsNothing(study.Title))
            yield return new Problem(nameof(Study.Title), "Geef het onderzoek een naam.");
        foreach (var problem in TextCheck.TooLong(Texts(study)))
            yield return problem;
        if (study.Sample.Count > Study.MostPages)
            yield return new Problem(nameof(Study.Sample), $"De steekproef is te groot. Kies hooguit {Study.MostPages} pagina's.");
        if (study.Sample.Any(page => PerceivedText.IsLongerThan(page.Title, Study.LongestLine)
            || PerceivedText.IsLongerThan(page.Place, Study.LongestLine)))
            yield return new Problem(nameof(Study.Sample), $"Een pagina heeft een te lange naam. Gebruik hooguit {Study.LongestLine} tekens.");
        if (study.Judgements.FirstOrDefault(one => PerceivedText.IsLongerThan(one.Explanation, Study.LongestText)) is { } longest)
        {
            yield return new Problem(
                nameof(Study.Judgements),
                $"De uitleg bij {NumberOf(longest)} is te lang. Gebruik hooguit {Study.LongestText} tekens.");
        }
    }

    /// <summary>All that DigiToegankelijk asks of a report.</summary>
    /// <param name="study">To be published.</param>
    /// <param name="today">A study that is still to come gives no report.</param>
    public static IEnumerable<Problem> ForPublishing(Study study, DateOnly today)
    {
        foreach (var problem in ForDraft(study)
            .Concat(TextCheck.Missing(Required(study)))
            .Concat(TextCheck.NotBeen(nameof(Study.On), study.On, today, "Vul in op welke dag het onderzoek klaar was.")))
        {
            yield return problem;
        }

        if (study.Sample.Count == 0)
            yield return new Problem(nameof(Study.Sample), "Zet pagina's in de steekproef.");
        foreach (var bare in study.Judgements.Where(one => one.Verdict == Verdict.Failed && PerceivedText.ShowsNothing(one.Explanation)))
            yield return new Problem(nameof(Study.Judgements), $"Schrijf bij {NumberOf(bare)} op wat er niet goed is.");
    }

    private static string NumberOf(Judgement judgement) => SuccessCriteria.Find(judgement.Criterion)?.Number ?? judgement.Criterion;

    private static (string Member, string Text, string Ask)[] Required(Study study) =>
    [
        (nameof(Study.Researcher), study.Researcher, "Vul in wie het onderzoek deed."),
        (nameof(Study.Client), study.Client, "Vul in wie om het onderzoek vroeg."),
        (nameof(Study.Norm), study.Norm, "Vul in welke norm gold."),
        (nameof(Study.Version), study.Version, "Vul in welke versie van het verslag dit is."),
        (nameof(Study.Method), study.Method, "Vul in hoe er onderzocht is."),
        (nameof(Study.Site), study.Site, "Vul in wat er onderzocht is."),
        (nameof(Study.Scope), study.Scope, "Vul in wat er wel en niet bij hoorde."),
        (nameof(Study.Browsers), study.Browsers, "Vul in met welke browsers en versies er is gekeken."),
        (nameof(Study.Baseline), study.Baseline, "Vul in met welke browsers en hulpmiddelen de site moet werken."),
        (nameof(Study.Technologies), study.Technologies, "Vul in welke techniek de site gebruikt."),
    ];

    private static (string Member, string Text, int Most)[] Texts(Study study) =>
    [
        (nameof(Study.Title), study.Title, Study.LongestLine),
        (nameof(Study.Client), study.Client, Study.LongestLine),
        (nameof(Study.Researcher), study.Researcher, Study.LongestLine),
        (nameof(Study.Norm), study.Norm, Study.LongestLine),
        (nameof(Study.Version), study.Version, Study.LongestLine),
        (nameof(Study.Site), study.Site, Study.LongestLine),
        (nameof(Study.Method), study.Method, Study.LongestText),
        (nameof(Study.Scope), study.Scope, Study.LongestText),
        (nameof(Study.Browsers), study.Browsers, Study.LongestText),
        (nameof(Study.Baseline), study.Baseline, Study.LongestText),
        (nameof(Study.Requirements), study.Requirements, Study.LongestText),
        (nameof(Study.Technologies), study.Technologies, Study.LongestText),
        (nameof(Study.Functionality), study.Functionality, Study.LongestText),
        (nameof(Study.PageTypes), study.PageTypes, Study.LongestText),
        (nameof(Study.Summary), study.Summary, Study.LongestText),
    ];
}
