namespace Participatie.Web.Pages.Reporting.Desk;

/// <summary>The names of the fields of these pages.</summary>
internal static class SummaryForm
{
    public const string Note = "anders";
    public const string Seen = "gezien";
}
