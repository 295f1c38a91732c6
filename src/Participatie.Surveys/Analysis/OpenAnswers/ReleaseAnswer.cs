using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Analysis.OpenAnswers;

/// <summary>
/// Puts an open answer on the public page, after somebody read that nobody can be recognised in it, or takes it off again: in the
/// transaction in which it is also written down who did it.
/// </summary>
public static class ReleaseAnswer
{
    /// <returns>Whether it stands there now: not when there is no such response, or it was withdrawn.</returns>
    public static async ValueTask<bool> ReleaseAsync(WriteScope scope, int consultationId, byte[] responseId, string questionId)
    {
        if (!await HoldAsync(scope.Context, consultationId, responseId))
            return false;
        if (!await Of(scope.Context, consultationId, responseId, questionId).AnyAsync())
        {
            scope.Context.ReleasedAnswers.Add(
                new ReleasedAnswer { ConsultationId = consultationId, ResponseId = responseId, QuestionId = questionId });
            await scope.Context.SaveChangesAsync();
        }

        return true;
    }

    /// <returns>False when it was not released.</returns>
    public static async ValueTask<bool> TakeBackAsync(WriteScope scope, int consultationId, byte[] responseId, string questionId)
    {
        await HoldAsync(scope.Context, consultationId, responseId);
        return await Of(scope.Context, consultationId, responseId, questionId).ExecuteDeleteAsync() == 1;
    }

    /// <summary>
    /// Of two who decide about one answer at the same moment the second waits until the first is done, and then sees what was done: writing
    /// to the row of the response, which changes nothing in it, keeps others from it until the commit.
    /// </summary>
    /// <returns>Whether it is there and counted.</returns>
    private static async ValueTask<bool> HoldAsync(ParticipatieDb context, int consultationId, byte[] responseId) =>
        await context.Responses
            .Where(response =>
                response.ConsultationId == consultationId && response.Id == responseId && response.State == ResponseState.Counted)
            .ExecuteUpdateAsync(set => set.SetProperty(response => response.State, response => response.State)) == 1;

    private static IQueryable<ReleasedAnswer> Of(ParticipatieDb context, int consultationId, byte[] responseId, string questionId) =>
        context.ReleasedAnswers
        .Where(answer => answer.ConsultationId == consultationId && answer.ResponseId == responseId && answer.QuestionId == questionId);
}
