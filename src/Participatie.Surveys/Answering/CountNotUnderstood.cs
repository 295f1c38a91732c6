using System.Globalization;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition;
using Participatie.Surveys.Definition.Questions;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Answering;

/// <summary>
/// Counts that somebody does not understand a page. The draft remembers for which pages it was counted, so that pressing again does not
/// count again; that memory ends with the draft and never goes along with the response.
/// </summary>
public sealed class CountNotUnderstood(GroupedWriter writer)
{
    /// <returns>False when this draft had said so before, or is gone.</returns>
    public Task<bool> CountAsync(DraftToken token, PublishedVersion version, Question question, int step, string language, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            async scope =>
            {
                // One statement looks and remembers, so that a double click is one. Ids hold neither a bar, a slash nor a wildcard.
                var page = string.Create(CultureInfo.InvariantCulture, $"|{question.Id}/{step}|");
                var isFirst = await scope.ExecuteAsync(
                    "UPDATE drafts SET not_understood = not_understood || @page WHERE token_hash = @hash AND not_understood NOT LIKE @known",
                    ("@page", page),
                    ("@hash", token.Hash),
                    ("@known", $"%{page}%")) == 1;
                if (isFirst)
                {
                    await scope.ExecuteAsync(
                        """
                        INSERT INTO not_understood (consultation_id, version, question_id, step, language, count)
                        VALUES (@consultation, @version, @question, @step, @language, 1)
                        ON CONFLICT (consultation_id, version, question_id, step, language) DO UPDATE SET count = not_understood.count + 1
                        """,
                        ("@consultation", version.ConsultationId),
                        ("@version", version.Number),
                        ("@question", question.Id),
                        ("@step", step),
                        ("@language", language));
                }

                return isFirst;
            },
            cancellationToken);
}
