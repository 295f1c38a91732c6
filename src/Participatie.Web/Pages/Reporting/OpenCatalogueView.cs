using Participatie.Surveys.Reporting.OpenData;

namespace Participatie.Web.Pages.Reporting;

/// <summary>All consultations with figures for everybody, the newest figures first, page by page.</summary>
/// <param name="Rows">Of this page.</param>
/// <param name="Number">Of this page, from 1.</param>
/// <param name="Pages">How many there are.</param>
public sealed record OpenCatalogueView(IReadOnlyList<OpenDataset> Rows, int Number, int Pages)
{
    public const string PageField = "pagina";

    private const int PerPage = 20;

    /// <returns>Null when there is no such page.</returns>
    public static OpenCatalogueView? Of(IReadOnlyList<OpenDataset> all, int number)
    {
        var pages = Math.Max(1, (all.Count + PerPage - 1) / PerPage);
        return number < 1 || number > pages
            ? null
            : new OpenCatalogueView([.. all.Skip((number - 1) * PerPage).Take(PerPage)], number, pages);
    }

    public static string AddressOf(int number) =>
        number == 1 ? Addresses.OpenCatalogue : $"{Addresses.OpenCatalogue}?{PageField}={number}";
}
