using Participatie.Surveys.Answering;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Reporting;

/// <summary>Which pages of a consultation residents did not understand, the most often first.</summary>
public sealed class ListNotUnderstood(Database database)
{
    public async Task<IReadOnlyList<NotUnderstood>> ListAsync(int consultationId, CancellationToken cancellationToken) =>
        await database.ReadAsync(
            """
            SELECT version, question_id, step, language, count FROM not_understood WHERE consultation_id = @consultation
            ORDER BY count DESC, version, question_id, step, language
            """,
            row => new NotUnderstood
            {
                ConsultationId = consultationId,
                Version = row.GetInt32(0),
                QuestionId = row.GetString(1),
                Step = row.GetInt32(2),
                Language = row.GetString(3),
                Count = row.GetInt32(4),
            },
            cancellationToken,
            ("@consultation", consultationId));
}
