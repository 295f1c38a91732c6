using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Reporting;

/// <summary>Which pages of a consultation residents did not understand, the most often first.</summary>
public sealed class ListNotUnderstood(Database database)
{
    public async Task<IReadOnlyList<NotUnderstood>> ListAsync(int consultationId, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await context.NotUnderstood.AsNoTracking().Where(count => count.ConsultationId == consultationId)
            .OrderByDescending(count => count.Count).ThenBy(count => count.Version).ThenBy(count => count.QuestionId)
                .ThenBy(count => count.Step).ThenBy(count => count.Language)
            .ToListAsync(cancellationToken);
    }
}
