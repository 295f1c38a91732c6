namespace Participatie.Surveys.Review.Checks;

/// <summary>What a check says of one page, in all its languages, states and widths.</summary>
/// <param name="Page">Behind the address of the consultation.</param>
/// <param name="Found">What is wrong.</param>
/// <param name="Unsure">What the program could not tell.</param>
/// <param name="Missed">Languages in which it did not see the page.</param>
public sealed record PageFindings(
    string Page, IReadOnlyList<RuleFinding> Found, IReadOnlyList<RuleFinding> Unsure, IReadOnlyList<string> Missed)
{
    /// <summary>All pages of a version in the order of the walk, and after them what else the check saw.</summary>
    public static IReadOnlyList<PageFindings> Of(CheckReport report, PageList list)
    {
        var seen = report.Pages.ToLookup(page => page.Page, StringComparer.Ordinal);
        return
        [
            .. from page in list.Pages.Union(report.Pages.Select(page => page.Page), StringComparer.Ordinal)
               let looks = seen[page].ToList()
               select new PageFindings(
                   page,
                   RuleFinding.Of(looks, look => look.Found),
                   RuleFinding.Of(looks, look => look.Unsure),
                   [.. list.Languages.Except(looks.Select(look => look.Language), StringComparer.Ordinal)]),
        ];
    }
}

/// <summary>One rule on one page.</summary>
/// <param name="Rule">Of axe-core.</param>
/// <param name="Criteria">Numbers in WCAG; none: good practice only.</param>
/// <param name="Count">In how many places, where it was most.</param>
/// <param name="Languages">In which it shows.</param>
/// <param name="IsOnlyRefused">Only where the page was shown again with an error.</param>
/// <param name="Places">Some of them, as they stand in the page's source.</param>
public sealed record RuleFinding(
    string Rule,
    IReadOnlyList<string> Criteria,
    int Count,
    IReadOnlyList<string> Languages,
    bool IsOnlyRefused,
    IReadOnlyList<string> Places)
{
    internal static IReadOnlyList<RuleFinding> Of(
        IReadOnlyList<CheckedPage> looks, Func<CheckedPage, IReadOnlyList<RuleResult>> which) =>
    [
        .. from look in looks
           from result in which(look)
           group (look, result) by result.Rule into same
           orderby same.First().result.Criteria.Count == 0, same.Key
           select new RuleFinding(
               same.Key,
               same.First().result.Criteria,
               same.Max(one => one.result.Count),
               [.. same.Select(one => one.look.Language).Distinct(StringComparer.Ordinal)],
               same.All(one => one.look.State == PageState.Refused),
               [.. same.SelectMany(one => one.result.Places).Distinct(StringComparer.Ordinal).Take(CheckReportFile.MostPlaces)]),
    ];
}
