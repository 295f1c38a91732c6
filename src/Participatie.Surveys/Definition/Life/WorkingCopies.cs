using System.Text;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Definition.Life;

/// <summary>A revision in the list of them.</summary>
public sealed record WorkingCopyLine(int Revision, DateTimeOffset SavedAt, string SavedBy);

/// <summary>What authors work on, revision by revision.</summary>
public sealed class WorkingCopies(Database database, TimeProvider clock)
{
    /// <returns>Null when there is no such consultation.</returns>
    public async Task<WorkingCopyEntry?> NewestAsync(int consultationId, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await NewestAsync(context, consultationId, cancellationToken);
    }

    /// <returns>Null when there is no such revision.</returns>
    public async Task<WorkingCopyEntry?> OneAsync(int consultationId, int revision, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await context.WorkingCopies.AsNoTracking()
            .SingleOrDefaultAsync(copy => copy.ConsultationId == consultationId && copy.Revision == revision, cancellationToken);
    }

    /// <summary>All revisions, the newest first.</summary>
    public async Task<IReadOnlyList<WorkingCopyLine>> ListAsync(int consultationId, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        var rows = await context.WorkingCopies.Where(copy => copy.ConsultationId == consultationId)
            .OrderByDescending(copy => copy.Revision).Select(copy => new { copy.Revision, copy.SavedAt, copy.SavedBy })
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new WorkingCopyLine(row.Revision, DateTimeOffset.FromUnixTimeMilliseconds(row.SavedAt), row.SavedBy));
    }

    /// <summary>
    /// Saves a next revision: of what will open, or of the next correction while it is open. It may have problems, and need not be JSON.
    /// </summary>
    /// <param name="scope">The transaction.</param>
    /// <param name="consultationId">Whose.</param>
    /// <param name="basedOn">The revision that the author saw; null for whoever replaces what stands there.</param>
    /// <param name="document">As typed.</param>
    /// <param name="who">As the audit log says people.</param>
    /// <returns>The new revision's number.</returns>
    /// <exception cref="LifeException">Somebody saved meanwhile, it lies with somebody else, or it is too large.</exception>
    public async ValueTask<int> SaveAsync(WriteScope scope, int consultationId, int? basedOn, string document, string who)
    {
        var life = await LifeRecord.ReadAsync(scope, consultationId);
        if (life.State is not (LifeState.Concept or LifeState.Open))
        {
            throw new LifeException(LifeRefusal.Frozen);
        }

        var newest = await NewestRevisionAsync(scope, consultationId);
        if (basedOn is { } seen && seen != newest)
        {
            throw new LifeException(LifeRefusal.ChangedMeanwhile);
        }

        await AddAsync(scope, consultationId, newest + 1, document, who);
        return newest + 1;
    }

    internal async ValueTask AddAsync(WriteScope scope, int consultationId, int revision, string document, string who)
    {
        if (document.Length > DefinitionReader.LargestDocument || Encoding.UTF8.GetByteCount(document) > DefinitionReader.LargestDocument)
        {
            throw new LifeException(LifeRefusal.TooLarge);
        }

        scope.Context.WorkingCopies.Add(new WorkingCopyEntry
        {
            ConsultationId = consultationId,
            Revision = revision,
            // No database stores that one character, and no document needs it.
            Document = document.Replace("\0", "", StringComparison.Ordinal),
            SavedAt = clock.GetUtcNow().ToUnixTimeMilliseconds(),
            SavedBy = who,
        });
        await scope.Context.SaveChangesAsync();
    }

    /// <summary>The newest one as a definition that may be published.</summary>
    /// <exception cref="LifeException">It has problems, or somebody saved since that revision.</exception>
    internal static async ValueTask<(Consultation Definition, int Revision)> DemandAsync(WriteScope scope, ConsultationLife life)
    {
        var newest = await NewestAsync(scope.Context, life.ConsultationId, CancellationToken.None)
            ?? throw new LifeException(LifeRefusal.Unknown);
        var (definition, problems) = DefinitionReader.Read(Encoding.UTF8.GetBytes(newest.Document));
        if (definition is not null && definition.Slug != life.Slug)
        {
            problems = [new Problem("/slug", $"Deze vragen heten '{life.Slug}' in hun adres. Dat kan niet meer anders.")];
        }

        return problems is [] ? (definition!, newest.Revision) : throw new LifeException(LifeRefusal.HasProblems, problems);
    }

    private static async ValueTask<int> NewestRevisionAsync(WriteScope scope, int consultationId) =>
        await scope.Context.WorkingCopies.Where(copy => copy.ConsultationId == consultationId).MaxAsync(copy => (int?)copy.Revision) ?? 0;

    private static Task<WorkingCopyEntry?> NewestAsync(ParticipatieDb context, int consultationId, CancellationToken cancellationToken) =>
        context.WorkingCopies.AsNoTracking().Where(copy => copy.ConsultationId == consultationId)
            .OrderByDescending(copy => copy.Revision).FirstOrDefaultAsync(cancellationToken);
}
