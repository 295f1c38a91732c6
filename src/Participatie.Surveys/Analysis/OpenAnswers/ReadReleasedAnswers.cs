using System.Text;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Language;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Analysis.OpenAnswers;

/// <summary>An answer for the public page.</summary>
public sealed record ReleasedText(string Question, Population Population, Passage Text);

/// <summary>Reads what staff released. A withdrawn answer is gone from here at once.</summary>
public sealed class ReadReleasedAnswers(Database database)
{
    public async Task<IReadOnlyList<ReleasedText>> ReadAsync(int consultationId, CancellationToken cancellationToken)
    {
        var released = await database.ReadAsync(
            """
            SELECT a.question_id, r.channel, r.organisation, r.document
            FROM released_answers a
            JOIN responses r ON r.consultation_id = a.consultation_id AND r.id = a.response_id AND r.state = @counted
            WHERE a.consultation_id = @consultation ORDER BY a.response_id
            """,
            row => (
                Question: row.GetString(0), Population: Populations.Of((ResponseChannel)row.GetInt16(1), row.GetBoolean(2)), Document: row.GetString(3)),
            cancellationToken,
            ("@consultation", consultationId),
            ("@counted", (short)ResponseState.Counted));
        return [.. from row in released
            let written = AnswersDocument.WordsIn(Encoding.UTF8.GetBytes(row.Document), row.Question)
            where written is not null
            select new ReleasedText(row.Question, row.Population, new Passage(written.Text, written.Language))];
    }
}
