using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Language;
using Participatie.Surveys.Storage;

namespace Participatie.Web.Pages.Access;

/// <summary>Which consultations there are, to name them beside a role.</summary>
public sealed class KnownConsultations
{
    private readonly Dictionary<int, (string Slug, string Title)> _byId;

    private KnownConsultations(Dictionary<int, (string Slug, string Title)> byId) => _byId = byId;

    public IEnumerable<(string Slug, string Title)> All => _byId.Values.OrderBy(one => one.Slug, StringComparer.Ordinal);

    public static async Task<KnownConsultations> ReadAsync(Database database, Catalogue catalogue, CancellationToken cancellationToken)
    {
        await using var db = database.NewContext();
        var all = await db.Consultations.AsNoTracking().Select(one => new { one.Id, one.Slug }).ToListAsync(cancellationToken);
        return new KnownConsultations(
            all.ToDictionary(
                one => one.Id,
                one => (one.Slug, catalogue.Latest(one.Slug)?.Definition.Title.In(Languages.Dutch).Text ?? one.Slug)));
    }

    public string? TitleOf(int id) => _byId.TryGetValue(id, out var one) ? one.Title : null;

    /// <summary>By the last part of the address, however it was typed; null when there is none.</summary>
    public int? IdOf(string typed)
    {
        var slug = typed.Trim().TrimEnd('/').Split('/')[^1].ToLowerInvariant();
        return _byId.Where(one => one.Value.Slug == slug).Select(one => (int?)one.Key).FirstOrDefault();
    }
}
