using System.Globalization;
using Microsoft.EntityFrameworkCore;
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
    public Task<bool> CountAsync(
        DraftToken token, PublishedVersion version, Question question, int step, string language, CancellationToken cancellationToken)
    {
        var hash = token.Hash;
        return writer.WriteAsync(
            async scope =>
            {
                // One statement looks and remembers, so that a double click is one. Ids hold neither a bar, a slash nor a wildcard.
                var page = string.Create(CultureInfo.InvariantCulture, $"|{question.Id}/{step}|");
                var isFirst = await scope.Context.Drafts.Where(draft => draft.TokenHash == hash && !draft.NotUnderstood.Contains(page))
                    .ExecuteUpdateAsync(
                    set => set.SetProperty(draft => draft.NotUnderstood, draft => draft.NotUnderstood + page), cancellationToken) == 1;
                if (isFirst && await CountAsync(scope.Context, version, question.Id, step, language, cancellationToken) == 0)
                {
                    scope.Context.NotUnderstood.Add(new NotUnderstood
                    {
                        ConsultationId = version.ConsultationId,
                        Version = version.Number,
                        QuestionId = question.Id,
                        Step = step,
                        Language = language,
                        Count = 1,
                    });
                    await scope.Context.SaveChangesAsync(cancellationToken);
                }

                return isFirst;
            },
            cancellationToken);
    }

    private static Task<int> CountAsync(
        ParticipatieDb context,
        PublishedVersion version,
        string question,
        int step,
        string language,
        CancellationToken cancellationToken) =>
        context.NotUnderstood.Where(count => count.ConsultationId == version.ConsultationId && count.Version == version.Number
            && count.QuestionId == question
            && count.Step == step && count.Language == language)
        .ExecuteUpdateAsync(set => set.SetProperty(count => count.Count, count => count.Count + 1), cancellationToken);
}
