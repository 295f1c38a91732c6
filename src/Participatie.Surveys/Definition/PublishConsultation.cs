using System.Text;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Definition;

/// <summary>Publishes a definition as the first or the next version of its consultation.</summary>
public sealed class PublishConsultation(GroupedWriter writer, Catalogue catalogue, TimeProvider clock)
{
    /// <returns>Why it cannot open; empty when it was published.</returns>
    public async Task<IReadOnlyList<Problem>> PublishAsync(Consultation definition, Clearance? clearance, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var problems = PublishingCheck.Run(definition, Amsterdam.DayOf(now), clearance);
        if (problems.Count > 0)
        {
            return problems;
        }

        await writer.WriteAsync(
            async scope => await StoreAsync(scope.Context, definition, (clearance as Overruled)?.Reason, now, cancellationToken),
            cancellationToken);
        await catalogue.RefreshAsync(cancellationToken);
        return [];
    }

    private static async ValueTask StoreAsync(
        ParticipatieDb context, Consultation definition, string? overruledBecause, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var consultation = await context.Consultations.SingleOrDefaultAsync(entry => entry.Slug == definition.Slug, cancellationToken);
        if (consultation is null)
        {
            consultation = new ConsultationEntry
            {
                Id = 1 + (await context.Consultations.MaxAsync(entry => (int?)entry.Id, cancellationToken) ?? 0),
                Slug = definition.Slug,
            };
            context.Consultations.Add(consultation);
        }

        consultation.OverruledBecause = overruledBecause;
        context.Versions.Add(new VersionEntry
        {
            ConsultationId = consultation.Id,
            Number = 1 + (await context.Versions.Where(version => version.ConsultationId == consultation.Id).MaxAsync(version => (int?)version.Number, cancellationToken) ?? 0),
            Document = Encoding.UTF8.GetString(DefinitionWriter.Write(definition)),
            PublishedAt = now.ToUnixTimeMilliseconds(),
        });
        await context.SaveChangesAsync(cancellationToken);
    }
}
