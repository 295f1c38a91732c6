using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Definition.Life;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Intake;

/// <summary>
/// After a consultation was withdrawn with the promise that its answers go: deletes responses, drafts, counts and results. Asked again and
/// again, because another instance may take a last one in before it knows.
/// </summary>
public sealed class DeleteWithdrawnAnswers(Database database, GroupedWriter writer, ForgottenLog forgotten, TimeProvider clock)
{
    /// <returns>Whether something was deleted now.</returns>
    public async Task<bool> DeleteAsync(ConsultationLife life, CancellationToken cancellationToken)
    {
        if (life.Withdrawal is not { Answers: AnswersOnWithdrawal.Deleted } || !await HasAnyAsync(life.ConsultationId, cancellationToken))
        {
            return false;
        }

        var now = clock.GetUtcNow();
        forgotten.Add(ForgottenEntry.OfConsultation(life.ConsultationId, now));
        await writer.WriteAsync(scope => DeleteAsync(scope, life.ConsultationId, now), cancellationToken);
        return true;
    }

    private static async ValueTask DeleteAsync(WriteScope scope, int consultation, DateTimeOffset now)
    {
        // Nobody counts or publishes meanwhile.
        await ConsultationLock.TakeAsync(scope, consultation);
        await DeleteExpiredResponses.DeleteAgainAsync(scope, consultation, now);
        var context = scope.Context;
        await context.Tallies.Where(row => row.ConsultationId == consultation).ExecuteDeleteAsync();
        await context.ResponseDays.Where(row => row.ConsultationId == consultation).ExecuteDeleteAsync();
        await context.Arrivals.Where(row => row.ConsultationId == consultation).ExecuteDeleteAsync();
        await context.FollowStates.Where(row => row.ConsultationId == consultation).ExecuteDeleteAsync();
        await context.QuestionProgress.Where(row => row.ConsultationId == consultation).ExecuteDeleteAsync();
        await context.ShownProgress.Where(row => row.ConsultationId == consultation).ExecuteDeleteAsync();
        await context.Looks.Where(row => row.ConsultationId == consultation).ExecuteDeleteAsync();
        await context.PublishedResults.Where(row => row.ConsultationId == consultation).ExecuteDeleteAsync();
        await context.PublishedSummaries.Where(row => row.ConsultationId == consultation).ExecuteDeleteAsync();
        await context.Summaries.Where(row => row.ConsultationId == consultation).ExecuteDeleteAsync();
    }

    private async Task<bool> HasAnyAsync(int consultation, CancellationToken cancellationToken)
    {
        await using var context = database.NewContext();
        return await context.Responses.AnyAsync(row => row.ConsultationId == consultation, cancellationToken)
            || await context.Drafts.AnyAsync(row => row.ConsultationId == consultation, cancellationToken)
            || await context.Tallies.AnyAsync(row => row.ConsultationId == consultation, cancellationToken)
            || await context.Arrivals.AnyAsync(row => row.ConsultationId == consultation, cancellationToken)
            // Another instance may still write down its last minute.
            || await context.QuestionProgress.AnyAsync(row => row.ConsultationId == consultation, cancellationToken)
            || await context.Looks.AnyAsync(row => row.ConsultationId == consultation, cancellationToken)
            || await context.Summaries.AnyAsync(row => row.ConsultationId == consultation, cancellationToken)
            || await context.PublishedResults.AnyAsync(row => row.ConsultationId == consultation, cancellationToken);
    }
}
