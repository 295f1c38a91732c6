using System.Text;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Definition;

/// <summary>Publishes a definition as the first or the next version of its consultation.</summary>
public sealed class PublishConsultation(GroupedWriter writer, Catalogue catalogue, TimeProvider clock)
{
    /// <returns>Why it cannot open; empty when it was published.</returns>
    public async Task<IReadOnlyList<Problem>> PublishAsync(
        Consultation definition, Clearance? clearance, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // What another process published since is judged too.
        await catalogue.RefreshAsync(cancellationToken);
        IReadOnlyList<PublishedVersion> earlier = catalogue.Latest(definition.Slug) is { } latest
            ? catalogue.VersionsOf(latest.ConsultationId)
            : [];
        IReadOnlyList<Problem> problems =
        [
            .. PublishingCheck.Run(definition, Amsterdam.DayOf(now), clearance),
            .. Reopening(definition.Slug, now),
            .. EarlierVersionsCheck.Run(definition, earlier),
        ];
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

    // The last result was said to be the last, and a second one after it could be subtracted from it.
    private IEnumerable<Problem> Reopening(string slug, DateTimeOffset now)
    {
        if (catalogue.UnreadableOf(slug) is not null)
        {
            yield return new Problem(
                "/slug", "Een versie van deze vragen kan dit programma niet lezen. Gebruik het programma dat haar maakte.");
        }

        if (catalogue.Latest(slug) is { } latest && Opening.Of(latest.Definition, now) == OpenState.Closed)
        {
            yield return new Problem("/slug", "Deze vragen zijn al gesloten en de uitslag staat vast. Kies een nieuwe naam.");
        }
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
            Number = 1 + (
                await context.Versions.Where(version => version.ConsultationId == consultation.Id)
                    .MaxAsync(version => (int?)version.Number, cancellationToken)
                    ?? 0),
            Document = Encoding.UTF8.GetString(DefinitionWriter.Write(definition)),
            PublishedAt = now.ToUnixTimeMilliseconds(),
        });
        await context.SaveChangesAsync(cancellationToken);
    }
}
