using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Analysis.Following;

/// <summary>Reads what staff see of the way through the questions: as long for a million people as for one.</summary>
public sealed class ReadProgress(Database database)
{
    /// <returns>By question; what its versions show is added up, and the time is that of the newest one that has one.</returns>
    public async Task<IReadOnlyDictionary<string, ShownProgress>> OfAsync(int consultationId, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        var entries = await context.ShownProgress.AsNoTracking().Where(entry => entry.ConsultationId == consultationId)
            .OrderByDescending(entry => entry.Version).ToListAsync(cancellationToken);
        return entries.GroupBy(entry => entry.QuestionId, StringComparer.Ordinal).ToDictionary(
            question => question.Key,
            question => new ShownProgress(
                ShownProgress.None.Basis,
                question.SelectMany(entry => ShownProgress.Read(entry.Shown)).GroupBy(one => one.Key, StringComparer.Ordinal).ToDictionary(
                    one => one.Key,
                    one => one.Key == ShownProgress.Seconds ? one.First().Value : one.Sum(number => number.Value),
                    StringComparer.Ordinal)),
            StringComparer.Ordinal);
    }
}
