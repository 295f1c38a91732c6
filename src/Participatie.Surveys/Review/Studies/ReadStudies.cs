using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Studies;

/// <summary>Reads studies and their history.</summary>
public sealed class ReadStudies(Database database)
{
    /// <summary>Each as it stands now, the newest study first.</summary>
    public Task<IReadOnlyList<StudyRevision>> AllAsync(CancellationToken cancellationToken) => NewestAsync(onlyPublic: false, cancellationToken);

    /// <summary>Each as everybody may read it, the newest study first.</summary>
    public Task<IReadOnlyList<StudyRevision>> PublicAsync(CancellationToken cancellationToken) => NewestAsync(onlyPublic: true, cancellationToken);

    /// <returns>As it stands now; null when there is none.</returns>
    public Task<StudyRevision?> OneAsync(int number, CancellationToken cancellationToken) =>
        FirstAsync(entries => entries.Where(entry => entry.Number == number), cancellationToken);

    /// <returns>As everybody may read it; null when nobody may.</returns>
    public Task<StudyRevision?> PublicOneAsync(int number, CancellationToken cancellationToken) =>
        FirstAsync(
            entries => entries.Where(entry => entry.Number == number && entry.State == (short)StudyState.Published), cancellationToken);

    /// <returns>As it stood once; null when it never did.</returns>
    public Task<StudyRevision?> OneAsync(int number, int revision, CancellationToken cancellationToken) =>
        FirstAsync(entries => entries.Where(entry => entry.Number == number && entry.Revision == revision), cancellationToken);

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<StudyLine>> HistoryAsync(int number, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        var rows = await context.Studies.AsNoTracking().Where(entry => entry.Number == number).OrderByDescending(entry => entry.Revision)
            .Select(entry => new { entry.Revision, entry.State, entry.At, entry.Who }).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => new StudyLine(
            row.Revision, (StudyState)row.State, DateTimeOffset.FromUnixTimeMilliseconds(row.At), row.Who));
    }

    private async Task<StudyRevision?> FirstAsync(
        Func<IQueryable<StudyEntry>, IQueryable<StudyEntry>> which, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await which(context.Studies.AsNoTracking()).OrderByDescending(entry => entry.Revision)
            .FirstOrDefaultAsync(cancellationToken) is { } entry ? StudyRevision.Of(entry) : null;
    }

    internal static async Task<IReadOnlyList<StudyRevision>> NewestAsync(
        ParticipatieDb context, bool onlyPublic, CancellationToken cancellationToken)
    {
        var rows = context.Studies.AsNoTracking().Where(entry => !onlyPublic || entry.State == (short)StudyState.Published);
        var newest = await rows
            .Where(entry => !rows.Any(later => later.Number == entry.Number && later.Revision > entry.Revision))
            .OrderByDescending(entry => entry.Number).ToListAsync(cancellationToken);
        return newest.ConvertAll(StudyRevision.Of);
    }

    private async Task<IReadOnlyList<StudyRevision>> NewestAsync(bool onlyPublic, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await NewestAsync(context, onlyPublic, cancellationToken);
    }
}
