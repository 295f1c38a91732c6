using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Definition.Life;

/// <summary>
/// Takes a document in by the name that it has: begins a consultation, or makes it the next working copy of the one that is called so. Opens
/// nothing.
/// </summary>
public sealed class ImportDocument(BeginConsultation begin, WorkingCopies copies)
{
    /// <returns>Which consultation, and the revision that the document is now.</returns>
    /// <exception cref="LifeException">The document does not say how it is called, or that one cannot be changed now.</exception>
    public async ValueTask<(int ConsultationId, int Revision)> ImportAsync(WriteScope scope, string document, string who)
    {
        var slug = BeginConsultation.SlugOf(document) ?? throw new LifeException(LifeRefusal.NoSlug);
        return await scope.Context.Consultations.AsNoTracking().SingleOrDefaultAsync(entry => entry.Slug == slug) is { } known
            ? (known.Id, await copies.SaveAsync(scope, known.Id, basedOn: null, document, who))
            : (await begin.BeginAsync(scope, document, who), 1);
    }
}
