using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Definition;

/// <summary>Reads why a consultation opened without the council's sign-off: that is promised in public.</summary>
public sealed class ReadOverrule(Database database)
{
    /// <returns>The reason in Dutch, as it was written; null when it was signed off.</returns>
    public async Task<string?> OfAsync(int consultationId, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await context.Consultations.Where(consultation => consultation.Id == consultationId)
            .Select(consultation => consultation.OverruledBecause)
            .SingleOrDefaultAsync(cancellationToken);
    }
}
