using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Rounds;
using Participatie.Web.Pages.Definition.Desk.Comparing;

namespace Participatie.Web.Pages.Review.Desk.Council;

/// <summary>What later versions say otherwise where somebody was hindered.</summary>
internal sealed class FindingChanges(ReadTwoVersions versions, InterfaceWords words)
{
    /// <summary>
    /// Whether what is called solved shows on the page where somebody was hindered, in a version that is there. Staff may send it all the
    /// same when nothing shows: they may have changed something that no text says.
    /// </summary>
    /// <param name="view">Of the finding.</param>
    /// <param name="typed">The answer.</param>
    /// <param name="context">Of the request.</param>
    public async Task<Refused> DoubtAsync(FindingView view, TypedAnswer typed, HttpContext context)
    {
        var report = view.Finding.Report;
        if (typed.Kind != AnswerKind.Solved || view.Finding.Subject != FindingSubject.Questions
            || CouncilForm.Number(typed.Version) is not (> 0 and var version))
            return Refused.Nothing;
        if (version > view.Newest)
            return new([new Problem(CouncilForm.Version, words.Format("staff.council.no-version-yet", version, view.Newest))]);
        if (typed.IsAnyway
            || await versions.OfAsync(report.ConsultationId, report.Revision!.Value, version, context.RequestAborted) is not { } two
            || ComparePage.Of(two, report.Page) is not { } differences)
            return Refused.Nothing;
        if (differences.Count == 0)
            return Doubt(words.Format(Unchanged(report), two.From, two.To));
        return report.Language.Length > 0 && ComparePage.In(two, report.Page, report.Language) is { Count: 0 }
            ? Doubt(words.Format(
                "staff.council.unchanged.language", two.From, two.To, InterfaceWords.For(report.Language)["language.name"]))
            : Refused.Nothing;

        Refused Doubt(string said) => new([new Problem(CouncilForm.Version, said)]) { AsksAnyway = true };
    }

    /// <summary>The key of what is said when a version says the same where somebody was hindered.</summary>
    public static string Unchanged(ReviewEvent report) =>
        report.Page.Length == 0 ? "staff.council.unchanged.all" : "staff.council.unchanged";

    /// <returns>What a revision says otherwise where somebody was hindered; null when it is not there, or is no later one.</returns>
    public async Task<Comparison?> OfAsync(Finding finding, int revision, CancellationToken cancellationToken)
    {
        var report = finding.Report;
        if (await versions.OfAsync(report.ConsultationId, report.Revision!.Value, revision, cancellationToken) is not { } two)
            return null;
        return ComparePage.Of(two, report.Page) is { } differences
            ? Comparison.Of(two.Before, two.After, differences, words)
            : Comparison.Of(two.Before, two.After, words);
    }
}
