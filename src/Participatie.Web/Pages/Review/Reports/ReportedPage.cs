using Participatie.Surveys.Review.Findings;
using Participatie.Surveys.Review.Reports;

namespace Participatie.Web.Pages.Review.Reports;

/// <summary>The page that a report is about, by what a browser or a form says: any text at all.</summary>
internal static class ReportedPage
{
    // Behind the first three stands a secret, or what is not for everybody; nobody reports the page for reporting by coming from it.
    private static readonly string[] Left = [Addresses.Preview, Addresses.Council, Addresses.Desk, Addresses.Report];

    /// <returns>Its path; empty when it is no page of this site for everybody.</returns>
    public static string Of(string? path) =>
        path is ['/', ..] && path.Length <= MakeReport.LongestPage
        && path.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '-' or '.')
        && !path.StartsWith("//", StringComparison.Ordinal)
        && !Left.Any(left => path.StartsWith(left, StringComparison.OrdinalIgnoreCase))
            ? path
            : "";

    public static FindingSubject SubjectOf(string page) =>
        page.StartsWith(Addresses.Consultations, StringComparison.Ordinal) ? FindingSubject.Questions : FindingSubject.Product;
}
