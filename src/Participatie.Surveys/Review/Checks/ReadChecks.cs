using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Checks;

/// <summary>Reads checks that were taken in.</summary>
public sealed class ReadChecks(Database database)
{
    /// <returns>The newest of that version; null when there is none.</returns>
    public async Task<StoredCheck?> NewestAsync(int consultationId, string hash, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await context.Checks.AsNoTracking()
            .Where(entry => entry.ConsultationId == consultationId && entry.Hash == hash)
            .OrderByDescending(entry => entry.Number).FirstOrDefaultAsync(cancellationToken) is { } entry ? Of(entry) : null;
    }

    /// <summary>How many there are, of whatever version.</summary>
    public async Task<int> CountAsync(int consultationId, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await context.Checks.CountAsync(entry => entry.ConsultationId == consultationId, cancellationToken);
    }

    /// <summary>Consultations that are no trial and have one, of whatever version.</summary>
    public async Task<IReadOnlyList<int>> ConsultationsAsync(CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await context.Checks.AsNoTracking().Where(entry => entry.ConsultationId < ConsultationEntry.FirstTrial)
            .Select(entry => entry.ConsultationId).Distinct().Order().ToListAsync(cancellationToken);
    }

    private static StoredCheck Of(CheckEntry entry) => new(
        entry.Number,
        CheckReportFile.ReadStored(entry.Document),
        DateTimeOffset.FromUnixTimeMilliseconds(entry.At),
        entry.Who);
}
