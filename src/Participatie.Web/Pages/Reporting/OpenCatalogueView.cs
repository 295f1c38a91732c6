using Participatie.Surveys.Reporting.OpenData;

namespace Participatie.Web.Pages.Reporting;

/// <summary>Consultations with figures for everybody, the newest figures first, page by page.</summary>
/// <param name="Rows">Of this page.</param>
/// <param name="Search">What somebody looks for in their titles; empty for all.</param>
/// <param name="Count">How many there are on all pages.</param>
/// <param name="Number">Of this page, from 1.</param>
/// <param name="Pages">How many there are.</param>
public sealed record OpenCatalogueView(IReadOnlyList<OpenDataset> Rows, string Search, int Count, int Number, int Pages)
{
    private const int PerPage = 20;

    /// <returns>Null when there is no such page.</returns>
    public static OpenCatalogueView? Of(IReadOnlyList<OpenDataset> all, string search, int number)
    {
        // In whichever language the reader knows the title.
        var found = all.Where(open => search.Length == 0 || open.Latest.Definition.Title.LanguageTags.Any(
            tag => open.Latest.Definition.Title.In(tag).Text.Contains(search, StringComparison.OrdinalIgnoreCase))).ToList();
        var pages = Math.Max(1, (found.Count + PerPage - 1) / PerPage);
        return number < 1 || number > pages
            ? null
            : new OpenCatalogueView([.. found.Skip((number - 1) * PerPage).Take(PerPage)], search, found.Count, number, pages);
    }

    public string AddressOf(int number) => number == 1 && Search.Length == 0
        ? Addresses.OpenCatalogue
        : PageOf.AddressOf(Addresses.OpenCatalogue, Search, number);
}
