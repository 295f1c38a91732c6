using System.Text;
using Participatie.Surveys.Answering;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Intake;
using Participatie.Surveys.Language;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Analysis.OpenAnswers;

/// <summary>What somebody wrote.</summary>
/// <param name="ResponseId">Whose; random.</param>
/// <param name="Population">Where it is counted.</param>
/// <param name="Text">The words, as they were typed.</param>
/// <param name="Language">Tag of the language of the page that they were typed on.</param>
/// <param name="IsReleased">Whether it stands on the public page.</param>
public sealed record OpenAnswer(byte[] ResponseId, Population Population, string Text, string Language, bool IsReleased);

/// <summary>Lists what people wrote, for staff, a page at a time along the random ids.</summary>
public sealed class ListOpenAnswers(Database database, Catalogue catalogue)
{
    /// <param name="consultationId">Whose.</param>
    /// <param name="questionId">A question that takes words.</param>
    /// <param name="after">The id of the last one of the page before; null: from the beginning.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancellationToken">Whoever asked has gone.</param>
    public async Task<IReadOnlyList<OpenAnswer>> ListAsync(
        int consultationId, string questionId, byte[]? after, int most, CancellationToken cancellationToken)
    {
        var found = new List<OpenAnswer>();
        while (found.Count < most)
        {
            var rows = await ReadAsync(consultationId, questionId, after ?? [], most, cancellationToken);
            foreach (var row in rows)
            {
                after = row.Id;
                if (found.Count < most
                    && AnswersDocument.WordsIn(Encoding.UTF8.GetBytes(row.Document), questionId) is { } written
                    && TakesWords(consultationId, row.Version, questionId))
                {
                    found.Add(
                        new OpenAnswer(
                            row.Id, Populations.Of(row.Channel, row.Organisation), written.Text, written.Language, row.IsReleased));
                }
            }

            if (rows.Count < most)
            {
                break;
            }
        }

        return found;
    }

    private bool TakesWords(int consultationId, int version, string questionId) =>
        catalogue.Version(consultationId, version)?.Definition.Find(questionId) is { TakesWords: true };

    private async Task<List<(
        byte[] Id, int Version, ResponseChannel Channel, bool Organisation, string Document, bool IsReleased)>> ReadAsync(
        int consultationId, string questionId, byte[] after, int most, CancellationToken cancellationToken) => await database.ReadAsync(
        """
        SELECT r.id, r.version, r.channel, r.organisation, r.document, a.response_id
        FROM responses r
        LEFT JOIN released_answers a ON a.consultation_id = r.consultation_id AND a.response_id = r.id AND a.question_id = @question
        WHERE r.consultation_id = @consultation AND r.id > @after AND r.state = @counted
        ORDER BY r.id LIMIT @most
        """,
        row => (
            row.GetFieldValue<byte[]>(0),
            row.GetInt32(1),
            (ResponseChannel)row.GetInt16(2),
            row.GetBoolean(3),
            row.GetString(4),
            !row.IsDBNull(5)),
        cancellationToken,
        ("@question", questionId),
        ("@consultation", consultationId),
        ("@after", after),
        ("@counted", (short)ResponseState.Counted),
        ("@most", most));
}
