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
        if (!await scope.Context.Responses.AnyAsync(
            response => response.ConsultationId == consultationId && response.Id == responseId && response.State == ResponseState.Counted))
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
    public static async ValueTask<bool> TakeBackAsync(WriteScope scope, int consultationId, byte[] responseId, string questionId) =>
        await Of(scope.Context, consultationId, responseId, questionId).ExecuteDeleteAsync() == 1;

    private static IQueryable<ReleasedAnswer> Of(ParticipatieDb context, int consultationId, byte[] responseId, string questionId) =>
        context.ReleasedAnswers
        .Where(answer => answer.ConsultationId == consultationId && answer.ResponseId == responseId && answer.QuestionId == questionId);
}
