using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Life;

namespace Participatie.Web.Pages.Information;

/// <summary>What every consultation promised and how that stands, and which opened without the council: the newest first, page by page.</summary>
/// <param name="Rows">Of this page.</param>
/// <param name="Number">Of this page, from 1.</param>
/// <param name="Pages">How many there are.</param>
public sealed record PromisesView(IReadOnlyList<PromisesRow> Rows, int Number, int Pages)
{
    public const string PageField = "pagina";

    /// <summary>Each has a few sentences: a page stays one to read through.</summary>
    private const int PerPage = 20;

    /// <returns>Null when there is no such page.</returns>
    public static PromisesView? Of(Catalogue catalogue, DateTimeOffset now, int number)
    {
        var today = Amsterdam.DayOf(now);
        var all = catalogue.All.Where(version => !catalogue.LifeOf(version).IsTrial)
            .OrderByDescending(version => catalogue.VersionsOf(version.ConsultationId)[0].PublishedAt)
            .ToList();
        var pages = Math.Max(1, (all.Count + PerPage - 1) / PerPage);
        return number < 1 || number > pages
            ? null
            : new PromisesView(
                [.. all.Skip((number - 1) * PerPage).Take(PerPage).Select(version => PromisesRow.Of(version, catalogue.LifeOf(version), today))],
                number,
                pages);
    }

    public static string AddressOf(int number) => number == 1 ? Addresses.Promises : $"{Addresses.Promises}?{PageField}={number}";
}

public sealed record PromisesRow(Consultation Definition, IReadOnlyList<Promise> Promises, ConsultationLife Life)
{
    public static PromisesRow Of(PublishedVersion latest, ConsultationLife life, DateOnly today) =>
        new(latest.Definition, Promise.Of(life, latest, today), life);
}
