using System.Text;
using Microsoft.EntityFrameworkCore;
using Participatie.Surveys.Codes;
using Participatie.Surveys.Definition.Previews;
using Participatie.Surveys.Storage;

namespace Participatie.Surveys.Answering;

/// <summary>The drafts behind one link to a preview.</summary>
public sealed class PreviewDrafts(Database database, GroupedWriter writer, TimeProvider clock, Preview preview) : IDraftStore
{
    /// <summary>In place of the hash of a letter's code: it is nobody's.</summary>
    public static readonly byte[] AnyCode = [];

    /// <returns>Null when there is none behind this link.</returns>
    public async ValueTask<Draft?> FindAsync(DraftToken token, CancellationToken cancellationToken)
    {
        var hash = token.Hash;
        await using var context = database.NewContext();
        var row = await Of(context, hash).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return row is null ? null : new Draft
        {
            Version = preview.Version,
            Answers = AnswersDocument.Read(preview.Version.Definition, Encoding.UTF8.GetBytes(row.Answers)),
            Organisation = row.Organisation,
            Helped = row.Helped,
            Invitation = row.HasCode ? AnyCode : null,
            Language = row.Language,
            Rotation = row.Rotation,
            Revision = row.Revision,
        };
    }

    public async Task<(DraftToken Token, Draft Draft)> StartAsync(Draft draft, CancellationToken cancellationToken)
    {
        var token = DraftToken.New();
        await writer.WriteAsync(
            async scope =>
            {
                scope.Context.PreviewDrafts.Add(new PreviewDraftEntry
                {
                    TokenHash = token.Hash,
                    LinkHash = preview.LinkHash,
                    Answers = Json(draft.Answers),
                    Organisation = draft.Organisation,
                    Helped = draft.Helped,
                    HasCode = draft.Invitation is not null,
                    Language = draft.Language,
                    Rotation = draft.Rotation,
                    Revision = 0,
                    SavedAt = Now,
                });
                await scope.Context.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
        return (token, draft with { Revision = 0 });
    }

    public async Task<Draft?> SaveAsync(
        DraftToken token, Draft draft, Func<Answers, Answers> change, string language, CancellationToken cancellationToken)
    {
        var hash = token.Hash;
        while (true)
        {
            var changed = draft with { Answers = change(draft.Answers), Language = language, Revision = draft.Revision + 1 };
            var (json, now, before) = (Json(changed.Answers), Now, draft.Revision);
            var saved = await writer.WriteAsync(
                async scope => await Of(scope.Context, hash).Where(row => row.Revision == before).ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.Answers, json)
                        .SetProperty(row => row.Language, language)
                        .SetProperty(row => row.Revision, before + 1)
                        .SetProperty(row => row.SavedAt, now),
                    cancellationToken),
                cancellationToken);
            if (saved == 1)
            {
                return changed;
            }

            if (await FindAsync(token, cancellationToken) is not { } current)
            {
                return null;
            }

            draft = current;
        }
    }

    public async Task<Draft> LeaveInvitationAsync(DraftToken token, Draft draft, CancellationToken cancellationToken)
    {
        var hash = token.Hash;
        await writer.WriteAsync(
            async scope => await Of(scope.Context, hash).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.HasCode, false).SetProperty(row => row.Revision, row => row.Revision + 1),
                cancellationToken),
            cancellationToken);
        return draft with { Invitation = null, Revision = draft.Revision + 1 };
    }

    public async Task WipeAsync(DraftToken token, CancellationToken cancellationToken)
    {
        var hash = token.Hash;
        await writer.WriteAsync(async scope => await Of(scope.Context, hash).ExecuteDeleteAsync(cancellationToken), cancellationToken);
    }

    private IQueryable<PreviewDraftEntry> Of(ParticipatieDb context, byte[] hash)
    {
        var link = preview.LinkHash;
        return context.PreviewDrafts.Where(row => row.TokenHash == hash && row.LinkHash == link);
    }

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private string Json(Answers answers) => Encoding.UTF8.GetString(AnswersDocument.WriteDraft(preview.Version.Definition, answers));
}
