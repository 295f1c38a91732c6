using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Definition.Previews;

/// <summary>Finds what a link shows.</summary>
public sealed class OpenPreview(Database database, Catalogue catalogue, TimeProvider clock) : IDisposable
{
    /// <summary>A revision is a megabyte at most, and few are looked at in one hour.</summary>
    private const int MostRevisions = 20;

    private readonly MemoryCache _read = new(new MemoryCacheOptions { SizeLimit = MostRevisions });

    /// <returns>Null when the link has ended or never was: nobody is told which.</returns>
    public async ValueTask<PreviewFinding?> OfAsync(string token, CancellationToken cancellationToken)
    {
        var hash = PreviewToken.HashOf(token);
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await using var context = database.NewContext();
        var found = await (
            from link in context.PreviewLinks.AsNoTracking()
            join consultation in context.Consultations on link.ConsultationId equals consultation.Id
            join copy in context.WorkingCopies
                on new { link.ConsultationId, link.Revision } equals new { copy.ConsultationId, copy.Revision }
            where link.TokenHash == hash && link.Until > now
            select new { link.ConsultationId, consultation.Slug, link.Revision, copy.SavedAt, link.PersonalLink })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return null;
        }

        var revision = new RevisionKey(found.ConsultationId, found.Revision, found.SavedAt);
        var (definition, problems) = await ReadAsync(context, revision, cancellationToken);
        return definition is null
            ? new PreviewFinding.Stopped(found.Slug, found.Revision, problems)
            : new PreviewFinding.Shown(new Preview(
                hash,
                found.Slug,
                found.Revision,
                new PublishedVersion(
                    found.ConsultationId,
                    1 + (catalogue.Latest(found.Slug)?.Number ?? 0),
                    definition with { Slug = token },
                    DateTimeOffset.FromUnixTimeMilliseconds(found.SavedAt)))
            {
                PersonalLink = found.PersonalLink,
            });
    }

    public void Dispose() => _read.Dispose();

    private async ValueTask<(Consultation? Definition, IReadOnlyList<Problem> Problems)> ReadAsync(
        ParticipatieDb context, RevisionKey key, CancellationToken cancellationToken)
    {
        if (_read.TryGetValue(key, out (Consultation?, IReadOnlyList<Problem>) known))
        {
            return known;
        }

        var document = await context.WorkingCopies
            .Where(copy => copy.ConsultationId == key.ConsultationId && copy.Revision == key.Revision)
            .Select(copy => copy.Document).SingleAsync(cancellationToken);
        return _read.Set(key, DefinitionReader.Read(Encoding.UTF8.GetBytes(document)), new MemoryCacheEntryOptions { Size = 1 });
    }

    /// <summary>A revision never changes. The time tells one apart from that of a removed consultation with the same number.</summary>
    private sealed record RevisionKey(int ConsultationId, int Revision, long SavedAt);
}
