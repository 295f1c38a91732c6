using Participatie.Surveys.Intake;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Analysis.OpenAnswers;

/// <summary>Puts an open answer on the public page, after somebody read that nobody can be recognised in it, or takes it off again.</summary>
public sealed class ReleaseAnswer(GroupedWriter writer)
{
    /// <returns>False when there is no such response, or it was withdrawn.</returns>
    public Task<bool> ReleaseAsync(int consultationId, byte[] responseId, string questionId, CancellationToken cancellationToken) => writer.WriteAsync(
        async scope => await scope.ExecuteAsync(
            """
            INSERT INTO released_answers (consultation_id, response_id, question_id)
            SELECT consultation_id, id, @question FROM responses WHERE consultation_id = @consultation AND id = @response AND state = @counted
            ON CONFLICT (consultation_id, response_id, question_id) DO UPDATE SET question_id = excluded.question_id
            """,
            ("@question", questionId),
            ("@consultation", consultationId),
            ("@response", responseId),
            ("@counted", (short)ResponseState.Counted)) == 1,
        cancellationToken);

    /// <returns>False when it was not released.</returns>
    public Task<bool> TakeBackAsync(int consultationId, byte[] responseId, string questionId, CancellationToken cancellationToken) => writer.WriteAsync(
        async scope => await scope.ExecuteAsync(
            "DELETE FROM released_answers WHERE consultation_id = @consultation AND response_id = @response AND question_id = @question",
            ("@consultation", consultationId),
            ("@response", responseId),
            ("@question", questionId)) == 1,
        cancellationToken);
}
