using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Review.Advising;

/// <summary>
/// Reads what the council advised. A council meets a few times a year, so all of it is read at once, and lists are cut where they are shown.
/// </summary>
public sealed class ReadAdvice(Database database)
{
    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<CouncilAdvice>> AllAsync(CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        var events = (await context.AdviceEvents.AsNoTracking().OrderBy(one => one.Number).ToListAsync(cancellationToken))
            .ToLookup(one => one.Advice);
        var entries = await context.Advice.AsNoTracking().OrderByDescending(one => one.Number).ToListAsync(cancellationToken);
        return entries.ConvertAll(entry => new CouncilAdvice(entry, [.. events[entry.Number]]));
    }

    /// <returns>Null when there is no such advice.</returns>
    public async Task<CouncilAdvice?> OneAsync(int number, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await context.Advice.AsNoTracking().SingleOrDefaultAsync(one => one.Number == number, cancellationToken) is { } entry
            ? new CouncilAdvice(
                entry,
                await context.AdviceEvents.AsNoTracking().Where(one => one.Advice == number).OrderBy(one => one.Number)
                    .ToListAsync(cancellationToken))
            : null;
    }
}
