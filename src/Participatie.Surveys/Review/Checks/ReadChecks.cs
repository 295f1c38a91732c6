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

    /// <summary>The newest of each consultation that is no trial, whatever version that was about.</summary>
    public async Task<IReadOnlyList<StoredCheck>> NewestOfEachAsync(CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        var rows = await context.Checks.AsNoTracking()
            .Where(entry => entry.ConsultationId < ConsultationEntry.FirstTrial
                && !context.Checks.Any(later => later.ConsultationId == entry.ConsultationId && later.Number > entry.Number))
            .OrderBy(entry => entry.ConsultationId).ToListAsync(cancellationToken);
        return rows.ConvertAll(Of);
    }

    private static StoredCheck Of(CheckEntry entry) => new(
        entry.Number,
        CheckReportFile.ReadStored(entry.Document),
        DateTimeOffset.FromUnixTimeMilliseconds(entry.At),
        entry.Who);
}
