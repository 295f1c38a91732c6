using System.Globalization;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.Review.Meetings;
using Participatie.Surveys.Review.Reports;
using Participatie.Web.Access;
using Participatie.Web.Pages.Review.Desk.Reports;

namespace Participatie.Web.Pages.Review.Desk;

/// <summary>
/// What is open about the product stays open over consultations: the findings of every round, and what visitors reported, on one page.
/// </summary>
internal sealed class ProductPoints(
    ReadMeetingMatters matters, ReadReports reports, Catalogue catalogue, AuditLog audit, InterfaceWords words, TimeProvider clock)
{
    private const int RowsOnPage = 20;

    public async Task<ProductPointsView> ListAsync(HttpContext context)
    {
        var search = PageOf.SearchIn(context);
        var slugs = catalogue.Lives.ToDictionary(life => life.ConsultationId, life => life.Slug);
        var points = (await matters.OpenOnProductAsync(context.RequestAborted)).Where(one => slugs.ContainsKey(one.ConsultationId))
            .Select(one => Of(one, slugs[one.ConsultationId]))
            .Concat((await reports.OpenOnProductAsync(context.RequestAborted)).Select(Of))
            .Where(one => one.Text.Contains(search, StringComparison.CurrentCultureIgnoreCase)
                || one.Name.Contains(search, StringComparison.CurrentCultureIgnoreCase))
            .OrderBy(one => one.At);
        var view = new ProductPointsView(PageOf.Take([.. points], context.Request.Query[PageOf.Name], RowsOnPage), search);
        // What visitors wrote stands among them.
        await audit.WriteAsync(
            Doer.Of(context).Note("punten over de website bekeken", "melding") with
            {
                After = string.Create(CultureInfo.InvariantCulture, $"{view.Points.Rows.Count} punten"),
            },
            context.RequestAborted);
        return view;
    }

    private ProductPoint Of(FoundThing one, string slug) => new(
        Addresses.DeskFinding(slug, one.Finding.Number),
        words.Format("staff.points.finding", one.Finding.Number, catalogue.Latest(slug)?.Definition.Title.Dutch ?? slug),
        one.Finding.Report.Text,
        $"{words[$"staff.council.severity.{one.Finding.Severity}"]}. {words[$"staff.council.state.{one.State}"]}",
        one.Finding.Report.Moment);

    private ProductPoint Of(VisitorReportEntry one)
    {
        var report = new VisitorReport(one, []);
        return new ProductPoint(
            Addresses.DeskReport(one.Number),
            words.Format("staff.report.title", one.Number),
            one.Text,
            ReportInWords.Of(report, Amsterdam.DayOf(clock.GetUtcNow()), words),
            report.Moment);
    }
}

/// <param name="Address">Where it is answered.</param>
/// <param name="Name">What it is called there.</param>
/// <param name="Text">As somebody wrote it.</param>
/// <param name="State">How it stands.</param>
/// <param name="At">Since when.</param>
public sealed record ProductPoint(string Address, string Name, string Text, string State, DateTimeOffset At);

/// <param name="Points">The oldest first.</param>
/// <param name="Search">What was searched.</param>
public sealed record ProductPointsView(PageOf<ProductPoint> Points, string Search)
{
    public string PageAt(int page) => PageOf.AddressOf(Addresses.ProductPoints, Search, page);
}
