using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Analysis.OpenAnswers;

/// <summary>
/// Puts an open answer on the public page, after somebody read that nobody can be recognised in it, or takes it off again.
/// </summary>
public sealed class ReleaseAnswer(GroupedWriter writer)
{
    /// <returns>False when there is no such response, or it was withdrawn.</returns>
    public Task<bool> ReleaseAsync(int consultationId, byte[] responseId, string questionId, CancellationToken cancellationToken) =>
        writer.WriteAsync(
        async scope =>
        {
            if (!await scope.Context.Responses.AnyAsync(
                response => response.ConsultationId == consultationId && response.Id == responseId
                    && response.State == ResponseState.Counted, cancellationToken))
            {
                return false;
            }

            if (!await Of(scope.Context, consultationId, responseId, questionId).AnyAsync(cancellationToken))
            {
                scope.Context.ReleasedAnswers.Add(
                    new ReleasedAnswer { ConsultationId = consultationId, ResponseId = responseId, QuestionId = questionId });
                await scope.Context.SaveChangesAsync(cancellationToken);
            }

            return true;
        },
        cancellationToken);

    /// <returns>False when it was not released.</returns>
    public Task<bool> TakeBackAsync(int consultationId, byte[] responseId, string questionId, CancellationToken cancellationToken) =>
        writer.WriteAsync(
        async scope => await Of(scope.Context, consultationId, responseId, questionId)
            .ExecuteDeleteAsync(cancellationToken) == 1, cancellationToken);

    private static IQueryable<ReleasedAnswer> Of(ParticipatieDb context, int consultationId, byte[] responseId, string questionId) =>
        context.ReleasedAnswers
        .Where(answer => answer.ConsultationId == consultationId && answer.ResponseId == responseId && answer.QuestionId == questionId);
}
